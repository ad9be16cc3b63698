"""A part, and several parts as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from app.domain.parts.purses import Purse, purses_together
from app.domain.picture.sides import OTHERS, PUBLIC
from app.domain.reach import Reached, people_together, reached_together
from app.domain.shared import People, SharedActivity, Tally

K = TypeVar("K")
L = TypeVar("L")
Rows = dict[str, dict[str, dict[int, Tally]]]
"""Table to row to objective."""


@dataclass(frozen=True)
class Alone:
    """Activities of one objective that no other entry tells of: how many there are, and whom they reached."""

    activities: int = 0
    reached: Reached = field(default_factory=Reached)
    organisations: int = 1


Places = dict[str, dict[str, dict[int, Alone]]]
"""Scale to place to objective (0: all of them)."""


@dataclass(frozen=True)
class Tied:
    """An activity that may be told of by others as well, without its words, and what its organisation is."""

    entry: SharedActivity
    types: tuple[str, ...] = ()
    review: str = ""


@dataclass(frozen=True)
class Heard:
    """Messages of one type about one objective: how many that are told, and how many numbers are withheld."""

    type: str
    objective: int
    count: int | None
    withheld: int


@dataclass(frozen=True)
class Part:
    """What one organisation adds to the figures of a period, as they are printed for one audience."""

    places: Places = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    tied: tuple[Tied, ...] = ()
    activities: int = 0
    """Those that stand alone, each once; so do all of `places`, `rows`, `people`, `months` and `dated`."""
    people: dict[str, dict[int, People]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    dated: int = 0
    numbers: int = 0
    withheld: int = 0
    assessed: dict[int, dict[str, int]] = field(default_factory=dict)
    nothing_done: dict[int, int] = field(default_factory=dict)
    idle: dict[str, dict[int, int]] = field(default_factory=dict)
    views: dict[str, dict[int, dict[str, int]]] = field(default_factory=dict)
    """By side, objective and code, of those who did not write that nothing was done."""
    heard: tuple[Heard, ...] = ()
    exactly: tuple[Heard, ...] = ()
    """For the public: the same before it was rounded."""
    further: dict[str, int] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)
    money: tuple[Purse, ...] = ()
    entries: int = 0


def summed(parts: Iterable[Part]) -> Part:
    """The parts of several organisations as one, which adds up as they would; of parts in which nothing is tied."""
    given = tuple(parts)
    return Part(
        places=_places(part.places for part in given),
        rows=_rows(part.rows for part in given),
        activities=sum(part.activities for part in given),
        people=_people(part.people for part in given),
        months=_counts(part.months for part in given),
        dated=sum(part.dated for part in given),
        numbers=sum(part.numbers for part in given),
        withheld=sum(part.withheld for part in given),
        assessed=_nested(part.assessed for part in given),
        nothing_done=_counts(part.nothing_done for part in given),
        idle=_nested(part.idle for part in given),
        views={side: _nested(part.views.get(side, {}) for part in given) for side in (PUBLIC, OTHERS)},
        heard=heard_together(one for part in given for one in part.heard),
        exactly=heard_together(one for part in given for one in part.exactly),
        further=_counts(part.further for part in given),
        asked=_counts(part.asked for part in given),
        money=purses_together(one for part in given for one in part.money),
        entries=sum(part.entries for part in given),
    )


def heard_together(found: Iterable[Heard]) -> tuple[Heard, ...]:
    """Of each type and objective one sum: what is told is added up, and what is withheld stays so many numbers."""
    sums: dict[tuple[str, int], tuple[int | None, int]] = {}
    for one in found:
        before, withheld = sums.get((one.type, one.objective), (None, 0))
        now = one.count if before is None else before + (one.count or 0)
        sums[one.type, one.objective] = now, withheld + one.withheld
    return tuple(Heard(*key, *told) for key, told in sorted(sums.items()))


def _places(found: Iterable[Places]) -> Places:
    sums: Places = {}
    for places in found:
        for scale, cells in places.items():
            for place, told in cells.items():
                row = sums.setdefault(scale, {}).setdefault(place, {})
                for number, alone in told.items():
                    row[number] = _added(row.get(number), alone)
    return sums


def _rows(found: Iterable[Rows]) -> Rows:
    sums: Rows = {}
    for rows in found:
        for table, cells in rows.items():
            for code, told in cells.items():
                row = sums.setdefault(table, {}).setdefault(code, {})
                for number, (activities, organisations) in told.items():
                    before = row.get(number)
                    if before is None:
                        row[number] = Tally(activities, organisations)
                    else:
                        row[number] = Tally(before[0] + activities, before[1] + organisations)
    return sums


def _people(found: Iterable[Mapping[str, Mapping[int, People]]]) -> dict[str, dict[int, People]]:
    sums: dict[str, dict[int, People]] = defaultdict(dict)
    for people in found:
        for name, told in people.items():
            for number, one in told.items():
                before = sums[name].get(number)
                sums[name][number] = one if before is None else people_together((before, one))
    return dict(sums)


def _nested(found: Iterable[Mapping[K, Mapping[L, int]]]) -> dict[K, dict[L, int]]:
    sums: dict[K, Counter[L]] = defaultdict(Counter)
    for one in found:
        for key, counts in one.items():
            sums[key].update(counts)
    return {key: dict(counts) for key, counts in sums.items()}


def _counts(found: Iterable[Mapping[K, int]]) -> dict[K, int]:
    sums: Counter[K] = Counter()
    for one in found:
        sums.update(one)
    return dict(sums)


def _added(before: Alone | None, more: Alone) -> Alone:
    """With the activities of another organisation: nobody adds up what two organisations counted person by person."""
    whom = more.reached
    closed = replace(whom, once=0, largest=max(whom.once, whom.largest)) if whom.once else whom
    if before is None:
        return Alone(more.activities, closed, more.organisations)
    whole = reached_together((before.reached, closed))
    return Alone(before.activities + more.activities, whole, before.organisations + more.organisations)
