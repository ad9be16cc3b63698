"""Which row of which file became which record, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, insert, literal, select, union_all, update

from app.storage import plain_rows, unsent_rows
from app.storage.session import Session
from app.storage.tables import BATCH, IMPORTED, OPERATION, RECORD

_UNDONE = "!"
"""Before the digest of a row whose import was undone, once for each time."""
_AT_ONCE = 900


@dataclass(frozen=True)
class Imported:
    """One row that was imported before: its record, and a digest of what it said then; no digest if that was undone."""

    key: str
    record: str
    digest: str
    batch: str


@dataclass(frozen=True)
class Batch:
    """One import of one file."""

    id: str
    file: str
    digest: str
    made_ms: int
    by: str
    counts: str
    """JSON: outcome to number of rows."""


def known(session: Session, keys: Iterable[str]) -> dict[str, Imported]:
    """Those of these row keys that were imported before."""
    wanted = list(keys)
    found: dict[str, Imported] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = session.execute(select(IMPORTED).where(IMPORTED.c.key.in_(wanted[start : start + _AT_ONCE])))
        found.update({row["key"]: Imported(**row) for row in rows.mappings()})
    return found


def take_back(session: Session, records: Iterable[str]) -> None:
    """Note that what rows said of these records was undone: the same rows are news again; as often as it happens."""
    _mark(session, records, literal(_UNDONE) + IMPORTED.c.digest)


def give_back(session: Session, records: Iterable[str]) -> None:
    """Note that what was undone last of these records was done again."""
    is_marked = IMPORTED.c.digest.startswith(_UNDONE)
    _mark(session, records, case((is_marked, func.substr(IMPORTED.c.digest, 2)), else_=IMPORTED.c.digest))


def _mark(session: Session, records: Iterable[str], digest: ColumnElement[str]) -> None:
    wanted = list(records)
    for start in range(0, len(wanted), _AT_ONCE):
        some = IMPORTED.c.record.in_(wanted[start : start + _AT_ONCE])
        session.execute(update(IMPORTED).where(some).values(digest=digest))
        unsent_rows.note(session, IMPORTED.name, session.execute(select(IMPORTED.c.key).where(some)).scalars().all())


def gone(session: Session, found: Iterable[Imported]) -> frozenset[str]:
    """The records of rows whose import was undone, that lie in the trash since."""
    wanted = [one.record for one in found if one.digest.startswith(_UNDONE)]
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    asked = (select(RECORD.c.id).where(RECORD.c.id.in_(part), RECORD.c.deleted.is_(True)) for part in parts)
    return frozenset(row.id for one in asked for row in session.execute(one))


def is_taken_back(session: Session, batch: str) -> bool:
    """Whether nothing of a batch is left outside the trash, as after it was undone: then its rows may come again."""
    named = select(IMPORTED.c.record).where(IMPORTED.c.batch == batch)
    left = select(RECORD.c.id).where(RECORD.c.id.in_(named), RECORD.c.deleted.is_(False)).limit(1)
    return session.execute(left).first() is None


def put(session: Session, batch: Batch, rows: Iterable[Imported]) -> None:
    """Keep a batch and what each of its rows became."""
    session.execute(insert(BATCH), [dict(vars(batch))])
    unsent_rows.note(session, BATCH.name, [batch.id])
    _put_rows(session, rows)


def _put_rows(session: Session, rows: Iterable[Imported]) -> None:
    kept = {row.key: row for row in rows}
    plain_rows.remove(session, IMPORTED, "key", ((key,) for key in kept))
    plain_rows.put(session, IMPORTED, ((row.key, row.record, row.digest, row.batch) for row in kept.values()))
    unsent_rows.note(session, IMPORTED.name, list(kept))


def written_between(session: Session, stamps: tuple[str, str]) -> list[tuple[str, str]]:
    """(record, stamp) of every write of one writer that lies between two of its stamps, both counted."""
    first, last = stamps
    single = select(RECORD.c.id, RECORD.c.stamp).where(RECORD.c.many.is_(False), RECORD.c.stamp.between(first, last))
    others = select(OPERATION.c.record, OPERATION.c.stamp).where(OPERATION.c.stamp.between(first, last))
    found = session.execute(union_all(single, others)).all()
    return sorted(((one[0], one[1]) for one in found if one[1][16:] == first[16:]), key=lambda one: one[1])


def changed_after(session: Session, stamps: tuple[str, str]) -> tuple[str, ...]:
    """What the records are called that one of these writes made or changed, and that were written again since."""
    wanted = [record for record, _stamp in written_between(session, stamps)]
    found: list[str] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = RECORD.c.id.in_(wanted[start : start + _AT_ONCE])
        asked = select(RECORD.c.title).where(some, RECORD.c.stamp > stamps[1], RECORD.c.deleted.is_(False))
        found += [row.title for row in session.execute(asked)]
    return tuple(found)


def go_on(session: Session, batch: str, counts: str, rows: Iterable[Imported]) -> None:
    """Keep further rows of a batch that was begun before, and how many there are of each now."""
    session.execute(update(BATCH).where(BATCH.c.id == batch).values(counts=counts))
    _put_rows(session, rows)


def of_batch(session: Session, batch: str) -> tuple[Imported, ...]:
    """The rows of a batch."""
    rows = session.execute(select(IMPORTED).where(IMPORTED.c.batch == batch))
    return tuple(Imported(**row) for row in rows.mappings())


def batches(session: Session) -> tuple[Batch, ...]:
    """Every import, the newest first."""
    rows = session.execute(select(BATCH).order_by(BATCH.c.made_ms.desc()))
    return tuple(Batch(**row) for row in rows.mappings())
