"""Of each activity one entry: what sums over all organisations are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.domain.shared import Identity, SharedActivity, Told

_NONE: Mapping[Identity, Identity] = MappingProxyType({})


def one_of_each(told: Iterable[Told], same: Mapping[Identity, Identity] = _NONE) -> list[SharedActivity]:
    """The entry with the most people of each activity; `same` maps an entry to the one by which it is known."""
    kept: dict[Identity, SharedActivity] = {}
    for one in told:
        if isinstance(one.entry, SharedActivity):
            known = same.get(one.identity, one.identity)
            if known not in kept or _people(one.entry) > _people(kept[known]):
                kept[known] = one.entry
    return list(kept.values())


def _people(entry: SharedActivity) -> int:
    return -1 if entry.reach.value is None else entry.reach.value
