"""One line of a data part: one JSON object, read so strictly that everybody reads the same.

JSON leaves open what a repeated name, NaN, half a surrogate pair or a huge number means, and readers
differ. Here all of these are refused, for the manifest too.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import NoReturn

import msgspec

from app.sync.limits import DEEPEST_JSON, LARGEST_LINE_BYTES
from app.sync.refusals import BundleContentError

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


def loads_line(line: bytes) -> dict[str, object]:
    """The object on this line, given without its end; raises BundleContentError for anything else."""
    if b"\n" in line:
        raise BundleContentError(detail="a line end within a line")
    return loads(line, limit=LARGEST_LINE_BYTES)


def loads(text: bytes, *, limit: int) -> dict[str, object]:
    """The one strict JSON object in these bytes; raises BundleContentError for anything else.

    Strict: UTF-8, at most `limit` bytes, 8 levels deep, no name twice in an object, no NaN or
    infinity (nor a number that overflows to one), no lone surrogate. U+0000 and any integer are allowed.
    """
    if len(text) > limit:
        raise BundleContentError(detail=f"{len(text)} bytes of JSON")
    value = _quickly(text)
    if value is None:
        value = _slowly(text)
    if not isinstance(value, dict):
        raise BundleContentError(detail="JSON that is no object")
    _check_depth(text, value)
    return value


def dumps_line(value: object) -> bytes:
    """`value` as one compact line without its end; raises BundleContentError for what `loads_line` refuses."""
    try:
        line = _encode(value)
    except (TypeError, ValueError, UnicodeEncodeError, RecursionError, msgspec.MsgspecError) as failure:
        raise BundleContentError(detail=type(failure).__name__) from failure
    loads_line(line)
    return line


def split(plain: bytes) -> Iterator[bytes]:
    """The lines of a data part, without their ends; every line has one, the last too."""
    start = 0
    while start < len(plain):
        end = plain.find(b"\n", start)
        if end < 0:
            raise BundleContentError(detail="the last line has no end")
        yield plain[start:end]
        start = end + 1


def check(lines: Iterable[bytes]) -> int:
    """How many lines there are, after each has passed `loads_line`."""
    count = 0
    for count, line in enumerate(lines, start=1):  # noqa: B007 - the last count is the answer
        loads_line(line)
    return count


def _quickly(text: bytes) -> object | None:
    """The value, if writing it again gives the same bytes: then no name was repeated. None: look closer."""
    try:
        value = _decode(text)
        return value if _encode(value) == text else None
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _slowly(text: bytes) -> object:
    try:
        value = json.loads(
            text.decode("utf-8"), object_pairs_hook=_without_repetition, parse_constant=_refuse, parse_float=_finite
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # fails on a lone surrogate
    except (ValueError, RecursionError) as failure:
        raise BundleContentError(detail=type(failure).__name__) from failure
    return value


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name twice")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError("too large a number")
    return value


def _check_depth(text: bytes, value: object) -> None:
    """Counting brackets settles nearly every line; only the others are walked through."""
    if text.count(b"{") + text.count(b"[") <= DEEPEST_JSON:
        return
    level = [value]
    for _ in range(DEEPEST_JSON):
        level = [inner for outer in level for inner in _inside(outer)]
    if any(isinstance(inner, (dict, list)) for inner in level):
        raise BundleContentError(detail=f"deeper than {DEEPEST_JSON}")


def _inside(outer: object) -> Iterable[object]:
    if isinstance(outer, dict):
        return outer.values()
    return outer if isinstance(outer, list) else ()
