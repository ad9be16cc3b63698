"""Which row of which file became which record, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, insert, literal, select, update

from app.storage.session import Session
from app.storage.tables import BATCH, IMPORTED, RECORD, ImportedRow

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
    for row in rows:
        session.merge(ImportedRow(**vars(row)))


def go_on(session: Session, batch: str, counts: str, rows: Iterable[Imported]) -> None:
    """Keep further rows of a batch that was begun before, and how many there are of each now."""
    session.execute(update(BATCH).where(BATCH.c.id == batch).values(counts=counts))
    for row in rows:
        session.merge(ImportedRow(**vars(row)))


def of_batch(session: Session, batch: str) -> tuple[Imported, ...]:
    """The rows of a batch."""
    rows = session.execute(select(IMPORTED).where(IMPORTED.c.batch == batch))
    return tuple(Imported(**row) for row in rows.mappings())


def batches(session: Session) -> tuple[Batch, ...]:
    """Every import, the newest first."""
    rows = session.execute(select(BATCH).order_by(BATCH.c.made_ms.desc()))
    return tuple(Batch(**row) for row in rows.mappings())
