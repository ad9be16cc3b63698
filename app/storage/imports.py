"""Which row of which file became which record, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import insert, select

from app.storage.session import Session
from app.storage.tables import BATCH, IMPORTED, RECORD, ImportedRow


@dataclass(frozen=True)
class Imported:
    """One row that was imported before: its record, and a digest of what it said then."""

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
    for start in range(0, len(wanted), 900):
        rows = session.execute(select(IMPORTED).where(IMPORTED.c.key.in_(wanted[start : start + 900])))
        found.update({row["key"]: Imported(**row) for row in rows.mappings()})
    return found


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


def batches(session: Session) -> tuple[Batch, ...]:
    """Every import, the newest first."""
    rows = session.execute(select(BATCH).order_by(BATCH.c.made_ms.desc()))
    return tuple(Batch(**row) for row in rows.mappings())
