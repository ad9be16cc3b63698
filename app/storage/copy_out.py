"""Carrying a whole file onto a server in one transaction: COPY, then indexes, then all is read back and compared.

What is compared are the bytes of the COPY in the order of the keys: those that were sent, and those that come back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Table

from app.progress import Progress, silent
from app.storage import copy_parts, copy_rows
from app.storage.copy_parts import WORDS, CopyPart
from app.storage.copy_readers import Reader
from app.storage.copying import NotCopiedError, Proof
from app.storage.session import Session
from app.storage.space_tables import METADATA
from app.storage.tables import RECORD

_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND indexname NOT IN
  (SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace) ORDER BY indexname
"""

_NOTHING = Proof(0, hashlib.sha256(copy_rows.BEGINNING + copy_rows.END).hexdigest())
"""Of a table without a row."""


def copy_out(source: Session, reader: Reader, target: Session, progress: Progress = silent) -> Mapping[str, Proof]:
    """Everything in `source`, as `reader` gives it, into the empty tables of a server; proofs by table.

    Raises NotCopiedError and ReaderGoneError, and whoever holds the transaction keeps nothing.
    """
    parts = [part for table in copy_parts.tables() for part in copy_parts.parts_of(source, table)]
    words = [replace(part, table=WORDS) for part in parts if part.table == RECORD.name]
    told = _Telling(progress, 2 * _count(parts) + _count(words))
    made_later = _without_indexes(target)
    sent: dict[str, Proof] = {}
    for name, pieces in groupby(reader.read([*parts, *words], told.wait), key=lambda one: one[0].table):
        sent[name] = _put(target, name, pieces, told)
    for words_of_index in made_later:
        told.wait(0, 0)
        target.connection().exec_driver_sql(words_of_index)
    return {table.name: _compared(target, table, sent.get(table.name, _NOTHING), told) for table in copy_parts.tables()}


class _Telling:
    """Tells how far a job of several rounds is."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def add(self, count: int) -> None:
        """So many more rows are done."""
        self._done += count
        self._progress(self._done, self._total)

    def wait(self, _done: int, _total: int) -> None:
        """Nothing is done yet; whoever asked to stop is heard."""
        self._progress(self._done, self._total)


def _count(parts: Iterable[CopyPart]) -> int:
    return sum(one.rows for one in parts)


def _without_indexes(target: Session) -> list[str]:
    """Take away all indexes that prove nothing; how each is made again, once, when the rows are there."""
    connection = target.connection()
    found = connection.exec_driver_sql(_INDEXES).all()
    for name, _made in found:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    return [made for _name, made in found]


def _put(target: Session, name: str, pieces: Iterable[tuple[CopyPart, bytes]], told: _Telling) -> Proof:
    digest, rows, last = hashlib.sha256(copy_rows.BEGINNING), 0, None
    columns = ["rowid", "words"] if name == WORDS else METADATA.tables[name].c.keys()
    with _copying(target, f'COPY "{name}" ({_listed(columns)}) FROM STDIN (FORMAT BINARY)') as copying:
        copying.write(copy_rows.BEGINNING)
        for part, piece in pieces:
            copying.write(piece)
            digest.update(piece)
            if part is not last:
                rows, last = rows + part.rows, part
                told.add(part.rows)
        copying.write(copy_rows.END)
    digest.update(copy_rows.END)
    return Proof(rows, digest.hexdigest())


def _compared(target: Session, table: Table, sent: Proof, told: _Telling) -> Proof:
    """The proof of what came back. Raises NotCopiedError where it is another than that of what was sent."""
    keys = _listed(table.primary_key.columns.keys())
    asked = f'SELECT {_listed(table.c.keys())} FROM "{table.name}" ORDER BY {keys}'
    digest, rows = hashlib.sha256(), -1  # the end of a COPY comes by itself
    with _copying(target, f"COPY ({asked}) TO STDOUT (FORMAT BINARY)") as copying:
        for message in copying:
            digest.update(message)
            rows += 1
            if rows and not rows % copy_parts.AT_ONCE:
                told.add(copy_parts.AT_ONCE)
    told.add(rows % copy_parts.AT_ONCE)
    if Proof(rows, digest.hexdigest()) != sent:
        raise NotCopiedError(detail=table.name)
    return sent


@contextmanager
def _copying(target: Session, statement: str) -> Iterator[Any]:
    raw: Any = target.connection().connection.cursor()
    with raw, raw.copy(statement) as copying:
        yield copying


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
