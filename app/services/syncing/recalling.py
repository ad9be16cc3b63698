"""Recalling: what a laptop said after it was taken out leaves the workspace again, whatever came first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.fold import ERASED, Operation
from app.domain.operation import full
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.syncing import healing, settings, taking, unsealing
from app.services.syncing.spaces import Space
from app.storage import carried, operations, segments
from app.storage.segments import Kept, State
from app.storage.session import Session
from app.sync.space import segment


@dataclass(frozen=True)
class Recalled:
    """A segment that was taken, and how it would stand if it came now."""

    kept: Kept
    state: State
    reason: str


def no_longer(session: Session, space: Space) -> tuple[Recalled, ...]:
    """Segments that were taken and would not be by now: the revocation of their laptop came later, or of who let it in.

    A laptop whose admission does not count any more is as unknown as one that was never admitted: its work waits.
    """
    known = space.membership.devices.keys() - space.membership.revoked.keys()
    found = []
    for kept in segments.every(session, State.HELD):
        data = segments.bytes_of(session, kept.digest) if kept.device not in known else b""
        if data:
            state, reason = taking.standing(space, *segment.outside(data))
            if state is not State.HELD:
                found.append(Recalled(kept, state, reason))
    return tuple(found)


def put_aside(workspace: Workspace, session: Session, space: Space, gone: Iterable[Recalled]) -> None:
    """Take out again what these segments said and no other one says; the order of arrival must not matter."""
    found_out = list(gone)
    aside = {one.kept.digest for one in found_out}
    said: dict[tuple[str, str], Operation] = {}
    others: dict[tuple[str, str], Operation] = {}
    rows: dict[bool, list[carried.Row]] = {True: [], False: []}
    for kept in segments.every(session, *segments.COUNTED):
        if (found := unsealing.opened(session, space, kept.digest)) is not None:
            told = {(one.record, full(one)): one for one in found.segment.operations}
            (said if kept.digest in aside else others).update(told)
            rows[kept.digest in aside] += [carried.Row(**vars(row)) for row in found.segment.rows]
    withdrawn = [one for name, one in said.items() if name not in others]
    operations.withdraw(session, withdrawn, judge(workspace.pack))
    healing.speak_up(session, {one.record for one in withdrawn})
    lost = {one.record for one in withdrawn if one.kind == ERASED}
    _restore(workspace, session, space, lost, but=aside)
    carried.withdraw(session, rows[True], left=rows[False])
    for state, reason in {(one.state, one.reason) for one in found_out}:
        digests = {one.kept.digest for one in found_out if (one.state, one.reason) == (state, reason)}
        segments.mark(session, digests, state, workspace.now_ms(), reason=reason)
    segments.forget_replaced(session, [one.kept for one in found_out])
    settings.follow(session, space)


def _restore(workspace: Workspace, session: Session, space: Space, wanted: set[str], *, but: set[str]) -> None:
    """Records that only a laptop erased which nobody vouches for any more come back from the segments that count."""
    held = [one for one in segments.every(session, *segments.COUNTED) if wanted and one.digest not in but]
    for kept in held:
        if (found := unsealing.opened(session, space, kept.digest)) is not None:
            back = [one for one in found.segment.operations if one.record in wanted]
            operations.add_all(session, back, judge(workspace.pack), outgoing=False)
