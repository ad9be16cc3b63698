"""Adding parts up: each activity once, ranges instead of sums, and nobody's silence as zero."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.coverage import cell, state_of
from app.domain.once import Answers, grouped, linked
from app.domain.parts.part import Alone, Part
from app.domain.parts.regions import region_of
from app.domain.reach import Reached, range_of, reached
from app.domain.shared import Identity, Linked, ObjectiveView, PlaceView, PublicOrganisation, SharedActivity, Told

_Ordered = list[tuple[str, Part]]
_NOTHING, _NOBODY = Alone(), Reached()


@dataclass(frozen=True)
class Together:
    """What all parts add up to, but for the messages, of which the sums have to be protected first."""

    objectives: tuple[ObjectiveView, ...]
    places: tuple[PlaceView, ...]
    linked: tuple[Linked, ...]
    activities_once: int
    further_kinds: Mapping[str, int]
    numbers: int
    withheld: int


def together(parts: Mapping[str, Part], answers: Answers, smallest: int, numbers: Sequence[int]) -> Together:
    """What the parts of all organisations add up to, each activity once; the objectives in this order.

    `parts` are by organisation, or by any other name where several are one already and nothing in them is tied.
    """
    ordered = sorted(parts.items())
    tied = [Told(PublicOrganisation(owner, owner), entry) for owner, part in ordered for entry in part.tied]
    same = grouped(tied, answers)
    found = linked(tied, smallest, same)
    alone = sum(part.activities for _owner, part in ordered)
    once = alone + len({one.identity for one in tied}) - sum(len(one.members) - 1 for one in found)
    further: Counter[str] = Counter()
    for _owner, part in ordered:
        further.update(part.further)
    nothing: Counter[int] = Counter()
    for _owner, part in ordered:
        nothing.update(part.nothing_done)
    return Together(
        objectives=tuple(_views(ordered, tied, same, (smallest, numbers, nothing))),
        places=tuple(_places(ordered, tied, same, (numbers, nothing))),
        linked=found,
        activities_once=once,
        further_kinds=further,
        numbers=sum(part.numbers for _owner, part in ordered),
        withheld=sum(part.withheld for _owner, part in ordered),
    )


def _views(
    ordered: _Ordered,
    tied: list[Told],
    same: Mapping[Identity, Identity],
    asked: tuple[int, Sequence[int], Mapping[int, int]],
) -> Iterator[ObjectiveView]:
    smallest, numbers, nothing = asked
    assessed: dict[int, Counter[str]] = defaultdict(Counter)
    alone: dict[int, dict[str, Alone]] = defaultdict(dict)
    for owner, part in ordered:
        for number, values in part.assessed.items():
            assessed[number].update(values)
        for number, found in part.alone.items():
            alone[number][owner] = found
    for number in numbers:
        about = [one for one in tied if isinstance(one.entry, SharedActivity) and number in one.entry.objectives]
        found_alone, more = alone[number], reached(about, same)
        owners = found_alone.keys() | {one.organisation.id for one in about}
        whom = (found_alone.get(owner, _NOTHING).reached + more.get(owner, _NOBODY) for owner in sorted(owners))
        once = sum(one.activities for one in found_alone.values())
        once += len({same.get(one.identity, one.identity) for one in about})
        yield ObjectiveView(
            objective=number,
            state=state_of(once, nothing_done=nothing.get(number, 0) > 0),
            activities=once,
            organisations=len(owners - found_alone.keys()) + sum(one.organisations for one in found_alone.values()),
            reach=range_of(whom, smallest),
            assessments=tuple(sorted(assessed[number].items())),
            nothing_done=nothing.get(number, 0),
        )


def _places(
    ordered: _Ordered,
    tied: list[Told],
    same: Mapping[Identity, Identity],
    asked: tuple[Sequence[int], Mapping[int, int]],
) -> Iterator[PlaceView]:
    numbers, nothing = asked
    done: dict[str, Counter[int]] = defaultdict(Counter)
    for _owner, part in ordered:
        for place, cells in part.regions.items():
            done[place].update(cells)
    works: dict[tuple[str, int], set[Identity]] = defaultdict(set)
    for one in tied:
        assert isinstance(one.entry, SharedActivity)
        for number in one.entry.objectives:
            works[region_of(one.entry.place), number].add(same.get(one.identity, one.identity))
    for (place, number), found in works.items():
        done[place][number] += len(found)
    if any(nothing.values()):
        done[""].update(())
    for place, cells in sorted(done.items(), key=lambda item: (item[0] == "", item[0])):
        told = (cell(cells[number], nothing_done=place == "" and nothing.get(number, 0) > 0) for number in numbers)
        yield PlaceView(place, tuple(told))
