"""Periods that people choose and never type: whole quarters, half years and years around a day."""

from __future__ import annotations

from datetime import date

from app.domain.terms import Period, When

QUARTER, HALF, YEAR = 3, 6, 12
"""Months of each length."""
_BACK = {QUARTER: 5, HALF: 3, YEAR: 2}


def offered(length: int, today: date, *, ahead: int = 0) -> tuple[Period, ...]:
    """Whole periods of this many months, the newest first: `ahead` to come, the current one, and those before."""
    first = (today.year * 12 + today.month - 1) // length * length
    starts = (first + length * step for step in range(ahead, -_BACK[length] - 1, -1))
    return tuple(Period(_month(start), _month(start + length - 1)) for start in starts)


def usual(length: int, today: date) -> Period:
    """The last one that is over: what is mostly asked about and reported."""
    return offered(length, today)[1]


def length_of(period: Period) -> int:
    """How many months a period has, if it is one that is offered; else a quarter."""
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    return months if months in _BACK else QUARTER


def _month(number: int) -> When:
    return When(number // 12, number % 12 + 1)
