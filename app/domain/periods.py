"""Periods that people choose and never type: whole quarters, half years and years around a day; and their months."""

from __future__ import annotations

from datetime import date

from app.domain.terms import Period, When

QUARTER, HALF, YEAR = 3, 6, 12
"""Months of each length."""
_BACK = {QUARTER: 5, HALF: 3, YEAR: 2}


def offered(length: int, today: date, *, ahead: int = 0) -> tuple[Period, ...]:
    """Whole periods of this many months, the newest first: `ahead` to come, the current one, and those before."""
    first = _number(When.of(today)) // length * length
    starts = (first + length * step for step in range(ahead, -_BACK[length] - 1, -1))
    return tuple(Period(_month(start), _month(start + length - 1)) for start in starts)


def usual(length: int, today: date) -> Period:
    """The last one that is over: what is mostly asked about and reported."""
    return offered(length, today)[1]


def length_of(period: Period) -> int:
    """How many months a period has, if it is one that is offered; else a quarter."""
    length = len(months(period))
    return length if length in _BACK else QUARTER


def months(period: Period) -> tuple[When, ...]:
    """Every month of a period, the first one first."""
    return tuple(map(_month, range(_number(period.start), _number(period.end) + 1)))


def earlier(period: Period) -> Period:
    """The period of the same length that ends the month before this one begins."""
    first, length = _number(period.start), len(months(period))
    return Period(_month(first - length), _month(first - 1))


def last_months(count: int, today: date) -> tuple[When, ...]:
    """So many months up to this one, the oldest first."""
    this = _number(When.of(today))
    return tuple(map(_month, range(this - count + 1, this + 1)))


def _number(when: When) -> int:
    """A month counted from the year 0, so that months can be added."""
    return when.year * 12 + when.month - 1


def _month(number: int) -> When:
    return When(number // 12, number % 12 + 1)
