"""Under way: in which months of a period activities ran."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.domain.periods import months
from app.domain.shared import SharedActivity, SharedEntry
from app.domain.terms import Period, When


def under_way(activities: Iterable[SharedActivity], period: Period) -> dict[str, int]:
    """By month of the period (`2026-07`) how many of them ran in it; months in which none did are left out."""
    found: Counter[str] = Counter()
    whole = [month.month_iso for month in months(period)]
    for one in activities:
        if one.start:
            first, last = one.start.month_iso, (one.end or one.start).month_iso
            found.update(month for month in whole if first <= month <= last)
    return dict(found)


def runs_in(one: SharedEntry, month: When) -> bool:
    """Whether this is an activity that was under way in a month."""
    return (
        isinstance(one, SharedActivity) and one.start is not None and Period(month, month).overlaps(one.start, one.end)
    )
