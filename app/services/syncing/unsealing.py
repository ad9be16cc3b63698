"""Taking apart what this laptop sealed and nobody has seen, so that it goes out anew under another name."""

from __future__ import annotations

from app.services.syncing.spaces import Space
from app.storage import carried, outbox, segments
from app.storage.segments import State
from app.storage.session import Session
from app.sync.space import segment
from app.sync.space.segment import Opened


def opened(session: Session, space: Space, digest: str) -> Opened | None:
    """A segment that is kept, opened; None where its bytes or its key are not here."""
    data = segments.bytes_of(session, digest)
    if not data:
        return None
    keys = space.opener(segment.outside(data)[0].recipients)
    return segment.open_(data, keys) if keys else None


def take_apart(session: Session, space: Space) -> int:
    """Put what waits in unsent segments back to what is to be sealed; how many there were."""
    waiting = segments.every(session, State.UNSENT)
    for kept in waiting:
        if (found := opened(session, space, kept.digest)) is not None:
            outbox.put_back(session, found.segment.operations)
            carried.forget(session, [(row.kind, row.key) for row in found.segment.rows])
    segments.forget(session, [kept.digest for kept in waiting])
    return len(waiting)
