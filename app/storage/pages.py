"""Lists of one kind of record, read page by page: the one statement of a list is prepared once, not for each page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Select, bindparam, select, tuple_

from app.domain.records import KINDS, SEALED, Record, unflat
from app.storage.queries import Query, where
from app.storage.session import Session
from app.storage.tables import RECORD

_LISTED = ("id", "stamp", "by", "contested", "deleted", "month", "title", "complete", "body")
_READ = msgspec.json.Decoder().decode


class Line(NamedTuple):
    """One row of a list: the record, and what the list says about it. A tuple, as lists make thousands of them."""

    record: Record
    stamp: str
    by: str
    contested: bool
    deleted: bool
    month: str = ""
    """The month it is sorted under."""
    title: str = ""
    """The first of its texts that it has, cut short."""
    complete: bool | None = None
    sealed: str = ""
    """What a sealed kind holds, while it is closed; then the record is empty."""


@dataclass(frozen=True)
class Place:
    """Where a line stands in the order of a list."""

    month: str
    id: str


@dataclass(frozen=True)
class _Statement:
    """SQL as the driver takes it, what never changes in it, and the order of its parameters; None: by their names."""

    words: str
    fixed: Mapping[str, Any]
    order: tuple[str, ...] | None

    def given(self, asked: Mapping[str, Any]) -> Any:
        """The parameters as the driver takes them."""
        every = {**self.fixed, **asked}
        return every if self.order is None else [every[name] for name in self.order]


class Pages:
    """The pages of one list, newest month first."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._class = KINDS[query.kind]
        self._prepared: dict[bool, _Statement] = {}

    def from_top(self, session: Session, *, skipped: int = 0, limit: int = 50) -> list[Line]:
        """`limit` lines starting at row `skipped` of the list."""
        return self._read(session, {"skipped": skipped, "limited": limit})

    def below(self, session: Session, place: Place, *, skipped: int = 0, limit: int = 50) -> list[Line]:
        """`limit` lines of what lies below a place in the list, the first `skipped` left out.

        Nothing above the place is read, so a page costs the same wherever it lies.
        """
        return self._read(session, {"at": place.month, "after": place.id, "skipped": skipped, "limited": limit})

    def _read(self, session: Session, asked: Mapping[str, Any]) -> list[Line]:
        prepared = self._prepared.get("at" in asked) or self._prepare(session, below="at" in asked)
        found = _driver(session).execute(prepared.words, prepared.given(asked)).fetchall()
        return [_line(self._class, row) for row in found]

    def _prepare(self, session: Session, *, below: bool) -> _Statement:
        chosen = where(select(*(RECORD.c[name] for name in _LISTED)), self._query)
        if below:
            chosen = chosen.where(
                tuple_(RECORD.c.month, RECORD.c.id) < tuple_(bindparam("at", ""), bindparam("after", ""))
            )
        chosen = _ordered(chosen).limit(bindparam("limited", 0)).offset(bindparam("skipped", 0))
        made = chosen.compile(dialect=session.get_bind().dialect, compile_kwargs={"render_postcompile": True})
        self._prepared[below] = _Statement(
            str(made), made.params, tuple(made.positiontup) if made.positiontup is not None else None
        )
        return self._prepared[below]


def place_of(line: Line) -> Place:
    """Where this line stands."""
    return Place(line.month, line.record.id)


def line(session: Session, record_class: type[Record], record: str) -> Line | None:
    """One record with what a list says about it; None if there is none of this kind with this id."""
    chosen = select(*(RECORD.c[name] for name in _LISTED))
    row = session.execute(chosen.where(RECORD.c.id == record, RECORD.c.kind == record_class.KIND)).first()
    return _line(record_class, row) if row else None


def _driver(session: Session) -> Any:
    """What runs a prepared statement inside the session's transaction, with nothing between it and the rows."""
    return session.connection().connection.driver_connection


def _ordered(chosen: Select[Any]) -> Select[Any]:
    return chosen.order_by(RECORD.c.month.desc(), RECORD.c.id.desc())


def _line(record_class: type[Record], row: Any) -> Line:
    id, stamp, by, contested, deleted, month, title, complete, body = row  # as the driver gives it: flags are numbers
    entries = _READ(body)
    sealed = str(entries.get(SEALED) or "") if record_class.SEALED_FOR else ""
    judged = None if complete is None else bool(complete)
    record = unflat(record_class, id, entries)
    return Line(record, stamp, by, bool(contested), bool(deleted), month, title, judged, sealed)
