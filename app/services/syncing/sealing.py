"""Sealing: what was written here since the last time becomes numbered segments, each signed and sealed once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime

from app.domain.fold import Operation
from app.progress import Progress, silent
from app.services.coordinating import outside
from app.services.opening.workspace import Workspace
from app.services.syncing import acknowledging, incarnation, settings
from app.services.syncing.spaces import Space
from app.storage import carried, operation_rows, outbox, segments
from app.storage.segments import Kept, State
from app.storage.session import Session
from app.sync.space import segment
from app.sync.space.segment import CarriedRow, Place, Segment


def begin(workspace: Workspace, session: Session, space: Space) -> None:
    """Write down changed settings; the first time, let all that is held go out once."""
    outbox.begin(session)
    carried.begin(session)
    settings.note(workspace, session, space)


def seal(workspace: Workspace, space: Space, progress: Progress = silent) -> int:
    """Seal all that waits, one segment a transaction; how many. `progress` may stop it in between.

    Killed anywhere, what was sealed is whole and what was not still waits; no number is given twice. Received files
    that lie outside are brought in first, as others lack them; where their place is away they wait.
    """
    with workspace.reading() as session:
        lacking = carried.unsent_outside(session)
    outside.bring_in(workspace, lacking)
    count = 0
    while True:
        progress(count, 0)
        with workspace.noting() as session:
            if not _seal_next(workspace, session, space):
                return count
        count += 1


def acknowledge(workspace: Workspace, space: Space) -> bool:
    """Where nothing else was to say for a month: seal that what the others wrote is here."""
    with workspace.noting() as session:
        is_due = acknowledging.is_due(session, workspace.now_ms())
        if is_due:
            _write_next(workspace, session, space, Segment())
    return is_due


def write(workspace: Workspace, session: Session, space: Space, said: Segment, place: Place) -> Kept:
    """Seal one segment at its place and keep it as unsent; the caller has reserved the number."""
    reader = space.current
    if reader is None:
        raise ValueError("a space without a key has nobody to seal for")
    data = segment.seal(said, place, space.device, reader)
    manifest, identity = segment.outside(data)
    now = workspace.now_ms()
    kept = Kept(
        digest=hashlib.sha256(data).hexdigest(),
        id=identity,
        writer=manifest.writer,
        seq=manifest.seq,
        device=space.device.fingerprint,
        previous=manifest.previous,
        state=State.UNSENT,
        reason="",
        made_ms=milliseconds(place.sealed_at),
        since_ms=now,
        size=len(data),
        start=place.start or place.seq,
        replaces=place.replaces,
        bundle=data,
    )
    segments.put(session, kept)
    return kept


def moment(workspace: Workspace) -> str:
    """This moment as a segment tells it."""
    return workspace.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def milliseconds(sealed_at: str) -> int:
    """The same in milliseconds since 1970."""
    return int(datetime.strptime(sealed_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp() * 1000)


def _seal_next(workspace: Workspace, session: Session, space: Space) -> bool:
    said = next(segment.batches(_waiting(session)), None)
    if said is None:
        _clear(session)
        return False
    _write_next(workspace, session, space, said)
    outbox.remove(session, [(one.record, one.stamp) for one in said.operations])
    carried.note(session, [carried.Row(**vars(row)) for row in said.rows])
    return True


def _write_next(workspace: Workspace, session: Session, space: Space, said: Segment) -> None:
    """As the next one of the chain, with what this laptop has seen and acknowledges."""
    said = Segment(said.operations, said.rows, segments.seen(session), segments.whole(session))
    reserved = incarnation.reserve(workspace, session)
    place = Place(space.id, reserved.writer, reserved.seq, reserved.last, moment(workspace))
    kept = write(workspace, session, space, said, place)
    incarnation.sealed(session, reserved, kept.id)
    acknowledging.paid(session)


def _waiting(session: Session) -> Iterator[Operation | CarriedRow]:
    """What waits: operations by record, the oldest records first, then rows."""
    yield from _operations(session)
    for row in carried.unsent(session):
        yield CarriedRow(**vars(row))


def _operations(session: Session) -> Iterator[Operation]:
    """Stamps whose operations were erased meanwhile are passed over."""
    after = ""
    while wanted := outbox.next_records(session, after=after):
        after = max(wanted)
        yield from operation_rows.chosen(session, wanted)


def _clear(session: Session) -> None:
    """What is left in the outbox has no operation any more: it was erased; and what is noted of rows is sent."""
    carried.clear(session)
    while left := outbox.next_records(session):
        outbox.remove(session, [(record, stamp) for record, stamps in left.items() for stamp in stamps])
