"""A part, and several parts as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.reach import Reached
from app.domain.shared import SharedActivity


@dataclass(frozen=True)
class Alone:
    """Activities of one objective that no other entry tells of: how many there are, and whom they reached."""

    activities: int = 0
    reached: Reached = field(default_factory=Reached)
    organisations: int = 1


@dataclass(frozen=True)
class Heard:
    """Messages of one type about one objective: how many that are told, and how many numbers are withheld."""

    type: str
    objective: int
    count: int | None
    withheld: int


@dataclass(frozen=True)
class Part:
    """What one organisation adds to the figures of a period, as they are printed for one audience."""

    alone: dict[int, Alone] = field(default_factory=dict)
    regions: dict[str, dict[int, int]] = field(default_factory=dict)
    """Region to objective to activities that stand alone."""
    tied: tuple[SharedActivity, ...] = ()
    """Activities that may be told of by others as well, without their words."""
    activities: int = 0
    """Those that stand alone, each once."""
    numbers: int = 0
    withheld: int = 0
    assessed: dict[int, dict[str, int]] = field(default_factory=dict)
    nothing_done: dict[int, int] = field(default_factory=dict)
    heard: tuple[Heard, ...] = ()
    exactly: tuple[Heard, ...] = ()
    """For the public: the same before it was rounded."""
    further: dict[str, int] = field(default_factory=dict)


def summed(parts: Iterable[Part]) -> Part:
    """The parts of several organisations as one, which adds up as they would; of parts in which nothing is tied."""
    alone: dict[int, Alone] = {}
    regions: dict[str, Counter[int]] = defaultdict(Counter)
    assessed: dict[int, Counter[str]] = defaultdict(Counter)
    nothing: Counter[int] = Counter()
    further: Counter[str] = Counter()
    given = tuple(parts)
    for part in given:
        for number, found in part.alone.items():
            alone[number] = _added(alone.get(number), found)
        for place, cells in part.regions.items():
            regions[place].update(cells)
        for number, values in part.assessed.items():
            assessed[number].update(values)
        nothing.update(part.nothing_done)
        further.update(part.further)
    return Part(
        alone=alone,
        regions=dict(regions),
        activities=sum(part.activities for part in given),
        numbers=sum(part.numbers for part in given),
        withheld=sum(part.withheld for part in given),
        assessed=dict(assessed),
        nothing_done=nothing,
        heard=heard_together(one for part in given for one in part.heard),
        exactly=heard_together(one for part in given for one in part.exactly),
        further=further,
    )


def heard_together(found: Iterable[Heard]) -> tuple[Heard, ...]:
    """Of each type and objective one sum: what is told is added up, and what is withheld stays so many numbers."""
    sums: dict[tuple[str, int], tuple[int | None, int]] = {}
    for one in found:
        before, withheld = sums.get((one.type, one.objective), (None, 0))
        now = one.count if before is None else before + (one.count or 0)
        sums[one.type, one.objective] = now, withheld + one.withheld
    return tuple(Heard(*key, *told) for key, told in sorted(sums.items()))


def _added(before: Alone | None, more: Alone) -> Alone:
    """With the activities of another organisation: nobody adds up what two organisations counted person by person."""
    whom = more.reached
    closed = replace(whom, once=0, largest=max(whom.once, whom.largest))
    if before is None:
        return Alone(more.activities, closed, more.organisations)
    return Alone(
        before.activities + more.activities, before.reached + closed, before.organisations + more.organisations
    )
