"""The key log as it was received: signed entries, only ever added to; what they amount to is sync's to say."""

from __future__ import annotations

from sqlalchemy import select

from app.storage.session import Session
from app.storage.space_tables import KEY_ENTRY

SPACE = "space"
"""The value that says which laptop of which space this is; None where it is on one laptop only."""


def put(session: Session, entry: str, bundle: bytes) -> bool:
    """Keep an entry under its id; whether it is new. The caller has checked the bytes."""
    if session.execute(select(KEY_ENTRY.c.id).where(KEY_ENTRY.c.id == entry)).first() is not None:
        return False
    session.execute(KEY_ENTRY.insert().values(id=entry, bundle=bundle))
    return True


def every(session: Session) -> dict[str, bytes]:
    """Id to bytes, all there are, sorted by id."""
    found = session.execute(select(KEY_ENTRY.c.id, KEY_ENTRY.c.bundle).order_by(KEY_ENTRY.c.id))
    return {row.id: bytes(row.bundle) for row in found}
