"""Reach: how many people activities reached, as a range that never adds up the same person unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.shared import Identity, People, Reach, SharedActivity, Told
from app.domain.shared.sums import NO_GROUPS
from app.domain.terms import Count

_ONCE = "counted_each_person_once"
FIRST_NAMED, NAMED = "first", "named"
"""People of the activities that name an objective first, and of all that name it (`Sums.people`)."""
_NONE: Mapping[Identity, Identity] = MappingProxyType({})


@dataclass(frozen=True)
class Reached:
    """Whom activities of one organisation reached, in numbers that can be added to those of its other activities."""

    numbers: int = 0
    """How many activities have a number."""
    withheld: int = 0
    high: int = 0
    once: int = 0
    """Of those that were counted person by person."""
    largest: int = 0
    methods: tuple[str, ...] = ()

    def __add__(self, other: Reached) -> Reached:
        return Reached(
            self.numbers + other.numbers,
            self.withheld + other.withheld,
            self.high + other.high,
            self.once + other.once,
            max(self.largest, other.largest),
            tuple(sorted({*self.methods, *other.methods})),
        )


def reach_of(told: Iterable[Told], smallest: int, same: Mapping[Identity, Identity] = _NONE) -> Reach:
    """How many people these activities reached, as a range that is honest about people counted more than once.

    High: nobody came twice. Low: the largest organisation's own count, because the same people may have come
    to all of the others. Within one organisation, numbers counted person by person are added, all others not.
    Where a number is withheld there is no upper end. `same` maps an entry to the activity that it tells of
    together with others: of these an organisation's largest number is taken once. An entry that stands in
    answers to two calls is one entry.
    """
    return range_of(reached(told, same).values(), smallest)


def reached_together(found: Sequence[Reached]) -> Reached:
    """The same as adding them one to the other."""
    if len(found) == 1:
        return found[0]
    return Reached(
        sum([one.numbers for one in found]),
        sum([one.withheld for one in found]),
        sum([one.high for one in found]),
        sum([one.once for one in found]),
        max([one.largest for one in found], default=0),
        tuple(sorted({method for one in found for method in one.methods})),
    )


def reached(told: Iterable[Told], same: Mapping[Identity, Identity] = _NONE) -> dict[str, Reached]:
    """By organisation, whom these activities reached."""
    found: dict[str, Reached] = {}
    counted: dict[tuple[str, Identity], int] = {}
    for one in _each_once(told):
        entry, owner = one.entry, one.organisation.id
        if not isinstance(entry, SharedActivity):
            continue
        before, number = found.get(owner, _NOBODY), entry.reach.value
        if number is None:
            found[owner] = before + Reached(withheld=int(entry.reach.withheld))
            continue
        work = owner, same.get(one.identity, one.identity)
        told_before = counted.get(work, 0)
        more = max(number - told_before, 0) if entry.reach_method == _ONCE else 0
        counted[work] = told_before + more
        found[owner] = before + Reached(1, 0, number, more, number, (entry.reach_method or "estimated",))
    return found


def range_of(found: Iterable[Reached], smallest: int) -> Reach:
    """The range that what each organisation reached gives, by the rules of `reach_of`."""
    each = tuple(found)
    withheld = sum(one.withheld for one in each)
    counted = [one for one in each if one.numbers]
    if not counted:
        return Reach(None, None, "", withheld)
    high = sum(one.high for one in counted)
    if 0 < high < smallest:
        return Reach(None, None, "", withheld + 1)
    methods = {method for one in counted for method in one.methods}
    low = max(max(one.once, one.largest) for one in counted)
    return Reach(low, None if withheld else high, methods.pop() if len(methods) == 1 else "mixed", withheld)


_NOBODY = Reached()


def _each_once(told: Iterable[Told]) -> Iterable[Told]:
    """Each entry once; told twice with different numbers, with the larger one."""
    kept: dict[Identity, Told] = {}
    for one in told:
        before = kept.get(one.identity)
        if before is None or _people(one) > _people(before):
            kept[one.identity] = one
    return kept.values()


def _people(one: Told) -> int:
    assert isinstance(one.entry, SharedActivity)
    return -1 if one.entry.reach.value is None else one.entry.reach.value


def people_of(activities: Iterable[SharedActivity]) -> People:
    """People that activities reached by group, and last whoever is in a total and in no group."""
    return people_together(
        People(tuple(count.value for count in (*groups, _rest(one.reach, groups))), int(one.reach.withheld))
        for one in activities
        for groups in [(one.reach_women, one.reach_men, one.reach_girls, one.reach_boys, one.reach_another)]
    )


def people_together(found: Iterable[People]) -> People:
    """Group by group; None only where nobody has a number."""
    sums: list[int | None] = list(NO_GROUPS)
    withheld = 0
    for one in found:
        withheld += one.withheld
        for at, count in enumerate(one.groups):
            if count is not None:
                sums[at] = (sums[at] or 0) + count
    return People(tuple(sums), withheld)


def _rest(whole: Count, groups: tuple[Count, ...]) -> Count:
    if whole.value is None:
        return Count()
    return Count(max(whole.value - sum(count.value or 0 for count in groups), 0))
