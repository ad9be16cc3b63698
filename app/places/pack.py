"""Places that an organisation brought itself: finer, newer, or of a country that the program does not list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.places.place import DISTRICT, REGION, Place

LOWEST = 3
"""The smallest level that a pack may hold; nothing below a district is ever told to others."""


@dataclass(frozen=True)
class PlacePack:
    """The regions, districts and what lies in them of one country (two letters).

    `version` is what the list says of its edition; `former` tells which place a code of before stands for now.
    """

    country: str
    version: str
    places: tuple[Place, ...]
    former: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> dict[int, int]:
        """How many places of each level there are."""
        return {level: sum(place.level == level for place in self.places) for level in range(REGION, LOWEST + 1)}


def merged(known: Mapping[str, Place], pack: PlacePack | None) -> dict[str, Place]:
    """What is listed and what a pack adds, each place followed by those in it; of the same code the pack counts."""
    if pack is None:
        return dict(known)
    both = {**known, **{place.code: place for place in pack.places}}
    within: dict[str, list[Place]] = {}
    for place in both.values():
        within.setdefault(place.parent, []).append(place)
    return {place.code: place for place in _below(within, pack.country)}


def _below(within: Mapping[str, list[Place]], code: str) -> Iterable[Place]:
    for place in sorted(within.get(code, ()), key=lambda each: each.code):
        yield place
        if place.level is not None and place.level <= DISTRICT:
            yield from _below(within, place.code)
