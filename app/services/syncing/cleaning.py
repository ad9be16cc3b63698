"""Cleaning up: words that others replaced long ago leave the places where laptops meet, if the organisation says so.

Every value stays in each workspace that has it: whoever worked then can bring it back. What goes is in the files
that this laptop wrote, of values that settled writes replaced: those that every laptop has acknowledged and that are
older than the organisation keeps such words. A laptop that joins later shows the same, without these old words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.domain.operation import Operation, bare
from app.domain.roles import Verb
from app.domain.thinning import spent, thinned
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.opening.workspace import Workspace
from app.services.syncing import acknowledging, growing, healing, unsealing
from app.services.syncing.spaces import Space
from app.storage import operation_rows, outbox, segments, values
from app.storage.segments import COUNTED, Kept, State
from app.storage.session import Session
from app.sync.space import compacting
from app.sync.space.segment import Segment

LEAST, MOST = 6, 600
"""Months; 0 is for ever, and that is how it is until somebody decides."""
MONTH_MS = 30 * acknowledging.DAY_MS
WORTH_SHARE = 10
"""One in so many changes of a file has to become less; else the file is left alone."""
MOST_REPLACED = 8000
"""How many files one may stand for: they are listed in its first line."""
_RETENTION, _WORDS = "retention", "replaced words"
_DONE = "cleaned up"


class CleanUpMonthsError(GroundworkError):
    """Too few months to be safe, or none at all."""

    message = N_("Please give a whole number of months from {least} to {most}, or 0 to keep every version for ever.")


def months(workspace: Workspace) -> int:
    """How long replaced words are kept in the places where laptops meet; 0 is for ever."""
    with workspace.reading() as session:
        return _months(session)


def keep_for(workspace: Workspace, count: int) -> None:
    """Keep replaced words there for this many months, on all laptops. Raises NotAllowedError, CleanUpMonthsError."""
    workspace.may(Verb.ORGANISATION)
    if count and not LEAST <= count <= MOST:
        raise CleanUpMonthsError(least=LEAST, most=MOST)
    with workspace.writing() as session:
        values.put(session, _RETENTION, {**(values.get(session, _RETENTION) or {}), _WORDS: count})


def clean(workspace: Workspace, space: Space, progress: Progress = silent) -> int:
    """Once a month write own old files anew without what is spent; how many were written.

    `progress` may stop it between two. What is unsent or not acknowledged by all is looked at, and kept.
    """
    with workspace.reading() as session:
        if not _is_due(workspace, session) or outbox.count(session):
            return 0
        old = _settled(workspace, session, space)
        fresh = _written(session, space, (one for one in segments.every(session, *COUNTED) if one.digest not in old))
        groups = list(_groups(session, space, old)) if fresh is not None else []
    count = 0
    for number, group in enumerate(groups):
        progress(number, len(groups))
        with workspace.noting() as session:
            count += _thin(workspace, session, (space, fresh or set()), group)
    with workspace.noting() as session:
        values.put(session, _DONE, workspace.now_ms())
    return count


def _months(session: Session) -> int:
    return int((values.get(session, _RETENTION) or {}).get(_WORDS, 0))


def _is_due(workspace: Workspace, session: Session) -> bool:
    last = values.get(session, _DONE)
    return bool(_months(session)) and not (last and 0 <= workspace.now_ms() - last < MONTH_MS)


def _settled(workspace: Workspace, session: Session, space: Space) -> frozenset[str]:
    """The segments that all laptops hold, and that are here for as long as replaced words are kept."""
    is_known, since = acknowledging.by_all(session, space), workspace.now_ms() - _months(session) * MONTH_MS
    held = segments.every(session, State.HELD)
    return frozenset(one.digest for one in held if one.since_ms < since and is_known(one))


def _written(session: Session, space: Space, young: Iterable[Kept]) -> set[tuple[str, str]] | None:
    """Record and stamp of all that is not settled; None where that cannot be told."""
    found: set[tuple[str, str]] = set()
    for one in young:
        opened = unsealing.opened(session, space, one.digest)
        if opened is None:
            return None
        found.update((said.record, bare(said.stamp)) for said in opened.segment.operations)
    return found


def _groups(session: Session, space: Space, old: frozenset[str]) -> Iterator[list[Kept]]:
    """Own settled files that may become one, in order; the newest of a writer stays, as the chain goes on from it."""
    own = [one for one in segments.every(session, *COUNTED) if one.device == space.device.fingerprint]
    newest = {one.writer: one.digest for one in own}
    group: list[Kept] = []
    for one in own:
        if one.digest not in old or newest[one.writer] == one.digest:
            continue
        size = sum(each.size for each in group) + one.size
        stands_for = sum(len(each.replaces) + 1 for each in group)
        is_full = size > compacting.LARGEST_BYTES or stands_for > MOST_REPLACED
        if group and (is_full or group[-1].writer != one.writer):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _thin(workspace: Workspace, session: Session, known: tuple[Space, set[tuple[str, str]]], group: list[Kept]) -> int:
    space, fresh = known
    pairs = [(one, found) for one in group if (found := unsealing.opened(session, space, one.digest)) is not None]
    said = [each for _one, found in pairs for each in found.segment.operations]
    gone = _spent(session, {one.record for one in said}, fresh)
    less = sum(thinned(one, gone.get(one.record, {})) is not one for one in said)
    if not less or less * WORTH_SHARE < len(said):
        return 0

    def change(whole: Segment) -> Segment:
        return replace(whole, operations=tuple(thinned(one, gone.get(one.record, {})) for one in whole.operations))

    growing.rewrite(workspace, session, space, pairs, change)
    healing.note(session)
    return 1


def _spent(session: Session, records: set[str], fresh: set[tuple[str, str]]) -> dict[str, dict[str, frozenset[str]]]:
    rows = operation_rows.rows_of(session, sorted(records))

    def is_settled(one: Operation) -> bool:
        return (one.record, bare(one.stamp)) not in fresh

    held = operation_rows.held_by_each(session, rows.values())
    return {record: spent(operations, is_settled) for record, operations in held.items()}
