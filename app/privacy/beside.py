"""What may be told beside what was told before: every number of an entry, against earlier ones of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TypeVar

from app.domain.shared import SHARED_KINDS, Audience, FeedbackCount, SharedEntry
from app.domain.terms import NOT_ASKED, Count, Period
from app.privacy.suppression import Cost, Protected, Rule, Told, cost_of, in_periods, revised, rounded, rule_of

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


def beside(entry: E, before: Iterable[Once], reader: Reader, exact: SharedEntry | None = None) -> E:
    """The entry as it may be told beside the same thing told before, oldest first.

    Whoever reads exact numbers reads those of the public, too. So the public is told no number that would be withheld
    beside earlier exact ones (`exact` is the entry before it was rounded), and peers none that the public would not
    be told. A coordinator has the submissions themselves.
    """
    earlier = tuple(before)
    shown = _compared(entry, [one for one in earlier if reader.reads(one)], reader)
    others = [one for one in earlier if not reader.reads(one)]
    if reader.audience is Audience.PUBLIC and exact is not None:
        return _veiled(shown, _compared(exact, others, reader))
    if reader.audience is Audience.PEERS:
        fives = {name: rounded(count) for name, count in counts_of(shown).items()}
        return _veiled(shown, _compared(replace(shown, **fives), others, reader))  # type: ignore[arg-type] # its counts
    return shown


def _veiled(shown: E, other: SharedEntry) -> E:
    """The entry without the numbers that are withheld in the other: fewer numbers never tell more."""
    hidden = {name: count for name, count in counts_of(other).items() if count.withheld}
    return replace(shown, **hidden)  # type: ignore[arg-type] # each name is that of one of its counts


def _compared(entry: E, before: Iterable[Once], reader: Reader) -> E:
    """Against all of these; what narrower audiences were told in the same numbers is no reason to tell it here."""
    by_period, now = isinstance(entry, FeedbackCount), counts_of(entry)
    told = ((one, counts_of(one.entry)) for one in before)
    earlier = [
        (one.period, then)
        for one, then in told
        if one.audience.includes(reader.audience)
        or (by_period and one.period != reader.period)
        or not _says_no_more(now, then)
    ]
    if not earlier:
        return entry
    found: dict[str, Count] = {}
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


def _says_no_more(now: Mapping[str, Count], then: Mapping[str, Count]) -> bool:
    """Whether nothing changed, as far as told: the total is the same, and so is every other number that is told."""
    told = {name: count for name, count in now.items() if count.known}
    is_whole = _TOTAL in told if _TOTAL in now else bool(told)
    return is_whole and all(then.get(name) == count for name, count in told.items())


def counts_of(entry: SharedEntry) -> dict[str, Count]:
    """Every number of people or messages in an entry, by the name of its field."""
    return {name: getattr(entry, name) for name in _counted(entry.KIND)}


@cache
def _counted(kind: str) -> tuple[str, ...]:
    return tuple(one.name for one in fields(SHARED_KINDS[kind]) if isinstance(one.default, Count))


def cost(entries: Iterable[SharedEntry]) -> Cost:
    """How many numbers stand in these entries, and how many of them are withheld."""
    return cost_of(count for entry in entries for count in counts_of(entry).values())


def _breakdown(counts: Mapping[str, Count]) -> Protected:
    groups = {name: count for name, count in counts.items() if name != _TOTAL and not count.not_asked}
    return Protected(counts.get(_TOTAL, NOT_ASKED), groups)
