"""Making a part: what one organisation tells, added up; what may be told of by others as well stays apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.once import one_of_each, shared_number
from app.domain.parts.part import Alone, Heard, Part, Places, Rows, Tied, heard_together
from app.domain.parts.placing import Cell, idle_at, in_tables, on_maps, people_in
from app.domain.parts.purses import purses_of
from app.domain.picture.gaps import ASKING
from app.domain.picture.sides import side_of
from app.domain.picture.under_way import under_way
from app.domain.reach import Reached, reached, reached_together
from app.domain.shared import FeedbackCount, SharedActivity, SharedAssessment, SharedEntry, Tally, Told
from app.domain.terms import Period


@dataclass(frozen=True)
class Tells:
    """What one organisation tells, as it is printed."""

    activities: Sequence[Told] = ()
    """Those of the period."""
    others: Sequence[Told] = ()
    """Its assessments and its counts of messages."""
    further: Sequence[Told] = ()
    """Entries that are listed and not merged."""
    exactly: Sequence[SharedEntry] = ()
    """For the public: counts of messages before they were rounded."""


def part_of(tells: Tells, answered: Collection[str], period: Period) -> Part:
    """The part of one organisation; `answered` are its activities that somebody answered about."""
    ours = [(one, one.entry) for one in tells.activities if isinstance(one.entry, SharedActivity)]
    apart = {entry.id for _one, entry in ours if entry.id in answered or shared_number(entry)}
    free = [one for one, entry in ours if entry.id not in apart]
    each = one_of_each(free)
    judged = [one.entry for one in tells.others if isinstance(one.entry, SharedAssessment)]
    assessed: dict[int, dict[str, int]] = defaultdict(Counter)
    for view in judged:
        if view.value:
            assessed[view.objective][view.value] += 1
    counted = [entry.reach for _one, entry in ours if not entry.reach.not_asked]
    return Part(
        places=_places(free),
        rows=_rows(free),
        tied=tuple(
            Tied(_without_words(entry), one.organisation.types, one.organisation.region)
            for one, entry in ours
            if entry.id in apart
        ),
        activities=len({one.entry.id for one in free}),
        people=people_in(each),
        months=under_way(each, period),
        dated=sum(one.start is not None for one in each),
        numbers=len(counted),
        withheld=sum(count.withheld for count in counted),
        assessed=dict(assessed),
        nothing_done=dict(Counter(view.objective for view in judged if view.nothing_done)),
        idle=_idle(tells.others),
        views=_views(tells.others),
        heard=_heard(one.entry for one in tells.others),
        exactly=_heard(tells.exactly),
        further=dict(Counter(one.entry.KIND for one in tells.further)),
        asked=_asked(tells.further),
        money=purses_of(one.entry for one in tells.further),
    )


def _without_words(entry: SharedActivity) -> SharedActivity:
    return SharedActivity(
        entry.id,
        objectives=entry.objectives,
        start=entry.start,
        end=entry.end,
        place=entry.place,
        reach=entry.reach,
        reach_women=entry.reach_women,
        reach_men=entry.reach_men,
        reach_girls=entry.reach_girls,
        reach_boys=entry.reach_boys,
        reach_another=entry.reach_another,
        reach_method=entry.reach_method,
        departments=entry.departments,
        joint_id=entry.joint_id,
    )


def _by_cell(free: Iterable[Told], cells: Callable[[Told], Iterator[Cell]]) -> dict[Cell, list[Told]]:
    found: dict[Cell, list[Told]] = defaultdict(list)
    for one in free:
        for cell in cells(one):
            found[cell].append(one)
    return found


def _places(free: Sequence[Told]) -> Places:
    """An entry that stands in answers to two calls is looked at cell by cell: it may be at two places."""
    made: Places = {}
    whom = {id(one): _whom([one]) for one in free}
    for (scale, place, number), told in _by_cell(free, on_maps).items():
        count = len({one.entry.id for one in told})
        people = reached_together([whom[id(one)] for one in told]) if count == len(told) else _whom(told)
        made.setdefault(scale, {}).setdefault(place, {})[number] = Alone(count, people)
    return made


def _whom(told: Iterable[Told]) -> Reached:
    return reached_together(list(reached(told).values()))


def _rows(free: Iterable[Told]) -> Rows:
    made: Rows = {}
    for (table, code, number), told in _by_cell(free, in_tables).items():
        made.setdefault(table, {}).setdefault(code, {})[number] = Tally(len({one.entry.id for one in told}), 1)
    return made


def _idle(others: Iterable[Told]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for one in others:
        if isinstance(one.entry, SharedAssessment) and one.entry.nothing_done:
            for name in idle_at(one.organisation):
                found.setdefault(name, {}).update({0: 1, one.entry.objective: 1})
    return found


def _views(others: Iterable[Told]) -> dict[str, dict[int, dict[str, int]]]:
    found: dict[str, dict[int, dict[str, int]]] = {}
    for one in others:
        if isinstance(one.entry, SharedAssessment) and one.entry.value and not one.entry.nothing_done:
            values = found.setdefault(side_of(one.organisation), {}).setdefault(one.entry.objective, {})
            values[one.entry.value] = values.get(one.entry.value, 0) + 1
    return found


def _asked(further: Iterable[Told]) -> dict[int, int]:
    asking = (one.entry for one in further if isinstance(one.entry, ASKING))
    return dict(Counter(number for one in asking for number in dict.fromkeys(one.objectives)))


def _heard(entries: Iterable[SharedEntry]) -> tuple[Heard, ...]:
    counts = (one for one in entries if isinstance(one, FeedbackCount))
    return heard_together(Heard(one.type, one.objective, one.count.value, int(one.count.withheld)) for one in counts)
