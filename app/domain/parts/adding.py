"""Adding parts up: each activity once, ranges instead of sums, and nobody's silence as zero."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.coverage import cell, state_of
from app.domain.once import Answers, grouped, linked, one_of_each
from app.domain.parts.part import Alone, Part, summed
from app.domain.parts.placing import Cell, in_tables, on_maps, people_in, told_by
from app.domain.parts.purses import funds_of
from app.domain.picture.crossing import Axis, table
from app.domain.picture.under_way import under_way
from app.domain.reach import Reached, people_together, range_of, reached
from app.domain.shared import Identity, Linked, ObjectiveView, People, PlaceView, Reach, Sums, Tally, Told, Work
from app.domain.shared.sums import ALL
from app.domain.terms import Period

_NOTHING, _NOBODY = Alone(), Reached()
_SILENT = Work(0, 0, Reach(None, None, ""))


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
    sums: Sums


def together(
    parts: Mapping[str, Part], answers: Answers, smallest: int, numbers: Sequence[int], period: Period
) -> Together:
    """What the parts of all organisations add up to, each activity once; the objectives in this order.

    `parts` are by organisation, or by any other name where several are one already and nothing in them is tied.
    """
    adding = _Adding(parts, answers, smallest)
    sums, whole = adding.sums(period), adding.whole
    return Together(
        objectives=tuple(_view(number, whole, sums) for number in numbers),
        places=tuple(_places(sums, whole.nothing_done, numbers)),
        linked=adding.linked,
        activities_once=adding.activities_once(),
        further_kinds=whole.further,
        numbers=whole.numbers,
        withheld=whole.withheld,
        sums=sums,
    )


class _Adding:
    """Parts in which nothing is tied are one; the others stay apart, as what is tied may count with that of others."""

    def __init__(self, parts: Mapping[str, Part], answers: Answers, smallest: int) -> None:
        self._smallest = smallest
        self._apart = {owner: part for owner, part in sorted(parts.items()) if part.tied}
        free = summed(part for part in parts.values() if not part.tied)
        self.whole = summed([free, *self._apart.values()])
        self._closed = {"": free, **self._apart}
        self._tied = [one for owner, part in self._apart.items() for one in told_by(owner, part.tied)]
        self._same = grouped(self._tied, answers)
        self.linked = linked(self._tied, smallest, self._same)

    def activities_once(self) -> int:
        """How many activities there are."""
        again = sum(len(one.members) - 1 for one in self.linked)
        return self.whole.activities + len({one.identity for one in self._tied}) - again

    def sums(self, period: Period) -> Sums:
        """Everything that charts, maps and tables show."""
        each = one_of_each(self._tied, self._same)
        months = Counter(self.whole.months)
        months.update(under_way(each, period))
        return Sums(
            crossed=self._crossed(),
            idle=self.whole.idle,
            views=self.whole.views,
            work=self._work(),
            people=_people(self.whole.people, people_in(each)),
            months=months,
            dated=self.whole.dated + sum(one.start is not None for one in each),
            asked=self.whole.asked,
            funds=funds_of(self.whole.money, parted=False),
            funds_by_objective=funds_of(self.whole.money, parted=True),
            entries=self.whole.entries,
        )

    def _crossed(self) -> dict[str, dict[tuple[str, int], Tally]]:
        tied = defaultdict[Cell, list[Told]](list)
        for one in self._tied:
            for each in in_tables(one):
                tied[each].append(one)
        crossed: dict[str, dict[tuple[str, int], Tally]] = {}
        for name, rows in self.whole.rows.items():
            crossed[name] = {(code, number): told for code, cells in rows.items() for number, told in cells.items()}
        for (name, code, number), told in tied.items():
            cells, key = crossed.setdefault(name, {}), (code, number)
            before = cells.get(key, Tally())
            more = {one.organisation.id for one in told if not self._has_cell(one.organisation.id, name, code, number)}
            cells[key] = Tally(before.activities + self._once(told), before.organisations + len(more))
        return crossed

    def _has_cell(self, owner: str, name: str, code: str, number: int) -> bool:
        return number in self._apart[owner].rows.get(name, {}).get(code, {})

    def _work(self) -> dict[str, dict[tuple[str, int], Work]]:
        alone = defaultdict[Cell, dict[str, Alone]](dict)
        tied = defaultdict[Cell, list[Told]](list)
        for owner, part in self._closed.items():
            for scale, places in part.places.items():
                for place, found in places.items():
                    for number, one in found.items():
                        alone[scale, place, number][owner] = one
        for told in self._tied:
            for each in on_maps(told):
                tied[each].append(told)
        work: dict[str, dict[tuple[str, int], Work]] = {}
        for scale, place, number in alone.keys() | tied.keys():
            key = scale, place, number
            work.setdefault(scale, {})[place, number] = self._worked(alone.get(key, {}), tied.get(key, []))
        return work

    def _worked(self, alone: Mapping[str, Alone], tied: list[Told]) -> Work:
        more = reached(tied, self._same)
        owners = alone.keys() | {one.organisation.id for one in tied}
        whom = (alone.get(owner, _NOTHING).reached + more.get(owner, _NOBODY) for owner in sorted(owners))
        return Work(
            sum(one.activities for one in alone.values()) + self._once(tied),
            len(owners - alone.keys()) + sum(one.organisations for one in alone.values()),
            range_of(whom, self._smallest),
        )

    def _once(self, told: list[Told]) -> int:
        known: set[Identity] = {self._same.get(one.identity, one.identity) for one in told}
        return len(known)


def _people(*found: Mapping[str, Mapping[int, People]]) -> dict[str, dict[int, People]]:
    names = {name: {number for one in found for number in one.get(name, {})} for each in found for name in each}
    return {
        name: {
            number: people_together(one[name][number] for one in found if number in one.get(name, {}))
            for number in sorted(numbers)
        }
        for name, numbers in names.items()
    }


def _view(number: int, whole: Part, sums: Sums) -> ObjectiveView:
    work, idle = sums.work.get(ALL, {}).get(("", number), _SILENT), whole.nothing_done.get(number, 0)
    return ObjectiveView(
        objective=number,
        state=state_of(work.activities, nothing_done=idle > 0),
        activities=work.activities,
        organisations=work.organisations,
        reach=work.reach,
        assessments=tuple(sorted(whole.assessed.get(number, {}).items())),
        nothing_done=idle,
    )


def _places(sums: Sums, nothing_done: Mapping[int, int], numbers: Sequence[int]) -> Iterator[PlaceView]:
    cells = sums.crossed.get(table(Axis.PLACE), {})
    found = {place for place, _number in cells}
    if any(nothing_done.values()):
        found.add("")
    for place in sorted(found, key=lambda code: (code == "", code)):
        told = (
            cell(
                cells.get((place, number), Tally()).activities,
                nothing_done=place == "" and nothing_done.get(number, 0) > 0,
            )
            for number in numbers
        )
        yield PlaceView(place, tuple(told))
