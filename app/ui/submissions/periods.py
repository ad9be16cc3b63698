"""Periods that an organisation may report for by itself: chosen, never typed; none that lies ahead."""

from __future__ import annotations

from datetime import date

from app.domain.terms import Period, When

QUARTER, HALF, YEAR = 3, 6, 12
"""Months of each length."""
_BACK = {QUARTER: 5, HALF: 3, YEAR: 2}


def offered(length: int, today: date) -> tuple[Period, ...]:
    """Whole periods of this many months, the newest first: the current one and those before."""
    first = (today.year * 12 + today.month - 1) // length * length
    starts = [first - length * step for step in range(_BACK[length] + 1)]
    return tuple(Period(_month(start), _month(start + length - 1)) for start in starts)


def usual(length: int, today: date) -> Period:
    """The last one that is over: what is mostly reported."""
    return offered(length, today)[1]


def _month(number: int) -> When:
    return When(number // 12, number % 12 + 1)
