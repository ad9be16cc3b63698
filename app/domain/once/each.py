"""Of each activity one entry: what sums over all organisations are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from app.domain.shared import Identity, Picture, SharedActivity, Told

_NONE: Mapping[Identity, Identity] = MappingProxyType({})


def one_of_each(told: Iterable[Told], same: Mapping[Identity, Identity] = _NONE) -> list[SharedActivity]:
    """The entry with the most people of each activity; `same` maps an entry to the one by which it is known."""
    return [one.entry for one in _largest(told, same) if isinstance(one.entry, SharedActivity)]


def told_once(picture: Picture) -> Iterator[Told]:
    """The same of a picture, with who told each: what several tell of first, then by organisation.

    Nothing is held but what is counted with entries of others, and what one organisation tells.
    """
    same = picture.activity_of
    if same:
        yield from _largest((one for one in picture.activities if one.identity in same), same)
    for _owner, own in groupby(picture.activities, key=lambda one: one.organisation.id):
        yield from _largest((one for one in own if one.identity not in same), _NONE)


def _largest(told: Iterable[Told], same: Mapping[Identity, Identity]) -> list[Told]:
    kept: dict[Identity, Told] = {}
    for one in told:
        if isinstance(one.entry, SharedActivity):
            known = same.get(one.identity, one.identity)
            if known not in kept or _people(one) > _people(kept[known]):
                kept[known] = one
    return list(kept.values())


def _people(told: Told) -> int:
    value = told.entry.reach.value if isinstance(told.entry, SharedActivity) else None
    return -1 if value is None else value
