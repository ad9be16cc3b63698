"""Sweeping: everything is compared region by region and month by month; of all entries only a few months are held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Protocol

from app.domain.once.blocking import MONTHS, RARE_AFAR, Key, across, needed_afar, within
from app.domain.once.likeness import likely
from app.domain.once.reasons import Why
from app.domain.once.traits import Traits
from app.domain.shared import Identity
from app.progress import Progress, silent

ENOUGH = 5.5
"""From so many points on a pair is worth a person's look: 19 of 20 of the labelled pairs above it are one."""
_MOST = 8
"""So many of those that it met are told of an entry, the likeliest: one who is asked links them one after the other."""
_HELD = 50_000
"""So many holders of rare words are held together."""


_Meeting = tuple[str, Traits, list[Traits]]


class Part(StrEnum):
    """Where pairs met; its value is kept."""

    REGION = "region"
    COUNTRY = "country"


class Shelf(Protocol):
    """Where the traits of all entries are kept, by region and the month in which they begin."""

    def cells(self) -> Iterable[tuple[str, int]]:
        """Every region and month that has entries."""

    def cell(self, region: str, month: int) -> Sequence[Traits]:
        """The entries of one region that begin in one month."""

    def heard(self, region: str, month: int) -> Iterable[Collection[str]]:
        """The words of their titles as they sound, and nothing else of them."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two entries that are probably one activity, with the months that both have."""

    one: Identity
    other: Identity
    points: float
    whys: tuple[Why, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Who is like one entry of those before it in the order that met it in one part; nobody, where that is so."""

    identity: Identity
    part: Part
    word: str
    """The rare word by which they met in the country; "" comes first and stands for all that was found before."""
    alike: tuple[Alike, ...]
    met: int


def sweep(shelf: Shelf, touched: AbstractSet[Key] | None = None, progress: Progress = silent) -> Iterator[Compared]:
    """Compare everything; with `touched` only the entries that are in one of these blocks."""
    cells = sorted(shelf.cells())
    done, total = 0, 2 * len(cells)
    for part, meet in ((Part.REGION, _regions), (Part.COUNTRY, _country)):
        for found in meet(shelf, cells, touched):
            if isinstance(found, int):
                done += found
                progress(done, total)
                continue
            progress(done, total)
            word, one, met = found
            yield Compared(one.identity, part, word, tuple(_alike(one, met) if met else ()), len(met))


def _alike(one: Traits, met: Sequence[Traits]) -> list[Alike]:
    found = []
    for other, points, whys in likely(one, met, ENOUGH):
        smaller, larger = sorted((one.identity, other.identity))
        first, last = max(one.first, other.first), min(one.last, other.last)
        found.append(Alike(smaller, larger, round(points, 1), whys, first, max(first, last)))
    if len(found) > _MOST:
        found.sort(key=lambda each: (-each.points, each.one, each.other))
    return found[:_MOST]


def _regions(
    shelf: Shelf, cells: Sequence[tuple[str, int]], touched: AbstractSet[Key] | None
) -> Iterator[_Meeting | int]:
    """Whom everybody meets in their own region, and after each cell that it is done."""
    wanted = None if touched is None else {(str(key[1]), int(key[0])) for key in touched if len(key) > len("mw")}
    before: list[Traits] = []
    now = ""
    for region, month in cells:
        before = [one for one in before if _may_meet(one, month)] if region == now else []
        now = region
        if _is_needed(region, month, wanted):
            fresh = shelf.cell(region, month)
            if wanted is None or (region, month) in wanted:
                yield from (("", *met) for met in within(fresh, before, touched))
            before += fresh
        yield 1


def _may_meet(one: Traits, month: int) -> bool:
    return one.first > month - MONTHS and (one.last >= month or one.first == month - 1)


def _is_needed(region: str, month: int, wanted: AbstractSet[tuple[str, int]] | None) -> bool:
    return wanted is None or any((region, month + after) in wanted for after in range(MONTHS))


def _country(
    shelf: Shelf, cells: Sequence[tuple[str, int]], touched: AbstractSet[Key] | None
) -> Iterator[_Meeting | int]:
    """Whom those who have a word that is rare in the whole country meet in other regions."""
    regions: dict[int, list[str]] = {}
    for region, month in cells:
        regions.setdefault(month, []).append(region)
    wanted = None if touched is None else {int(key[0]) for key in touched if len(key) == len("mw")}
    counted: dict[int, Counter[str]] = {}
    for month, there in sorted(regions.items()):
        around = [(region, each) for each in (month - 1, month) for region in regions.get(each, ())]
        if (wanted is None or month in wanted) and len({region for region, _month in around}) > 1:
            counted = {each: counted.get(each) or _counted(shelf, around, each) for each in (month - 1, month)}
            yield from _month(shelf, around, counted, touched)
        yield len(there)


def _counted(shelf: Shelf, around: Sequence[tuple[str, int]], month: int) -> Counter[str]:
    """How many titles of a month have each word."""
    sizes: Counter[str] = Counter()
    for region, each in around:
        if each == month:
            sizes.update(chain.from_iterable(shelf.heard(region, month)))
    return sizes


def _month(
    shelf: Shelf,
    around: Sequence[tuple[str, int]],
    counted: Mapping[int, Counter[str]],
    touched: AbstractSet[Key] | None,
) -> Iterator[_Meeting]:
    """Of a month and the one before those who have a rare word are held, not too many at a time."""
    month = max(counted)
    sizes = counted[month - 1] + counted[month]
    asked = set(counted[month]) if touched is None else set[str]()
    if touched is not None:
        for one in _every(shelf, [cell for cell in around if cell[1] == month]):
            if _is_touched(one, touched):
                asked.update(one.heard)
                yield "", one, []
    for words in _rounds({word: sizes[word] for word in asked if 1 < sizes[word] <= RARE_AFAR}):
        holders: dict[str, list[Traits]] = {word: [] for word in words}
        for one in _every(shelf, around):
            for word in holders.keys() & one.heard:
                holders[word].append(one)
        for word in words:
            meetings = across(word, holders[word], month, sizes)
            yield from ((word, one, met) for one, met in meetings if met and _is_touched(one, touched))


def _every(shelf: Shelf, cells: Sequence[tuple[str, int]]) -> Iterator[Traits]:
    return (one for cell in cells for one in shelf.cell(*cell))


def _is_touched(one: Traits, touched: AbstractSet[Key] | None) -> bool:
    return touched is None or not touched.isdisjoint(needed_afar(one))


def _rounds(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """The words in an order that depends on them alone, some at a time."""
    words: list[str] = []
    held = 0
    for word in sorted(sizes):
        if words and held + sizes[word] > _HELD:
            yield words
            words, held = [], 0
        words.append(word)
        held += sizes[word]
    if words:
        yield words
