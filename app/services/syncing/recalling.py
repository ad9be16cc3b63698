"""Recalling: what a laptop said after it was taken out leaves the workspace again, whatever came first."""

from __future__ import annotations

from collections.abc import Iterable

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


def no_longer(session: Session, space: Space) -> tuple[Kept, ...]:
    """Segments that were taken and would be put aside by now, as the revocation of their laptop came later."""
    doubtful = [one for one in segments.every(session, State.HELD) if one.device in space.membership.revoked]
    found = []
    for kept in doubtful:
        data = segments.bytes_of(session, kept.digest)
        if data and taking.standing(space, *segment.outside(data))[0] is State.QUARANTINED:
            found.append(kept)
    return tuple(found)


def put_aside(workspace: Workspace, session: Session, space: Space, gone: Iterable[Kept]) -> None:
    """Take out again what these segments said and no other one says; the order of arrival must not matter."""
    found_out = list(gone)
    aside = {kept.digest for kept in found_out}
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
    segments.mark(session, aside, State.QUARANTINED, workspace.now_ms(), reason=taking.REVOKED)
    segments.forget_replaced(session, found_out)
    settings.follow(session, space)


def _restore(workspace: Workspace, session: Session, space: Space, wanted: set[str], *, but: set[str]) -> None:
    """Records that only a laptop erased which nobody vouches for any more come back from the segments that count."""
    held = [one for one in segments.every(session, *segments.COUNTED) if wanted and one.digest not in but]
    for kept in held:
        if (found := unsealing.opened(session, space, kept.digest)) is not None:
            back = [one for one in found.segment.operations if one.record in wanted]
            operations.add_all(session, back, judge(workspace.pack), outgoing=False)
