"""What may be told beside what was told before: every number of an entry, against earlier ones of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.shared import Audience, SharedEntry
from app.domain.terms import NOT_ASKED, Count, Period
from app.privacy.suppression import Cost, Protected, Rule, Told, cost_of, in_periods, revised, rule_of

E = TypeVar("E", bound=SharedEntry)

_TOTAL = "reach"


@dataclass(frozen=True)
class Once:
    """An entry as it was told for a period, perhaps under another pseudonym."""

    entry: SharedEntry
    period: Period
    audience: Audience


@dataclass(frozen=True)
class Reader:
    """Who reads a period now, and the smallest group that may be told."""

    period: Period
    audience: Audience
    smallest: int

    def reads(self, one: Once) -> bool:
        """Whether a number told then can be compared: the public reads fives, all others exact numbers."""
        return (one.audience is Audience.PUBLIC) == (self.audience is Audience.PUBLIC)


def beside(entry: E, before: Iterable[Once], reader: Reader) -> E:
    """The entry as it may be told beside the same thing told before, oldest first."""
    earlier = [(one.period, counts_of(one.entry)) for one in before if reader.reads(one)]
    if not earlier:
        return entry
    now, found = counts_of(entry), {}
    for name, count in now.items():
        rule = rule_of(type(entry), name)
        then = [(period, counts.get(name, NOT_ASKED)) for period, counts in earlier]
        if rule is Rule.PERIODS:
            found[name] = in_periods(Told(reader.period, count), [Told(*one) for one in then], reader.smallest)
        elif rule is Rule.REVISED:
            alone = [Protected(one, {}) for _period, one in then]
            found[name] = revised(Protected(count, {}), alone, reader.smallest).total
        elif rule is Rule.BREAKDOWN and name == _TOTAL:
            whole = revised(_breakdown(now), [_breakdown(counts) for _period, counts in earlier], reader.smallest)
            found |= {name: whole.total, **whole.cells}
    return replace(entry, **found)  # type: ignore[arg-type] # each name is that of one of its counts


def counts_of(entry: SharedEntry) -> dict[str, Count]:
    """Every number of people or messages in an entry, by the name of its field."""
    return {name: value for name, value in vars(entry).items() if isinstance(value, Count)}


def cost(entries: Iterable[SharedEntry]) -> Cost:
    """How many numbers stand in these entries, and how many of them are withheld."""
    return cost_of(count for entry in entries for count in counts_of(entry).values())


def _breakdown(counts: Mapping[str, Count]) -> Protected:
    groups = {name: count for name, count in counts.items() if name != _TOTAL and not count.not_asked}
    return Protected(counts.get(_TOTAL, NOT_ASKED), groups)
