"""Reach: how many people activities reached, as a range that never adds up the same person unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.domain.shared import Identity, Reach, SharedActivity, Told

_ONCE = "counted_each_person_once"
_NONE: Mapping[Identity, Identity] = MappingProxyType({})


def reach_of(told: Iterable[Told], smallest: int, same: Mapping[Identity, Identity] = _NONE) -> Reach:
    """How many people these activities reached, as a range that is honest about people counted more than once.

    High: nobody came twice. Low: the largest organisation's own count, because the same people may have come
    to all of the others. Within one organisation, numbers counted person by person are added, all others not.
    Where a number is withheld there is no upper end. `same` maps an entry to the activity that it tells of
    together with others: of these an organisation's largest number is taken once. An entry that stands in
    answers to two calls is one entry.
    """
    high, withheld = 0, 0
    per_organisation: dict[str, tuple[int, int]] = {}
    methods: set[str] = set()
    found = [(one, one.entry) for one in _each_once(told) if isinstance(one.entry, SharedActivity)]
    counted: dict[tuple[str, Identity], int] = {}
    for one, entry in found:
        withheld += entry.reach.withheld
        number = entry.reach.value
        if number is None:
            continue
        high += number
        methods.add(entry.reach_method or "estimated")
        work = (one.organisation.id, same.get(one.identity, one.identity))
        before = counted.get(work, 0)
        more = max(number - before, 0) if entry.reach_method == _ONCE else 0
        counted[work] = before + more
        once, largest = per_organisation.get(one.organisation.id, (0, 0))
        per_organisation[one.organisation.id] = (once + more, max(largest, number))
    if not per_organisation:
        return Reach(None, None, "", withheld)
    low = max(max(pair) for pair in per_organisation.values())
    if 0 < high < smallest:
        return Reach(None, None, "", withheld + 1)
    return Reach(low, None if withheld else high, methods.pop() if len(methods) == 1 else "mixed", withheld)


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
