"""Blocking: which pairs are looked at at all, so that a country's entries are compared in minutes and not in years.

Two entries meet where objective, month and region are the same, or where the rarest word of their titles is. A block
that is too large is cut by what else its entries have; what is still too large is put in order and only neighbours
meet. So the number of pairs grows with the number of entries, and equal titles always meet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from app.domain.once.traits import Traits

LARGEST = 60
"""Entries of a block of which each meets each."""
_NEIGHBOURS = 12
_MONTHS = 6
"""Of a long activity so many months, the first ones: who reports it as well begins it near to then."""
_RARE = 2


def meetings(found: Sequence[Traits]) -> Iterator[tuple[Traits, list[Traits]]]:
    """Each entry and those of other organisations, later in the order, that may be one activity with it.

    Every pair is met once. Entry by entry, so nothing is remembered.
    """
    blocks = [small for block in _blocks(found) for small in _cut(block, found)]
    within: list[list[int]] = [[] for _one in found]
    for number, block in enumerate(blocks):
        for place in block:
            within[place].append(number)
    owners = [one.identity[0] for one in found]
    for place, own in enumerate(within):
        met, owner = set().union(*(blocks[number] for number in own)), owners[place]
        if others := [found[each] for each in met if each > place and owners[each] != owner]:
            yield found[place], others


def _blocks(found: Sequence[Traits]) -> Iterator[list[int]]:
    yield from _by(range(len(found)), lambda place: _where_and_when(found[place]))
    counts = Counter(word for one in found for word in one.heard)
    yield from _by(range(len(found)), lambda place: _rare(found[place], counts))


def _by(places: Iterable[int], keys: Callable[[int], Iterable[Hashable]]) -> Iterator[list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        for key in keys(place):
            blocks[key].append(place)
    return (block for block in blocks.values() if len(block) > 1)


def _where_and_when(one: Traits) -> Iterator[Hashable]:
    months = range(one.first, min(one.last, one.first + _MONTHS - 1) + 1)
    return ((objective, month, one.region) for objective in one.objectives for month in months)


def _rare(one: Traits, counts: Counter[str]) -> Iterator[Hashable]:
    """The rarest words of a title, each with the months around its own, as one side may tell the month before."""
    told = sorted((counts[word], word) for word in one.heard if counts[word] > 1)
    return ((word, one.first // 2 + step) for _often, word in told[:_RARE] for step in (0, 1))


def _cut(block: list[int], found: Sequence[Traits]) -> Iterator[list[int]]:
    """A block in pieces that are small enough: by place, else neighbours by title and by number of people."""
    if len(block) <= LARGEST:
        yield block
        return
    by_place: dict[str, list[int]] = defaultdict(list)
    for place in block:
        by_place[found[place].place].append(place)
    if len(by_place) > 1:
        for smaller in by_place.values():
            yield from _cut(smaller, found)
        return
    yield from _neighbours(sorted(block, key=lambda place: (found[place].title, place)))
    yield from _neighbours(sorted(block, key=lambda place: (found[place].people, place)))


def _neighbours(ordered: list[int]) -> Iterator[list[int]]:
    """Pieces that overlap by half: two that stand closer than that in the order are in one of them."""
    for start in range(0, len(ordered), _NEIGHBOURS):
        yield ordered[start : start + 2 * _NEIGHBOURS]
