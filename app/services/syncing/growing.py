"""Growing: what this laptop sent becomes fewer files, loses the words of what was erased, and is cleared away late.

Only the laptop that wrote a file replaces or removes it, and only after what replaces it lies in the place.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from app.progress import Progress, silent
from app.services.opening.workspace import Workspace
from app.services.syncing import sealing, unsealing
from app.services.syncing.spaces import Space
from app.storage import records, segments, values
from app.storage.segments import COUNTED, Kept, State
from app.storage.session import Session
from app.sync.space import compacting, names
from app.sync.space.segment import Opened, Place, Segment
from app.sync.stores.store import Entry, Store

WAIT_MS = 30 * 24 * 3600 * 1000
"""How long files that others may still be reading stay after one took their place."""
ERASED = "erased"
"""Why a file was written anew: then the old one goes at once."""
_SWEPT = "erased in segments"


def tidy(workspace: Workspace, space: Space, progress: Progress = silent) -> int:
    """Write anew what holds words of erased records, and make one of many small files; how many were made."""
    return _without_erased(workspace, space, progress) + _fewer(workspace, space, progress)


def clear(workspace: Workspace, space: Space, store: Store, listed: list[Entry]) -> int:
    """Remove from a place what another file of this laptop stands for; how many."""
    there = {one.digest: one.entry for one in names.candidates(space.id, listed) if one.digest}
    with workspace.reading() as session:
        gone = [one for one in segments.every(session, State.REPLACED) if one.device == space.device.fingerprint]
        standing = {id for one in segments.every(session, State.HELD) for id in one.replaces}
    now, count = workspace.now_ms(), 0
    for one in gone:
        is_over = one.reason == ERASED or now - one.since_ms > WAIT_MS
        if is_over and one.id in standing and one.digest in there:
            store.delete(there[one.digest].name)
            count += 1
    return count


def _without_erased(workspace: Workspace, space: Space, progress: Progress) -> int:
    """Looked for only after something was erased since the last time."""
    with workspace.reading() as session:
        erased = frozenset(one.id for one in records.erased(session))
        done = values.get(session, _SWEPT) or 0
        own = _own(session, space) if len(erased) != done else []
    count = 0
    for number, kept in enumerate(own):
        progress(number, len(own))
        with workspace.noting() as session:
            found = unsealing.opened(session, space, kept.digest)
            if found is not None and compacting.tells_of(found.segment, erased):
                rewrite(workspace, session, space, [(kept, found)])
                segments.mark(session, [kept.digest], State.REPLACED, workspace.now_ms(), reason=ERASED)
                count += 1
    if len(erased) != done:
        with workspace.noting() as session:
            values.put(session, _SWEPT, len(erased))
    return count


def _fewer(workspace: Workspace, space: Space, progress: Progress) -> int:
    count = 0
    with workspace.reading() as session:
        own = [one for one in _own(session, space) if one.state is State.HELD and not one.is_several]
    for _writer, group in groupby(own, key=lambda one: one.writer):
        wanted = compacting.chosen(list(group))
        progress(count, 0)
        if not wanted:
            continue
        with workspace.noting() as session:
            pairs = [(one, unsealing.opened(session, space, one.digest)) for one in wanted]
            rewrite(workspace, session, space, [(one, found) for one, found in pairs if found is not None])
        count += 1
    return count


def _own(session: Session, space: Space) -> list[Kept]:
    return [one for one in segments.every(session, *COUNTED) if one.device == space.device.fingerprint]


def rewrite(
    workspace: Workspace,
    session: Session,
    space: Space,
    old: list[tuple[Kept, Opened]],
    change: Callable[[Segment], Segment] = lambda said: said,
) -> None:
    """One file that says what these say, but for what was erased since, in the place of all of them."""
    first, last = old[0][0], old[-1][0]
    erased = frozenset(one.id for one in records.erased(session))
    place = Place(
        space.id,
        last.writer,
        last.seq,
        first.previous,
        sealing.moment(workspace),
        start=min(kept.start for kept, _found in old),
        replaces=tuple(dict.fromkeys(id for kept, _found in old for id in (*kept.replaces, kept.id))),
    )
    said = compacting.merged([found.segment for _kept, found in old], erased)
    sealing.write(workspace, session, space, change(said), place)
    segments.replaced(session, space.device.fingerprint, [kept.id for kept, _found in old], workspace.now_ms())
