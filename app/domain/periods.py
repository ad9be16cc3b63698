"""Periods that people choose and never type: quarters, half years, years, what a review asks about; their months."""

from __future__ import annotations

from datetime import date

from app.compact import ReviewCycle, ReviewEvent
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


def reviews(cycle: ReviewCycle, today: date, region: str = "") -> tuple[tuple[ReviewEvent, Period], ...]:
    """The regional review and the forum to come, each with the months since the last one until just before it.

    Of the reviews of all regions that of `region` counts, or, where it is not known, the first. Where only the year
    of a review is known, its period ends with the year before.
    """
    found = []
    for kind in ("RR", "IMRF"):
        known = [one for one in cycle.events if one.kind == kind and (not region or one.region in ("", region))]
        coming = sorted((one for one in known if _month_of(one) > _number(When.of(today))), key=_month_of)
        over = [_month_of(one) for one in known if one not in coming]
        if coming and over:
            found.append((coming[0], Period(_month(max(over) + 1), _month(_month_of(coming[0]) - 1))))
    return tuple(found)


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


def _month_of(event: ReviewEvent) -> int:
    """The month in which a review begins; the first one of a year of which no more is known."""
    return _number(When.parse(event.start)) if event.start else event.year * 12


def _number(when: When) -> int:
    """A month counted from the year 0, so that months can be added."""
    return when.year * 12 + when.month - 1


def _month(number: int) -> When:
    return When(number // 12, number % 12 + 1)
