"""The small values every record is made of: days and months, periods, counts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

_WHEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_DECIMAL = re.compile(r"-?\d{1,20}(?:\.\d{1,10})?", re.ASCII)
_PERIOD = re.compile(r"(\d{4}-\d{2})\.\.(\d{4}-\d{2})")

NO_LONGER_DUE = frozenset({"completed", "cancelled", "fulfilled", "withdrawn"})
"""Stages of a plan or a commitment at which nobody waits for a date any more."""


@dataclass(frozen=True, order=True)
class When:
    """A day, or a month where the day is not known or must not be told (`day` 0)."""

    year: int
    month: int
    day: int = 0

    @classmethod
    @lru_cache(maxsize=4096)  # the same few hundred days and months stand in all records
    def parse(cls, text: str) -> When:
        """`2026-10` or `2026-10-12`; ValueError for anything else, also for days that do not exist."""
        found = _WHEN.fullmatch(text)
        if not found:
            raise ValueError(text)
        year, month, day = (int(part or 0) for part in found.groups())
        date(year, month, day or 1)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> When:
        """The day itself."""
        return cls(day.year, day.month, day.day)

    @property
    def iso(self) -> str:
        """`2026-10` or `2026-10-12`."""
        return f"{self.month_iso}-{self.day:02}" if self.day else self.month_iso

    @property
    def month_iso(self) -> str:
        """`2026-10`, whatever is known of the day."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def only_month(self) -> When:
        """The month alone: what may leave the organisation."""
        return When(self.year, self.month)

    @property
    def first_day(self) -> date:
        """The day itself, or the first of the month."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last_day(self) -> date:
        """The day itself, or the last of the month: until then something due is not late."""
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])


@dataclass(frozen=True, order=True)
class Period:
    """Whole months, first and last included; what a call asks about and a picture shows."""

    start: When
    end: When

    @classmethod
    def parse(cls, text: str) -> Period:
        """`2026-07..2026-09`; ValueError for anything else and when the end comes before the start."""
        found = _PERIOD.fullmatch(text)
        if not found:
            raise ValueError(text)
        start, end = When.parse(found[1]), When.parse(found[2])
        if end < start:
            raise ValueError(text)
        return cls(start, end)

    @property
    def iso(self) -> str:
        """`2026-07..2026-09`."""
        return f"{self.start.month_iso}..{self.end.month_iso}"

    def contains(self, when: When) -> bool:
        """Whether this day or month lies in the period."""
        return self.start.month_iso <= when.month_iso <= self.end.month_iso

    def covers(self, other: Period) -> bool:
        """Whether all of the other period lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, start: When, end: When | None) -> bool:
        """Whether something that ran from `start` to `end` (None: within its first month) touches the period."""
        last, first, final = end or start, self.start, self.end
        begins, ends = (start.year, start.month), (last.year, last.month)
        return begins <= (final.year, final.month) and ends >= (first.year, first.month)


@dataclass(frozen=True)
class Count:
    """A number of people that may be known, not asked, or withheld for safety; the three are never mixed."""

    value: int | None = None
    withheld: bool = False

    def __post_init__(self) -> None:
        if self.withheld and self.value is not None:
            raise ValueError("a withheld count has no value")

    @property
    def known(self) -> bool:
        """Whether there is a number to show."""
        return self.value is not None

    @property
    def not_asked(self) -> bool:
        """Nobody counted: not zero, and not withheld."""
        return self.value is None and not self.withheld


@dataclass(frozen=True)
class Amount:
    """A number with or without a fraction that may be known, not told, or withheld for safety."""

    value: Decimal | None = None
    withheld: bool = False

    def __post_init__(self) -> None:
        if self.withheld and self.value is not None:
            raise ValueError("a withheld amount has no value")


def decimal(text: str) -> Decimal:
    """`1250.5`, a number with or without a fraction; ValueError for anything else, also for what has no end."""
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def decimal_text(number: Decimal) -> str:
    """The one way to write a number: `1250.5`, without an exponent and without needless zeros."""
    plain = format(number, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


NOT_ASKED = Count()
WITHHELD = Count(withheld=True)
NOT_TOLD = Amount()
AMOUNT_WITHHELD = Amount(withheld=True)
