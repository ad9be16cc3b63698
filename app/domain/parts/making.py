"""Making a part: what one organisation tells, added up; what may be told of by others as well stays apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from app.domain.once import shared_number
from app.domain.parts.part import Alone, Heard, Part, heard_together
from app.domain.parts.regions import region_of
from app.domain.reach import Reached, reached
from app.domain.shared import FeedbackCount, SharedActivity, SharedAssessment, SharedEntry, Told

_Free = list[tuple[Told, SharedActivity]]


def part_of(
    told: Sequence[Told],
    others: Sequence[SharedEntry],
    answered: Collection[str],
    *,
    merged: tuple[type[SharedEntry], ...],
    exactly: Iterable[SharedEntry] = (),
) -> Part:
    """The part of one organisation: its activities of the period, and its other entries, as they are printed.

    `answered` are its activities that somebody answered about; of the kinds in `merged` nothing is listed further.
    """
    ours = [(one, one.entry) for one in told if isinstance(one.entry, SharedActivity)]
    tied = {entry.id for _one, entry in ours if entry.id in answered or shared_number(entry)}
    free = [(one, entry) for one, entry in ours if entry.id not in tied]
    judged = [one for one in others if isinstance(one, SharedAssessment)]
    assessed: dict[int, dict[str, int]] = defaultdict(Counter)
    for view in judged:
        if view.value:
            assessed[view.objective][view.value] += 1
    asked = [entry.reach for _one, entry in ours if not entry.reach.not_asked]
    return Part(
        alone=_alone(free),
        regions=_regions(free),
        tied=tuple(_without_words(entry) for _one, entry in ours if entry.id in tied),
        activities=len({entry.id for _one, entry in free}),
        numbers=len(asked),
        withheld=sum(count.withheld for count in asked),
        assessed=dict(assessed),
        nothing_done=dict(Counter(view.objective for view in judged if view.nothing_done)),
        heard=_heard(others),
        exactly=_heard(exactly),
        further=dict(Counter(one.KIND for one in others if not isinstance(one, merged))),
    )


def _without_words(entry: SharedActivity) -> SharedActivity:
    return SharedActivity(
        entry.id,
        objectives=entry.objectives,
        start=entry.start,
        place=entry.place,
        reach=entry.reach,
        reach_method=entry.reach_method,
        joint_id=entry.joint_id,
    )


def _alone(free: _Free) -> dict[int, Alone]:
    about: dict[int, list[Told]] = defaultdict(list)
    for one, entry in free:
        for number in dict.fromkeys(entry.objectives):
            about[number].append(one)
    return {
        number: Alone(len({one.entry.id for one in told}), sum(reached(told).values(), Reached()))
        for number, told in about.items()
    }


def _regions(free: _Free) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, set[str]]] = {}
    for _one, entry in free:
        for number in entry.objectives:
            found.setdefault(region_of(entry.place), {}).setdefault(number, set()).add(entry.id)
    return {place: {number: len(ids) for number, ids in cells.items()} for place, cells in found.items()}


def _heard(entries: Iterable[SharedEntry]) -> tuple[Heard, ...]:
    counts = (one for one in entries if isinstance(one, FeedbackCount))
    return heard_together(Heard(one.type, one.objective, one.count.value, int(one.count.withheld)) for one in counts)
