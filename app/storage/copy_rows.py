"""Rows as PostgreSQL's binary COPY has them: the same row is the same bytes, whoever writes it.

What a server gives back is compared byte by byte with what it was given, so nothing is decoded to be proven.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Integer, LargeBinary, Table

BEGINNING = b"PGCOPY\n\xff\r\n\0" + bytes(8)
"""Of every stream: its signature, no flags, no extension."""
END = b"\xff\xff"
_NOTHING = b"\xff\xff\xff\xff"
_Pack = Callable[..., bytes]
_count: _Pack = struct.Struct("!h").pack
_length: _Pack = struct.Struct("!i").pack
_int4: _Pack = struct.Struct("!ii").pack
_int8: _Pack = struct.Struct("!iq").pack
_TWO = _count(2)
Writer = Callable[[Sequence[Any]], bytes]


def writer(table: Table) -> Writer:
    """What makes the bytes of one row of a table, its values in the order of the columns."""
    kinds = [_kind(column.type) for column in table.c]
    head = _count(len(kinds))

    def written(row: Sequence[Any]) -> bytes:
        parts = [head]
        for value, kind in zip(row, kinds, strict=True):
            parts.append(_NOTHING if value is None else kind(value))
        return b"".join(parts)

    return written


def lexemes(number: int, words: Iterable[str]) -> bytes:
    """A row of the search index: the number of a record, and its words in the order of their bytes."""
    found = sorted({word.encode() for word in words})
    body = _length(len(found)) + b"".join(word + b"\0\0\0" for word in found)
    return b"".join((_TWO, _int4(4, number), _length(len(body)), body))


def _kind(type_: Any) -> Callable[[Any], bytes]:
    if isinstance(type_, Boolean):
        return _boolean
    if isinstance(type_, BigInteger):
        return _large
    if isinstance(type_, Integer):
        return _whole
    return _bytes if isinstance(type_, LargeBinary) else _text


def _boolean(value: Any) -> bytes:
    return b"\0\0\0\x01\x01" if value else b"\0\0\0\x01\0"


def _whole(value: Any) -> bytes:
    return _int4(4, value)


def _large(value: Any) -> bytes:
    return _int8(8, value)


def _text(value: Any) -> bytes:
    if "\0" in value:
        value = value.replace("\0", "\ufffd")  # there is no such letter on PostgreSQL; texts of records escape it
    told: bytes = value.encode()
    return _length(len(told)) + told


def _bytes(value: Any) -> bytes:
    return _length(len(value)) + bytes(value)
