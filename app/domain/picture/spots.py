"""Spots: what is known of each place of a map, by region where there are few countries and by country where many.

A place is never finer than what was told of it: what names a country alone stands for the country, and no region.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.coverage import Cell, cell
from app.domain.picture.crossing import counted_once
from app.domain.reach import reach_of
from app.domain.shared import Picture, Reach, SharedActivity, SharedAssessment, Told
from app.places import COUNTRY, load, region

MOST_REGIONS = 90
"""A map with more signs says less than one of countries."""


class Grain(StrEnum):
    """How fine a map is."""

    REGIONS = "regions"
    COUNTRIES = "countries"


@dataclass(frozen=True)
class Spot:
    """One place: what is known of it, who told it, and how many people were reached, from published numbers alone."""

    code: str
    """A region or a country; "" for what names no place."""
    known: Cell
    organisations: int
    reach: Reach
    told: tuple[Told, ...]
    """From what it is made: activities, or else the words that nothing was done."""


@dataclass(frozen=True)
class Spots:
    """All places of a map: those told of, and the silent ones of the countries that it is about."""

    grain: Grain
    countries: tuple[str, ...]
    """Two letters each."""
    each: tuple[Spot, ...]

    def is_vague(self, code: str) -> bool:
        """Whether this names a country whose regions stand on the map, and none of them."""
        return self.grain is Grain.REGIONS and code in self.countries and bool(_regions(code))


def spots(picture: Picture, objective: int = 0) -> Spots:
    """What is known where, of all objectives or of one (0: all); silent places stand there as silent.

    That nothing was done is told by an organisation of all its places, so it stands where no place is named.
    """
    about = [one for one in picture.activities if _is_about(one, objective)]
    countries = _countries(picture)
    regions = [code for country in countries for code in _regions(country)]
    grain = Grain.REGIONS if regions and len(regions) <= MOST_REGIONS else Grain.COUNTRIES
    found: dict[str, list[Told]] = {code: [] for code in (regions if grain is Grain.REGIONS else countries)}
    for one in about:
        assert isinstance(one.entry, SharedActivity)
        found.setdefault(place_of(one.entry.place, grain), []).append(one)
    idle = tuple(one for one in picture.assessments if _is_idle(one, objective))
    if idle:
        found.setdefault("", [])
    each = tuple(_spot(picture, code, told, () if code else idle) for code, told in found.items())
    return Spots(grain, countries, tuple(sorted(each, key=lambda one: (not one.code, one.code))))


def place_of(code: str, grain: Grain) -> str:
    """The place of a map that a place of an activity belongs to; "" where none was told."""
    if not code:
        return ""
    country, within = _known(code)
    return within or country if grain is Grain.REGIONS else country


def _spot(picture: Picture, code: str, told: Iterable[Told], idle: tuple[Told, ...]) -> Spot:
    found = tuple(told)
    known = cell(counted_once(found, picture.activity_of), nothing_done=bool(idle))
    behind = found or idle
    who = {one.organisation.id for one in behind}
    return Spot(code, known, len(who), reach_of(found, picture.threshold, picture.activity_of), behind)


def _countries(picture: Picture) -> tuple[str, ...]:
    """Those that activities tell of; where none does, those that the contributors are from."""
    places = {one.entry.place for one in picture.activities if isinstance(one.entry, SharedActivity)}
    told = {_known(code)[0] for code in places if code} - {""}
    return tuple(sorted(told or {one.organisation.country for one in picture.counted} - {""}))


@lru_cache(maxsize=256)
def _regions(country: str) -> tuple[str, ...]:
    return tuple(one.code for one in load().children(load().place(country)))


@lru_cache(maxsize=4096)
def _known(code: str) -> tuple[str, str]:
    """Country and region of a place; "" where it lies in none."""
    place = load().place(code)
    within = region(place)
    country = place.code if place.level == COUNTRY else place.country
    return country, within.code if within else ""


def _is_about(told: Told, objective: int) -> bool:
    return isinstance(told.entry, SharedActivity) and (not objective or objective in told.entry.objectives)


def _is_idle(told: Told, objective: int) -> bool:
    entry = told.entry
    return isinstance(entry, SharedAssessment) and entry.nothing_done and objective in (0, entry.objective)
