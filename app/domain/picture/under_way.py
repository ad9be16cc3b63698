"""Under way: in which months of a period activities ran."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.domain.periods import months
from app.domain.shared import SharedActivity
from app.domain.terms import Period


def under_way(activities: Iterable[SharedActivity], period: Period) -> dict[str, int]:
    """By month of the period (`2026-07`) how many of them ran in it; months in which none did are left out."""
    found: Counter[str] = Counter()
    whole = [month.month_iso for month in months(period)]
    for one in activities:
        if one.start:
            first, last = one.start.month_iso, (one.end or one.start).month_iso
            found.update(month for month in whole if first <= month <= last)
    return dict(found)
