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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from app.domain.once.traits import Traits

LARGEST = 16
"""Entries of a block of which each meets each."""
_DENSE = 10
"""The same of what is left of a larger one in one place."""
RARE_AFAR = 60
"""Holders of a word in the whole country that make it a common one."""
MONTHS = 6
"""Of a long activity so many months, the first ones: who reports it as well begins it near to then."""
_NEAREST = 3
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
    objectives = _by_objective(found, month)
    words = _by_word(found, month)
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


class _Blocks:
    """Entries by what they have in common; one that is too large is cut when somebody asks who is near an entry."""

    def __init__(self, found: Sequence[Traits], members: Mapping[int | str, list[int]]) -> None:
        self._found, self._members = found, members
        self._cut: dict[int | str, dict[int, Pieces]] = {}
        self.sizes = {str(key): len(block) for key, block in members.items()}

    def near(self, key: int | str, place: int) -> Pieces:
        """The entries that meet one of them, in pieces."""
        block = self._members[key]
        if len(block) <= LARGEST:
            return (block,)
        if key not in self._cut:
            self._cut[key] = dict(_cut(block, self._found))
        return self._cut[key][place]


def _by_objective(found: Sequence[Traits], month: int) -> _Blocks:
    blocks: dict[int | str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if month in running(one):
            for objective in one.objectives:
                blocks[objective].append(place)
    return _Blocks(found, blocks)


def _by_word(found: Sequence[Traits], month: int) -> _Blocks:
    blocks: dict[int | str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if one.first >= month - 1:
            for word in one.heard:
                blocks[word].append(place)
    return _Blocks(found, blocks)


def _cut(block: list[int], found: Sequence[Traits]) -> Iterator[tuple[int, Pieces]]:
    """Each of a block with those near to it: all of its place, or the nearest by words and by people."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for each in block:
        by_place[found[each].place].append(each)
    for smaller in by_place.values():
        if len(smaller) <= _DENSE:
            yield from ((each, (smaller,)) for each in smaller)
            continue
        by_words = _nearest(
            sorted(smaller, key=lambda each: (_order(found[each]), found[each].title, found[each].identity))
        )
        by_people = _nearest(sorted(smaller, key=lambda each: (found[each].people, *found[each].identity)))
        yield from ((each, (by_words[each], by_people[each])) for each in smaller)


def _order(one: Traits) -> list[str]:
    """The words of a title as they sound, the longest first: these are rarest, and names are long in every language."""
    return sorted(one.heard, key=lambda word: (-len(word), word))


def _nearest(ordered: list[int]) -> dict[int, list[int]]:
    """Each with its neighbours on both sides: who is one of them has this one for a neighbour, too."""
    return {each: ordered[max(0, place - _NEAREST) : place + _NEAREST + 1] for place, each in enumerate(ordered)}
