"""Reach: how many people activities reached, as a range that never adds up the same person unseen."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.shared import Reach, SharedActivity, Told

_ONCE = "counted_each_person_once"


def reach_of(told: Iterable[Told], smallest: int) -> Reach:
    """How many people these activities reached, as a range that is honest about people counted more than once.

    High: nobody came twice. Low: the largest organisation's own count, because the same people may have come
    to all of the others. Within one organisation, numbers counted person by person are added, all others not.
    Where a number is withheld there is no upper end.
    """
    high, withheld = 0, 0
    per_organisation: dict[str, tuple[int, int]] = {}
    methods: set[str] = set()
    for one in told:
        assert isinstance(one.entry, SharedActivity)
        withheld += one.entry.reach.withheld
        if one.entry.reach.value is None:
            continue
        high += one.entry.reach.value
        methods.add(one.entry.reach_method or "estimated")
        once, largest = per_organisation.get(one.organisation.id, (0, 0))
        added = once + (one.entry.reach.value if one.entry.reach_method == _ONCE else 0)
        per_organisation[one.organisation.id] = (added, max(largest, one.entry.reach.value))
    if not per_organisation:
        return Reach(None, None, "", withheld)
    low = max(max(pair) for pair in per_organisation.values())
    if 0 < high < smallest:
        return Reach(None, None, "", withheld + 1)
    return Reach(low, None if withheld else high, methods.pop() if len(methods) == 1 else "mixed", withheld)
