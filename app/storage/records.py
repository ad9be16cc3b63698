"""Reading records: one, some or all of a kind, and counts; always as frozen values of the domain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from sqlalchemy import func, select

from app.domain.fold import ERASED, INTERNAL
from app.domain.records import KINDS, Record, unflat
from app.storage.naming import name_of
from app.storage.queries import Query, where
from app.storage.session import Session
from app.storage.tables import ELEMENT, RECORD

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Brief:
    """One record of any kind in a list of several kinds: what it is called, and its newest write."""

    id: str
    kind: str
    title: str
    stamp: str
    by: str


@dataclass(frozen=True)
class Erased:
    """The tombstone of a record: that it was erased, by whom and why."""

    id: str
    stamp: str
    by: str
    reason: str


def get(session: Session, record_class: type[R], record: str) -> R | None:
    """One record, also from the trash; None if there is none of this kind with this id."""
    chosen = select(RECORD.c.id, RECORD.c.body).where(RECORD.c.id == record, RECORD.c.kind == record_class.KIND)
    row = session.execute(chosen).first()
    return _record(record_class, row) if row else None


def kind_of(session: Session, record: str) -> str:
    """The kind of the record with this id, "" if there is none."""
    return session.execute(select(RECORD.c.kind).where(RECORD.c.id == record)).scalar() or ""


def people_counted(session: Session, kind: str) -> int | None:
    """The sum of the people reached; None if nobody counted in any record."""
    shown = (RECORD.c.kind == kind, RECORD.c.deleted.is_(False), RECORD.c.counted.is_not(None))
    found = session.execute(select(func.sum(RECORD.c.counted)).where(*shown)).scalar()
    return None if found is None else int(found)


def ids(session: Session, query: Query) -> tuple[str, ...]:
    """The ids of a list, oldest id first: for lists of exceptions, which are short."""
    chosen = where(select(RECORD.c.id), query).order_by(RECORD.c.id)
    return tuple(id for (id,) in session.execute(chosen))


def count(session: Session, query: Query) -> int:
    """How many records the list has."""
    return int(session.execute(where(select(func.count()).select_from(RECORD), query)).scalar_one())


def waiting(session: Session, record_class: type[R]) -> Iterator[R]:
    """The open messages that are not in the trash, the oldest month first."""
    chosen = where(select(RECORD.c.id, RECORD.c.body), Query(record_class.KIND, open_loop=True))
    for row in session.execute(chosen.order_by(RECORD.c.month, RECORD.c.id)):  # as their own index has them
        yield _record(record_class, row)


def every(session: Session, record_class: type[R]) -> Iterator[R]:
    """All records of a kind that are not in the trash, oldest id first."""
    last = ""
    while True:
        chosen = where(select(RECORD.c.id, RECORD.c.body), Query(record_class.KIND))
        rows = session.execute(chosen.where(RECORD.c.id > last).order_by(RECORD.c.id).limit(1000)).all()
        for row in rows:
            yield _record(record_class, row)
        if len(rows) < 1000:
            return
        last = rows[-1].id


def contested(session: Session) -> tuple[Brief, ...]:
    """Records that are not in the trash and have a field with several values, the one written last first."""
    told = RECORD.c.kind.not_in(INTERNAL)
    return _briefs(session, RECORD.c.contested.is_(True), RECORD.c.deleted.is_(False), told)


def deleted(session: Session) -> tuple[Brief, ...]:
    """Records of every kind in the trash, the one deleted last first; what was erased is not there."""
    return _briefs(session, RECORD.c.deleted.is_(True), RECORD.c.kind != ERASED)


def erased(session: Session) -> tuple[Erased, ...]:
    """The tombstones, the newest first."""
    chosen = select(RECORD).where(RECORD.c.kind == ERASED).order_by(RECORD.c.stamp.desc(), RECORD.c.id)
    found = ((row, msgspec.json.decode(row.body)) for row in session.execute(chosen))
    return tuple(Erased(row.id, row.stamp, row.by, str(body.get("reason") or "")) for row, body in found)


def with_trash(session: Session, wanted: Iterable[type[Record]]) -> Iterator[Record]:
    """Every record of these kinds, also those in the trash; of a sealed one only what is not sealed."""
    classes = {one.KIND: one for one in wanted}
    chosen = select(RECORD.c.id, RECORD.c.kind, RECORD.c.body).where(RECORD.c.kind.in_(classes))
    for row in session.execute(chosen):
        yield _record(classes[row.kind], row)


def untouched(session: Session, record_class: type[Record], before: str) -> tuple[str, ...]:
    """Ids of the records of a kind, also from the trash, of which nothing was written since `before`, the oldest first.

    What is sealed is written anew whenever its readers change, so there the writing of the record itself counts.
    """
    since = RECORD.c.id if record_class.SEALED_FOR else RECORD.c.stamp
    chosen = select(RECORD.c.id).where(RECORD.c.kind == record_class.KIND, since < before)
    return tuple(session.execute(chosen.order_by(RECORD.c.stamp, RECORD.c.id)).scalars())


def thrown_away(session: Session, before: str) -> tuple[str, ...]:
    """Ids of the records in the trash on which nothing was written since `before`, the oldest first."""
    thrown = select(RECORD.c.id, RECORD.c.stamp).where(RECORD.c.kind.in_(list(KINDS)), RECORD.c.deleted.is_(True))
    # The stamp is compared here: asked for it, SQLite looks through all that is old instead of through the trash.
    return tuple(sorted(row.id for row in session.execute(thrown) if row.stamp < before))


def brief(session: Session, record: str) -> Brief | None:
    """One record of any kind, in brief."""
    return next(iter(_briefs(session, RECORD.c.id == record)), None)


def count_shown(session: Session) -> int:
    """How many records of any kind are not in the trash."""
    shown = select(func.count()).select_from(RECORD).where(RECORD.c.deleted.is_(False), RECORD.c.kind.not_in(INTERNAL))
    return int(session.execute(shown).scalar_one())


def stamp_of(session: Session, record: str) -> str:
    """The newest write of a record, "" if there is no such record."""
    return session.execute(select(RECORD.c.stamp).where(RECORD.c.id == record)).scalar() or ""


def some(session: Session, record_class: type[R], wanted: Iterable[str]) -> Iterator[R]:
    """Those of these records that are there and not in the trash."""
    ids = list(wanted)
    for start in range(0, len(ids), 900):
        chosen = where(select(RECORD.c.id, RECORD.c.body), Query(record_class.KIND)).where(
            RECORD.c.id.in_(ids[start : start + 900])
        )
        for row in session.execute(chosen):
            yield _record(record_class, row)


def naming_in(session: Session, record_class: type[R], field: str, record: str) -> Iterator[R]:
    """Records of a kind whose `field` names this record, the oldest first."""
    chosen = where(select(RECORD.c.id, RECORD.c.body), Query(record_class.KIND)).where(
        RECORD.c.body.contains(f'"{field}":"{record}"')
    )
    for row in session.execute(chosen.order_by(RECORD.c.id)):
        yield _record(record_class, row)


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


def _record(record_class: type[R], row: Any) -> R:
    return unflat(record_class, row.id, msgspec.json.decode(row.body))
