"""Whether the clock of this laptop is right, as far as the laptops that it exchanges files with tell.

No clock ever decides anything here; people only want to know why "yesterday" stands at what was written today. Two
bounds are certain: what another laptop sealed cannot have been taken before, and whoever has seen a file of ours
sealed the next one after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

TOLERANCE_MS = 10 * 60 * 1000
"""Below this nobody is told: clocks of laptops differ."""
DAY_MS = 24 * 3600 * 1000


class Verdict(Enum):
    """Whose clock is wrong."""

    AHEAD = "ahead"
    BEHIND = "behind"
    EITHER = "either"
    """There is one other laptop, and the two disagree."""
    OTHER_AHEAD = "other ahead"
    OTHER_BEHIND = "other behind"
    STEPPED_BACK = "stepped back"
    """It was a day or more later before."""


@dataclass(frozen=True)
class Sighting:
    """One segment of another laptop."""

    laptop: str
    sealed_ms: int
    """When, by its own clock."""
    taken_ms: int
    """When it was taken in, by ours."""
    saw_ms: int = 0
    """When we had sealed the newest of our segments that it had seen, by our clock; 0 where it had seen none."""


@dataclass(frozen=True)
class Reading:
    """What is wrong, by at least so much; `laptop` is the other one where it is about one."""

    verdict: Verdict
    by_ms: int
    laptop: str = ""


def reading(sightings: Iterable[Sighting], now_ms: int, last_own_ms: int) -> Reading | None:
    """What a person should know of clocks; None where nothing is wrong as far as anybody can tell.

    `last_own_ms` is the time of the last stamp of this laptop. More laptops are believed rather than fewer.
    """
    if last_own_ms - now_ms >= DAY_MS:
        return Reading(Verdict.STEPPED_BACK, last_own_ms - now_ms)
    apart = _apart(sightings)
    ahead = {one: by for one, by in apart.items() if by > TOLERANCE_MS}
    behind = {one: -by for one, by in apart.items() if by < -TOLERANCE_MS}
    if not ahead and not behind:
        return None
    if len(apart) == 1:
        ((laptop, by),) = apart.items()
        return Reading(Verdict.EITHER, abs(by), laptop)
    for theirs, own, other in (
        (ahead, Verdict.BEHIND, Verdict.OTHER_AHEAD),
        (behind, Verdict.AHEAD, Verdict.OTHER_BEHIND),
    ):
        if 2 * len(theirs) > len(apart):
            return Reading(own, min(theirs.values()))
        if theirs:
            laptop = max(theirs, key=lambda one: (theirs[one], one))
            return Reading(other, theirs[laptop], laptop)
    return None


def _apart(sightings: Iterable[Sighting]) -> Mapping[str, int]:
    """Laptop to by how much it is at least ahead of us, negative where it is behind; 0 where nothing shows."""
    found: dict[str, int] = {}
    for one in sightings:
        by = max(one.sealed_ms - one.taken_ms, 0) - (max(one.saw_ms - one.sealed_ms, 0) if one.saw_ms else 0)
        known = found.get(one.laptop, 0)
        found[one.laptop] = by if abs(by) > abs(known) else known
    return found
