"""One number told for several periods: January to June less January to March is a number too.

Periods that lie inside each other make a tree: every number that is told is the sum of those told inside it and of a
rest. The rest is published as well, to anybody who can subtract, and so is under the same rule as a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.terms import WITHHELD, Count, Period


@dataclass(frozen=True)
class Told:
    """What was told of one thing for one period."""

    period: Period
    count: Count

    @property
    def months(self) -> frozenset[int]:
        """The months of the period, numbered."""
        first, last = self.period.start, self.period.end
        return frozenset(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))


def in_periods(now: Told, before: Iterable[Told], smallest: int) -> Count:
    """The number as it may be told beside what was told before, oldest first: itself, or withheld.

    It is withheld where its period and an earlier one overlap without one lying inside the other, and where a
    difference would tell of fewer than `smallest` or give away a number that was withheld.
    """
    told = [one for one in before if not one.count.not_asked]
    if now.count.value is None or not told or now in told:
        return now.count
    line = [*told, now]
    shown = [at for at, one in enumerate(line) if one.count.value is not None]
    if any(_crosses(line[one], line[other]) for one in shown for other in shown):
        return WITHHELD
    return WITHHELD if any(_tells(line, at, smallest) for at in shown) else now.count


def _crosses(one: Told, other: Told) -> bool:
    """Whether two periods overlap in part."""
    return bool(one.months & other.months) and not (one.months <= other.months or other.months <= one.months)


def _tells(line: list[Told], at: int, smallest: int) -> bool:
    """Whether what is left of a number, after all that is told inside it, tells too much."""
    inside = list(_inside(line, at))
    parts = [one for one in inside if line[one].count.value is not None]
    direct = [one for one in parts if not any(one in _inside(line, other) for other in parts)]
    rest = (line[at].count.value or 0) - sum(line[one].count.value or 0 for one in direct)
    within = {deep for one in direct for deep in _inside(line, one)}
    hidden = [one for one in inside if line[one].count.withheld and one not in within]
    if not hidden:
        return rest != 0 and rest < smallest
    return rest < smallest or _open_parts(line, at, direct, hidden) < 2


def _open_parts(line: list[Told], at: int, told: list[int], hidden: list[int]) -> int:
    """Into how many unknown numbers a rest falls: the outermost withheld ones, and what no period covers."""
    outer = [one for one in hidden if not any(one in _inside(line, other) for other in hidden)]
    covered = frozenset[int]().union(*(line[one].months for one in (*told, *hidden)))
    later = any(line[one].months == line[at].months for one in (*told, *hidden))
    return len(outer) + (later or covered != line[at].months)


def _inside(line: list[Told], at: int) -> Iterator[int]:
    """What counts people who are in this number too: shorter periods, and the same period told earlier."""
    for other, one in enumerate(line):
        same = one.months == line[at].months
        if other != at and ((same and other < at) or (not same and one.months < line[at].months)):
            yield other
