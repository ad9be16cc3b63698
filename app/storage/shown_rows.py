"""What records show, as rows: that of the record with the columns lists sort and filter by, its elements, its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from app.domain.fold import ERASED, Value, folded, remaining
from app.domain.operation import Operation, distinct
from app.storage import plain_rows, search
from app.storage.naming import name_of
from app.storage.session import Session
from app.storage.tables import ELEMENT, RECORD

_INDEXED_LETTERS = 200
_MONTH_FIELDS = ("start", "month", "date", "due", "until")
_encode = msgspec.json.Encoder(order="sorted").encode


class Judged(NamedTuple):
    """What lists show and count of a record without reading it; None: not judged yet."""

    complete: bool | None = None
    open_loop: bool | None = None
    counted: int | None = None


Judge = Callable[[str, Mapping[str, Value]], Judged]
"""Judges a record by its kind and flat form; this room cannot, as what is complete is decided by the checks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record shows, and who wrote the newest of it."""

    record: str
    kind: str
    stamp: str
    by: str
    fields: Mapping[str, Value]
    deleted: bool = False
    contested: bool = False
    waiting: bool = False

    @classmethod
    def begun(cls, one: Operation) -> Shown:
        """By the one operation that begins it and is whole: it replaces nothing, and deletes nothing."""
        return cls(one.record, one.kind, one.stamp, one.by, one.fields, one.kind == ERASED)

    @classmethod
    def of(cls, held: Iterable[Operation]) -> Shown:
        """By all its operations."""
        everything = distinct(remaining(held))
        state = folded(everything)
        newest = everything[state.stamp]
        contested = bool(state.conflicts) or state.disputed
        return cls(
            newest.record, state.kind, state.stamp, newest.by, state.fields, state.deleted, contested, bool(state.gaps)
        )

    def columns(self) -> dict[str, Any]:
        """Its columns by name, but for what a judge says."""
        return dict(zip(_COLUMNS, self.values(), strict=False))

    def values(self) -> tuple[Any, ...]:
        """The same without the names."""
        return (
            self.kind,
            self.stamp,
            self.by,
            self.deleted,
            self.contested,
            self.waiting,
            _month(self.fields),
            name_of(self.fields).replace("\0", "\ufffd"),
            _encode(self.fields).decode(),
        )


_COLUMNS = ("kind", "stamp", "by", "deleted", "contested", "waiting", "month", "title", "body")


def put(session: Session, found: Iterable[Shown], judge: Judge, *, many: bool) -> None:
    """The rows of records that are not there yet; `many`: whether they have several operations."""
    numbered = dict(enumerate(found, _next_number(session)))
    rows = [
        _row((number, one.record, many), one.values(), judge(one.kind, one.fields)) for number, one in numbered.items()
    ]
    plain_rows.put(session, RECORD, rows)
    _project(session, numbered)


def change(session: Session, found: Mapping[int, Shown], judge: Judge) -> None:
    """Let rows that are there show this, by row number."""
    if not found:
        return
    rows = ((*one.values(), *judge(one.kind, one.fields), True, number) for number, one in found.items())
    plain_rows.change(session, RECORD, (*_COLUMNS, *Judged._fields, "many"), rows)
    plain_rows.remove(session, ELEMENT, "record", ((one.record,) for one in found.values()))
    search.remove(session, found)
    _project(session, found)


def _row(told: tuple[int, str, bool], shown: tuple[Any, ...], judged: Judged) -> tuple[Any, ...]:
    """A row of the table of records, its values in the order of its columns."""
    number, record, many = told
    kind, stamp, by, *others = shown
    return (number, record, kind, stamp, by, many, *others, *judged)


def _next_number(session: Session) -> int:
    ((last,),) = plain_rows.ask(session, "SELECT max(number) FROM record")
    return (last or 0) + 1


def _project(session: Session, found: Mapping[int, Shown]) -> None:
    """The side tables that filters and search read, where nothing stands of these records."""
    there = {number: one for number, one in found.items() if not one.deleted}
    plain_rows.put(session, ELEMENT, (each for one in there.values() for each in _elements(one)))
    search.put_new(session, {number: (one.kind, one.fields) for number, one in there.items()})


def _elements(shown: Shown) -> Iterator[tuple[str, str, str]]:
    named = [name.split("/", 1) for name, value in shown.fields.items() if value is True and "/" in name]
    unique = dict.fromkeys((_indexed(name), _indexed(element)) for name, element in named) if named else ()
    return ((shown.record, name, element) for name, element in unique)


def _indexed(text: str) -> str:
    """A text as an index of every database takes it: not endless, and without U+0000."""
    return text[:_INDEXED_LETTERS].replace("\0", "\ufffd")


def _month(fields: Mapping[str, Value]) -> str:
    return _indexed(next((value for name in _MONTH_FIELDS if isinstance(value := fields.get(name), str)), ""))
