"""What a person is told of the clock of this laptop, from the newest file of each of the others."""

from __future__ import annotations

from app.errors import GroundworkError
from app.i18n import N_, _, isolate, ngettext
from app.services.opening.workspace import Workspace
from app.services.syncing import spaces
from app.services.syncing.spaces import Space
from app.storage import segments, values
from app.storage.segments import COUNTED, Kept
from app.storage.session import Session
from app.sync.space import clocks, segment
from app.sync.space.clocks import Reading, Sighting, Verdict

_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000
_WORDS = {
    Verdict.AHEAD: N_("The clock of this laptop is at least {time} ahead of the others. Please set it."),
    Verdict.BEHIND: N_("The clock of this laptop is at least {time} behind the others. Please set it."),
    Verdict.EITHER: N_(
        "The clocks of this laptop and of “{laptop}” are at least {time} apart. Please look which one is right."
    ),
    Verdict.OTHER_AHEAD: N_("The clock of “{laptop}” is at least {time} ahead. Please have it set."),
    Verdict.OTHER_BEHIND: N_("The clock of “{laptop}” is at least {time} behind. Please have it set."),
    Verdict.STEPPED_BACK: N_(
        "The clock of this laptop stands {time} before the last change that was made on it. Please set it."
    ),
}


def reading(workspace: Workspace) -> Reading | None:
    """What is wrong with the clock of this laptop, or of another; None where nothing shows. Raises NoSpaceError."""
    with workspace.reading() as session:
        space = spaces.loaded(session)
        last = int((values.get(session, "clock") or {}).get("last_ms", 0))
        found = clocks.reading(_sightings(session, space), workspace.now_ms(), last)
        if found is None or not found.laptop:
            return found
        device = space.membership.devices.get(found.laptop)
        return Reading(found.verdict, found.by_ms, spaces.name_of(device.about, space) if device else "")


def words(found: Reading) -> str:
    """The same as a sentence."""
    return _(_WORDS[found.verdict]).format(time=_span(found.by_ms), laptop=isolate(found.laptop))


def _sightings(session: Session, space: Space) -> list[Sighting]:
    """The newest segment of each other laptop, and when ours were sealed that it had seen."""
    own: dict[tuple[str, int], int] = {}
    newest: dict[str, Kept] = {}
    for one in segments.every(session, *COUNTED):
        if one.device == space.device.fingerprint:
            own[(one.writer, one.seq)] = one.made_ms
        elif one.device not in newest or one.since_ms >= newest[one.device].since_ms:
            newest[one.device] = one
    return [
        Sighting(one.device, one.made_ms, one.since_ms, _saw(segments.bytes_of(session, one.digest), space, own))
        for one in newest.values()
    ]


def _saw(data: bytes, space: Space, own: dict[tuple[str, int], int]) -> int:
    """When we sealed the newest of ours that this segment's laptop had seen, by our clock."""
    if not data:
        return 0
    try:
        keys = space.opener(segment.outside(data)[0].recipients)
        seen = segment.open_(data, keys).segment.seen if keys else {}
    except GroundworkError:
        return 0
    return max((own.get((writer, seq), 0) for writer, (seq, _id) in seen.items()), default=0)


def _span(ms: int) -> str:
    if ms < 2 * _HOUR_MS:
        count = ms // _MINUTE_MS
        return ngettext("{count} minute", "{count} minutes", count).format(count=count)
    if ms < 2 * _DAY_MS:
        count = ms // _HOUR_MS
        return ngettext("{count} hour", "{count} hours", count).format(count=count)
    count = ms // _DAY_MS
    return ngettext("{count} day", "{count} days", count).format(count=count)
