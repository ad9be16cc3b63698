"""Packs of practices, byte for byte: those that were given and those that were taken. Only ever added to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select

from app.storage import unsent_rows
from app.storage.session import Session
from app.storage.tables import PRACTICES


@dataclass(frozen=True)
class KeptPack:
    """A pack as it was made or taken."""

    id: str
    signer: str
    """The public key that signed it, as hex; our own for what was given."""
    taken_ms: int
    bundle: bytes


def put(session: Session, kept: KeptPack) -> bool:
    """Keep a pack; False if it is held already."""
    if session.execute(select(PRACTICES.c.id).where(PRACTICES.c.id == kept.id)).first():
        return False
    session.execute(insert(PRACTICES), [dict(vars(kept))])
    unsent_rows.note(session, PRACTICES.name, [kept.id])
    return True


def every(session: Session) -> tuple[KeptPack, ...]:
    """Every pack, in an order that depends on the packs alone."""
    rows = session.execute(select(PRACTICES).order_by(PRACTICES.c.signer, PRACTICES.c.id))
    return tuple(KeptPack(**row) for row in rows.mappings())


def of(session: Session, signer: str) -> tuple[KeptPack, ...]:
    """The packs that one key signed."""
    rows = session.execute(select(PRACTICES).where(PRACTICES.c.signer == signer).order_by(PRACTICES.c.id))
    return tuple(KeptPack(**row) for row in rows.mappings())
