"""Which files of attachments this laptop put into places, and since when nothing names them."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from app.storage.session import Session
from app.storage.space_tables import UPLOADED


def put(session: Session, name: str, hash: str) -> None:
    """This laptop put it there, and something names it."""
    remove(session, name)
    session.execute(insert(UPLOADED), [{"name": name, "hash": hash, "unnamed_ms": 0}])


def every(session: Session) -> tuple[tuple[str, str, int], ...]:
    """Name, hash, and since when nothing names it (0: something does)."""
    return tuple((row.name, row.hash, row.unnamed_ms) for row in session.execute(select(UPLOADED)))


def mark(session: Session, name: str, unnamed_ms: int) -> None:
    """Since when nothing names it; 0: something does again."""
    session.execute(update(UPLOADED).where(UPLOADED.c.name == name).values(unnamed_ms=unnamed_ms))


def remove(session: Session, name: str) -> None:
    """It is in the place no more."""
    session.execute(delete(UPLOADED).where(UPLOADED.c.name == name))
