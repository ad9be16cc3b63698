"""Blocking: which pairs are looked at at all, so that a country's entries are compared in minutes and not in years.

Two entries meet in a region where objective and month are the same, or where the rarest words of a title are in the
same month or the one before; in different regions, where a word is that is rare in the whole country. A block that is
too large is cut by what else its entries have; what is still too large is put in order and only neighbours meet. So
the number of pairs grows with the number of entries, and equal titles always meet.

Whom an entry meets depends on the blocks that it is in and on nothing else: where one entry comes or goes, all others
are as they were but those of its blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from app.domain.once.traits import Traits

LARGEST = 60
"""Entries of a block of which each meets each."""
_WORDY = 24
"""The same of those who have a word in common."""
MONTHS = 6
"""Of a long activity so many months, the first ones: who reports it as well begins it near to then."""
_NEIGHBOURS = 12
_RARE = 2

Key = tuple[int | str, ...]
"""A block: month, region, and objective or word; or month and word alone, for the whole country."""
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
        pieces = [piece for each in one.objectives for piece in objectives.around(each, place)]
        pieces += [piece for word in _rare(one, words.sizes) for piece in words.around(word, place)]
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
    return _rare(one, {word: sizes.get(word, 0) for word in one.heard if sizes.get(word, 0) <= LARGEST})


def _rare(one: Traits, sizes: Mapping[str, int]) -> list[str]:
    told = sorted((sizes.get(word, 0), word) for word in one.heard if sizes.get(word, 0) > 1)
    return [word for _often, word in told[:_RARE]]


class _Blocks:
    """Entries by what they have in common; one that is too large is cut when somebody asks who is around an entry."""

    def __init__(self, found: Sequence[Traits], members: Mapping[int | str, list[int]], largest: int) -> None:
        self._found, self._members, self._largest = found, members, largest
        self._cut: dict[int | str, dict[int, list[list[int]]]] = {}
        self.sizes = {str(key): len(block) for key, block in members.items()}

    def around(self, key: int | str, place: int) -> list[list[int]]:
        """The entries that meet one of them, in pieces."""
        block = self._members[key]
        if len(block) <= self._largest:
            return [block]
        if key not in self._cut:
            pieces: dict[int, list[list[int]]] = defaultdict(list)
            for piece in _cut(block, self._found, self._largest):
                for each in piece:
                    pieces[each].append(piece)
            self._cut[key] = pieces
        return self._cut[key][place]


def _by_objective(found: Sequence[Traits], month: int) -> _Blocks:
    blocks: dict[int | str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if month in running(one):
            for objective in one.objectives:
                blocks[objective].append(place)
    return _Blocks(found, blocks, LARGEST)


def _by_word(found: Sequence[Traits], month: int) -> _Blocks:
    blocks: dict[int | str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if one.first >= month - 1:
            for word in one.heard:
                blocks[word].append(place)
    return _Blocks(found, blocks, _WORDY)


def _cut(block: list[int], found: Sequence[Traits], largest: int) -> Iterator[list[int]]:
    """A block in pieces that are small enough: by place, else neighbours by title and by number of people."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for each in block:
        by_place[found[each].place].append(each)
    for smaller in by_place.values():
        if len(smaller) <= largest:
            yield smaller
        else:
            yield from _neighbours(sorted(smaller, key=lambda each: (found[each].title, found[each].identity)))
            yield from _neighbours(sorted(smaller, key=lambda each: (found[each].people, found[each].identity)))


def _neighbours(ordered: list[int]) -> Iterator[list[int]]:
    """Pieces that overlap by half: two that stand closer than that in the order are in one of them."""
    for start in range(0, len(ordered), _NEIGHBOURS):
        yield ordered[start : start + 2 * _NEIGHBOURS]
