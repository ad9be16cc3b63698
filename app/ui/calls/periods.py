"""Periods that a call may ask about: quarters, half years and years around today, chosen and never typed."""

from __future__ import annotations

from datetime import date

from app.domain.terms import Period, When

QUARTER, HALF, YEAR = 3, 6, 12
"""Months of each length."""
_BACK = {QUARTER: 5, HALF: 3, YEAR: 2}
_AHEAD = 1


def offered(length: int, today: date) -> tuple[Period, ...]:
    """Whole periods of this many months, the newest first: one to come, the current one, and those before."""
    first = (today.year * 12 + today.month - 1) // length * length
    starts = (first + length * step for step in range(_AHEAD, -_BACK[length] - 1, -1))
    return tuple(Period(_month(start), _month(start + length - 1)) for start in starts)


def usual(length: int, today: date) -> Period:
    """The last one that is over: what is mostly asked about."""
    return offered(length, today)[_AHEAD + 1]


def length_of(period: Period) -> int:
    """How many months a period has, if it is one that is offered; a quarter else."""
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    return months if months in _BACK else QUARTER


def _month(number: int) -> When:
    return When(number // 12, number % 12 + 1)
