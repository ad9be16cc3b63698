"""Acknowledging: every laptop says in what it seals up to where it holds everything, so that others may clean up.

A laptop that only reads says so, too, in a segment of its own once a month; nobody answers one of those. A laptop
that never says it, such as one with an older program, stops every clean-up until it does or is taken out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.services.opening.workspace import Workspace
from app.services.syncing.spaces import Space
from app.storage import segments, values
from app.storage.segments import Kept
from app.storage.session import Session
from app.sync.space.segment import Segment

DAY_MS = 24 * 3600 * 1000
DUE_MS = 30 * DAY_MS
"""How long others wait for a laptop with nothing else to say."""
SILENT_MS = 365 * DAY_MS
"""After that a laptop of which nothing came is told of: it may be lost, and it stops every clean-up."""
_SAID = "acknowledged"
_OWED = "to acknowledge"


def learn(session: Session, device: str, said: Segment, now_ms: int, *, is_mine: bool) -> None:
    """Keep what a laptop acknowledges in a segment that was taken, and that its changes wait for a word from here."""
    if is_mine:
        return
    if said.whole:
        kept = values.get(session, _SAID) or {}
        before = kept.get(device, {})
        known = {who: max(last[0], before.get(who, 0)) for who, last in said.whole.items()}
        if {**before, **known} != before:
            values.put(session, _SAID, {**kept, device: {**before, **known}})
    if (said.operations or said.rows) and not values.get(session, _OWED):
        values.put(session, _OWED, now_ms)


def paid(session: Session) -> None:
    """A segment was sealed, and said it."""
    if values.get(session, _OWED) is not False:
        values.put(session, _OWED, False)


def is_due(session: Session, now_ms: int) -> bool:
    """Whether the others have waited long enough; also where the clock was set back.

    What was sealed before this program knew of it said nothing: that is owed from now on.
    """
    owed = values.get(session, _OWED)
    if owed is None and segments.seen(session):
        values.put(session, _OWED, now_ms)
    return bool(owed) and not 0 <= now_ms - owed < DUE_MS


def by_all(session: Session, space: Space) -> Callable[[Kept], bool]:
    """Whether every laptop that belongs holds a segment and all before it, as far as they said so."""
    said = values.get(session, _SAID) or {}
    others = [one.fingerprint for one in space.membership.present if one.fingerprint != space.device.fingerprint]

    def is_known(kept: Kept) -> bool:
        return all(who == kept.device or said.get(who, {}).get(kept.writer, 0) >= kept.seq for who in others)

    return is_known


def silent(workspace: Workspace, session: Session, space: Space) -> frozenset[str]:
    """The laptops that belong and of which nothing came for a year, by fingerprint."""
    now, last = workspace.now_ms(), dict[str, int]()
    for one in segments.every(session):
        last[one.device] = max(last.get(one.device, 0), one.since_ms)
    others = [one for one in space.membership.present if one.fingerprint != space.device.fingerprint]
    heard = {one.fingerprint: last.get(one.fingerprint, _day_ms(one.added)) for one in others}
    return frozenset(who for who, when in heard.items() if now - when > SILENT_MS)


def _day_ms(day: str) -> int:
    return int(datetime.fromisoformat(f"{day[:10]}T00:00:00+00:00").timestamp() * 1000)


def has_said(session: Session) -> frozenset[str]:
    """The laptops that ever acknowledged anything."""
    return frozenset(values.get(session, _SAID) or {})
