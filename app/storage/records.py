"""Reading records: one, a page of them, or all of a kind; always as frozen values of the domain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Select, func, select, text, tuple_

from app.domain.fold import ERASED
from app.domain.records import KINDS, SEALED, Record, unflat
from app.domain.terms import Period
from app.storage import search
from app.storage.session import Session
from app.storage.tables import ELEMENT, RECORD

R = TypeVar("R", bound=Record)
NAMING = ("title", "name", "paraphrase", "said", "service", "what", "summary", "text", "why", "note")
"""The fields that say what a record is about, the first one that is filled."""


@dataclass(frozen=True)
class Line:
    """One row of a list: the record, and what the list says about it."""

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
class Brief:
    """One record of any kind in a list of several kinds: what it is called, and its newest write."""

    id: str
    kind: str
    title: str
    stamp: str
    by: str


@dataclass(frozen=True)
class Query:
    """Which records a list shows, newest month first."""

    kind: str
    objective: int | None = None
    period: Period | None = None
    words: str = ""
    deleted: bool = False
    points_at: str = ""
    """Only records that point at the record with this id."""
    complete: bool | None = None
    """Only what is complete, or only drafts; None: both."""
    open_loop: bool | None = None
    """Only messages that wait for an answer, or only the others; None: both."""


@dataclass(frozen=True)
class Place:
    """Where a line stands in the order of a list."""

    month: str
    id: str


def get(session: Session, record_class: type[R], record: str) -> R | None:
    """One record, also from the trash; None if there is none of this kind with this id."""
    found = line(session, record_class, record)
    return found.record if found else None  # type: ignore[return-value]


def line(session: Session, record_class: type[Record], record: str) -> Line | None:
    """One record with what a list says about it."""
    query = select(RECORD).where(RECORD.c.id == record, RECORD.c.kind == record_class.KIND)
    row = session.execute(query).first()
    return _line(record_class, row) if row else None


def kind_of(session: Session, record: str) -> str:
    """The kind of the record with this id, "" if there is none."""
    return session.execute(select(RECORD.c.kind).where(RECORD.c.id == record)).scalar() or ""


def page(
    session: Session,
    record_class: type[Record],
    query: Query,
    *,
    after: int = 0,
    limit: int = 50,
) -> list[Line]:
    """`limit` lines starting at row `after` of the list."""
    chosen = _ordered(query).offset(after).limit(limit)
    return [_line(record_class, row) for row in session.execute(chosen, _words(query))]


def page_below(session: Session, query: Query, place: Place, *, skipped: int = 0, limit: int = 50) -> list[Line]:
    """`limit` lines of what lies below a place in the list, the first `skipped` left out.

    Nothing above the place is read, so a page costs the same wherever it lies.
    """
    chosen = _ordered(query).where(tuple_(RECORD.c.month, RECORD.c.id) < (place.month, place.id))
    record_class, chosen = KINDS[query.kind], chosen.offset(skipped).limit(limit)
    return [_line(record_class, row) for row in session.execute(chosen, _words(query))]


def place_of(line: Line) -> Place:
    """Where this line stands."""
    return Place(line.month, line.record.id)


def people_counted(session: Session, kind: str) -> int | None:
    """The sum of the people reached; None if nobody counted in any record."""
    shown = (RECORD.c.kind == kind, RECORD.c.deleted.is_(False), RECORD.c.counted.is_not(None))
    found = session.execute(select(func.sum(RECORD.c.counted)).where(*shown)).scalar()
    return None if found is None else int(found)


def ids(session: Session, query: Query) -> tuple[str, ...]:
    """The ids of a list, oldest id first: for lists of exceptions, which are short."""
    chosen = _where(select(RECORD.c.id), query).order_by(RECORD.c.id)
    return tuple(id for (id,) in session.execute(chosen, _words(query)))


def count(session: Session, query: Query) -> int:
    """How many records the list has."""
    return int(session.execute(_where(select(func.count()).select_from(RECORD), query), _words(query)).scalar_one())


def every(session: Session, record_class: type[R], period: Period | None = None) -> Iterator[R]:
    """All records of a kind that are not in the trash, oldest id first."""
    last = ""
    while True:
        chosen = _where(select(RECORD), Query(record_class.KIND, period=period))
        rows = session.execute(chosen.where(RECORD.c.id > last).order_by(RECORD.c.id).limit(1000)).all()
        for row in rows:
            yield _line(record_class, row).record  # type: ignore[misc]
        if len(rows) < 1000:
            return
        last = rows[-1].id


def contested(session: Session) -> tuple[Brief, ...]:
    """Records that are not in the trash and have a field with several values, the one written last first."""
    return _briefs(session, RECORD.c.contested.is_(True), RECORD.c.deleted.is_(False))


def deleted(session: Session) -> tuple[Brief, ...]:
    """Records of every kind in the trash, the one deleted last first; what was erased is not there."""
    return _briefs(session, RECORD.c.deleted.is_(True), RECORD.c.kind != ERASED)


def brief(session: Session, record: str) -> Brief | None:
    """One record of any kind, in brief."""
    return next(iter(_briefs(session, RECORD.c.id == record)), None)


def stamp_of(session: Session, record: str) -> str:
    """The newest write of a record, "" if there is no such record."""
    return session.execute(select(RECORD.c.stamp).where(RECORD.c.id == record)).scalar() or ""


def some(session: Session, record_class: type[R], wanted: Iterable[str]) -> Iterator[R]:
    """Those of these records that are there and not in the trash."""
    ids = list(wanted)
    for start in range(0, len(ids), 900):
        chosen = _where(select(RECORD), Query(record_class.KIND)).where(RECORD.c.id.in_(ids[start : start + 900]))
        for row in session.execute(chosen):
            yield _line(record_class, row).record  # type: ignore[misc]


def naming_in(session: Session, record_class: type[R], field: str, record: str) -> Iterator[R]:
    """Records of a kind whose `field` names this record, the oldest first."""
    chosen = _where(select(RECORD), Query(record_class.KIND)).where(RECORD.c.body.contains(f'"{field}":"{record}"'))
    for row in session.execute(chosen.order_by(RECORD.c.id)):
        yield _line(record_class, row).record  # type: ignore[misc]


def name_of(entries: Mapping[str, object]) -> str:
    """What a record with these entries is called; "" if nothing in it names it."""
    return next((value for name in NAMING if isinstance(value := entries.get(name), str) and value), "")[:200]


def _briefs(session: Session, *conditions: Any) -> tuple[Brief, ...]:
    rows = session.execute(select(RECORD).where(*conditions).order_by(RECORD.c.stamp.desc(), RECORD.c.id))
    return tuple(Brief(row.id, row.kind, name_of(msgspec.json.decode(row.body)), row.stamp, row.by) for row in rows)


def objectives_counted(session: Session, kind: str, field: str = "objectives") -> dict[int, int]:
    """How many shown records of a kind name each objective."""
    chosen = (
        select(ELEMENT.c.element, func.count())
        .join(RECORD, RECORD.c.id == ELEMENT.c.record)
        .where(
            ELEMENT.c.name == field,
            RECORD.c.kind == kind,
            RECORD.c.deleted.is_(False),
        )
        .group_by(ELEMENT.c.element)
    )
    return {int(element): n for element, n in session.execute(chosen) if element.isdecimal()}


def months_counted(session: Session, kind: str) -> dict[str, int]:
    """How many shown records of a kind lie in each month (`2026-10`)."""
    chosen = select(RECORD.c.month, func.count()).where(RECORD.c.kind == kind, RECORD.c.deleted.is_(False))
    counted: Counter[str] = Counter()
    for found, n in session.execute(chosen.group_by(RECORD.c.month)):  # by days, as the index has them in order
        counted[found[:7]] += n
    return {month: n for month, n in counted.items() if month}


def _ordered(query: Query) -> Select[Any]:
    return _where(select(RECORD), query).order_by(RECORD.c.month.desc(), RECORD.c.id.desc())


def _where(chosen: Select[Any], query: Query) -> Select[Any]:
    chosen = chosen.where(RECORD.c.kind == query.kind, RECORD.c.deleted.is_(query.deleted))
    if query.complete is not None:
        chosen = chosen.where(RECORD.c.complete.is_(query.complete))
    if query.open_loop is not None:
        chosen = chosen.where(RECORD.c.open_loop.is_(query.open_loop))
    if query.objective is not None:
        named = select(ELEMENT.c.record).where(
            ELEMENT.c.name.in_(("objectives", "topics")),
            ELEMENT.c.element == str(query.objective),
        )
        chosen = chosen.where(RECORD.c.id.in_(named) | _is_about(query.objective))
    if query.points_at:
        chosen = chosen.where(RECORD.c.body.contains(f':"{query.points_at}"', autoescape=True))
    if query.period is not None:
        start, end = query.period.start.month_iso, query.period.end.month_iso
        chosen = chosen.where(RECORD.c.month >= start, func.substr(RECORD.c.month, 1, 7) <= end)
    if _words(query):
        chosen = chosen.where(text(search.condition(query.words)[0]))
    return chosen


def _is_about(objective: int) -> ColumnElement[bool]:
    """Whether a record names this one objective in a field of its own, as choices and assessments do."""
    written = f'"objective":{objective}'
    return RECORD.c.body.contains(written + ",") | RECORD.c.body.contains(written + "}")


def _words(query: Query) -> dict[str, str]:
    return search.condition(query.words)[1] if query.words.strip() else {}


def _line(record_class: type[Record], row: Any) -> Line:
    entries = msgspec.json.decode(row.body)
    sealed = str(entries.get(SEALED) or "") if record_class.SEALED_FOR else ""
    record = unflat(record_class, row.id, entries)
    return Line(record, row.stamp, row.by, row.contested, row.deleted, row.month, row.title, row.complete, sealed)
