"""Blocking: which pairs are looked at at all, so that a country's entries are compared in minutes and not in years.

Two entries meet in a region where objective and month are the same, or where the rarest words of a title are in the
same month or the one before; in different regions, where a word is that is rare in the whole country. A block that is
too large is cut by place; where a place still has too many, an entry meets those nearest to it by the words of its
title and by its number of people, and no others. So the number of pairs grows with the number of entries alone.

Whom an entry meets depends on the blocks that it is in and on nothing else: where one entry comes or goes, all others
are as they were but those of its blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any

from app.domain.once.traits import Traits

LARGEST = 12
"""Entries of a block of which each meets each."""
_DENSE = 8
"""The same of what is left of a larger one in one place."""
RARE_AFAR = 60
"""Holders of a word in the whole country that make it a common one."""
MONTHS = 6
"""Of a long activity so many months, the first ones: who reports it as well begins it near to then."""
_NEAREST = 2
"""On either side of an entry in an order."""
_RARE = 2

Key = tuple[int | str, ...]
"""A block: month, region, and objective or word; or month and word alone, for the whole country."""
Pieces = tuple[list[int], ...]
Met = tuple[Traits, list[Traits]]
"""An entry, and those of other organisations that are before it in the order and may be one activity with it."""


def needed(one: Traits) -> Iterator[Key]:
    """The blocks that decide which entries of its region this one meets."""
    yield from ((one.first, one.region, objective) for objective in one.objectives)
    yield from ((one.first, one.region, word) for word in one.heard)


def needed_afar(one: Traits) -> Iterator[Key]:
    """The blocks that decide which entries of other regions this one meets."""
    yield from ((one.first, word) for word in one.heard)


def moved(one: Traits) -> Iterator[Key]:
    """The blocks that are others if this entry comes or goes."""
    for month in (one.first, one.first + 1):
        yield from ((month, word) for word in one.heard)
        yield from ((month, one.region, word) for word in one.heard)
    for month in running(one):
        yield from ((month, one.region, objective) for objective in one.objectives)


def running(one: Traits) -> range:
    """The months of an entry in which others meet it."""
    return range(one.first, min(one.last, one.first + MONTHS - 1) + 1)


def within(fresh: Sequence[Traits], before: Sequence[Traits], touched: AbstractSet[Key] | None = None) -> Iterator[Met]:
    """Whom the entries of one region that begin in one month meet there: each other, and those that began before.

    With `touched` only those that are in one of these blocks.
    """
    found = [*before, *sorted(fresh, key=lambda one: one.identity)]
    owners = [one.identity[0] for one in found]
    month = fresh[0].first
    orders = _Orders(found, len(before))
    objectives, words = _by_objective(orders, month), _by_word(orders, month)
    for place in range(len(before), len(found)):
        one = found[place]
        if touched is not None and touched.isdisjoint(needed(one)):
            continue
        pieces = [piece for each in one.objectives for piece in objectives.near(each, place)]
        pieces += [piece for word in _rare(one, words.sizes) for piece in words.near(word, place)]
        owner, met = owners[place], set[int]().union(*pieces)
        yield one, [found[each] for each in met if each < place and owners[each] != owner]


def across(word: str, holders: Iterable[Traits], month: int, sizes: Mapping[str, int]) -> Iterator[Met]:
    """Whom those who have a rare word meet in other regions; each pair by the rarest word that it shares."""
    ordered = sorted(holders, key=lambda one: (one.first, one.identity))
    for place, one in enumerate(ordered):
        rare = rarest(one, sizes) if one.first == month else []
        if word in rare:
            rarer = rare[: rare.index(word)]
            yield one, [other for other in _afar(one, ordered[:place]) if other.heard.isdisjoint(rarer)]


def _afar(one: Traits, others: Iterable[Traits]) -> Iterator[Traits]:
    """Those of other regions and organisations; where both tell a region, more than a word has to speak for it."""
    region, people, named, called = one.region, one.people, one.named_in, one.called
    is_open = not region or bool(one.partners)
    for other in others:
        if other.region == region or other.identity[0] == one.identity[0]:
            continue
        if is_open or not other.region or other.partners or (people and other.people == people):
            yield other
        elif other.called <= named or called <= other.named_in:
            yield other


def rarest(one: Traits, sizes: Mapping[str, int]) -> list[str]:
    """The rarest words of a title of those that few others in the country have."""
    return _rare(one, {word: sizes.get(word, 0) for word in one.heard if sizes.get(word, 0) <= RARE_AFAR})


def _rare(one: Traits, sizes: Mapping[str, int]) -> list[str]:
    told = sorted((sizes.get(word, 0), word) for word in one.heard if sizes.get(word, 0) > 1)
    return [word for _often, word in told[:_RARE]]


class _Orders:
    """The orders in which entries are neighbours, each made once for all blocks; they depend on the entries alone."""

    def __init__(self, found: Sequence[Traits], start: int) -> None:
        self.found, self.start = found, start
        """Nobody asks who is near to those before `start`."""

    @cached_property
    def by_words(self) -> list[int]:
        """The rank of each by its title as it sounds, longest words first: these are rarest, and names among them."""
        return self._ranks(lambda one: (sorted(one.heard, key=lambda word: (-len(word), word)), one.title))

    @cached_property
    def by_people(self) -> list[int]:
        """The rank of each by its number of people."""
        return self._ranks(lambda one: one.people)

    def _ranks(self, key: Callable[[Traits], Any]) -> list[int]:
        keys = [(key(one), one.identity) for one in self.found]
        ranks = [0] * len(keys)
        for rank, place in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
            ranks[place] = rank
        return ranks


class _Blocks:
    """Entries by what they have in common; one that is too large is cut when somebody asks who is near an entry."""

    def __init__(self, orders: _Orders, members: Mapping[int | str, list[int]]) -> None:
        self._orders, self._members = orders, members
        self._cut: dict[int | str, dict[int, Pieces]] = {}
        self.sizes = {str(key): len(block) for key, block in members.items()}

    def near(self, key: int | str, place: int) -> Pieces:
        """The entries that meet one of them, in pieces."""
        block = self._members[key]
        if len(block) <= LARGEST:
            return (block,)
        if key not in self._cut:
            self._cut[key] = dict(_cut(block, self._orders))
        return self._cut[key][place]


def _by_objective(orders: _Orders, month: int) -> _Blocks:
    blocks: dict[int | str, list[int]] = defaultdict(list)
    for place, one in enumerate(orders.found):
        if month in running(one):
            for objective in one.objectives:
                blocks[objective].append(place)
    return _Blocks(orders, blocks)


def _by_word(orders: _Orders, month: int) -> _Blocks:
    blocks: dict[int | str, list[int]] = defaultdict(list)
    for place, one in enumerate(orders.found):
        if one.first >= month - 1:
            for word in one.heard:
                blocks[word].append(place)
    return _Blocks(orders, blocks)


def _cut(block: list[int], orders: _Orders) -> Iterator[tuple[int, Pieces]]:
    """Each of a block with those near to it: all of its place, or the nearest by words and by people."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for each in block:
        by_place[orders.found[each].place].append(each)
    for smaller in by_place.values():
        if len(smaller) <= _DENSE:
            yield from ((each, (smaller,)) for each in smaller)
            continue
        by_words, by_people = _nearest(smaller, orders.by_words), _nearest(smaller, orders.by_people)
        yield from ((each, (by_words[each], by_people[each])) for each in smaller if each >= orders.start)


def _nearest(block: list[int], ranks: list[int]) -> dict[int, list[int]]:
    """Each with its neighbours on both sides: who is one of them has this one for a neighbour, too."""
    ordered = sorted(block, key=ranks.__getitem__)
    return {each: ordered[max(0, place - _NEAREST) : place + _NEAREST + 1] for place, each in enumerate(ordered)}
