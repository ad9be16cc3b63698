"""Spots: what is known of each place of a map, by region where there are few countries and by country where many.

A place is never finer than what was told of it: what names a country alone stands for the country, and no region.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.coverage import Cell, cell
from app.domain.shared import Picture, Reach, SharedActivity, SharedAssessment, Told, Work
from app.domain.shared.sums import COUNTRIES as BY_COUNTRY
from app.domain.shared.sums import REGIONS as BY_REGION
from app.places import COUNTRY, load, region

MOST_REGIONS = 90
"""A map with more signs says less than one of countries."""


class Grain(StrEnum):
    """How fine a map is."""

    REGIONS = BY_REGION
    COUNTRIES = BY_COUNTRY


@dataclass(frozen=True)
class Spot:
    """One place: what is known of it, who told it, and how many people were reached, from published numbers alone."""

    code: str
    """A region or a country; "" for what names no place."""
    known: Cell
    organisations: int
    reach: Reach


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
    countries = _countries(picture)
    regions = [code for country in countries for code in _regions(country)]
    grain = Grain.REGIONS if regions and len(regions) <= MOST_REGIONS else Grain.COUNTRIES
    told = {place: one for (place, number), one in _work(picture, grain).items() if number == objective}
    idle = picture.sums.idle.get("", {}).get(objective, 0)
    codes = {*(regions if grain is Grain.REGIONS else countries), *told, *([""] if idle else [])}
    ordered = sorted(codes, key=lambda code: (not code, code))
    return Spots(grain, countries, tuple(_spot(code, told.get(code), 0 if code else idle) for code in ordered))


def behind(picture: Picture, grain: Grain, code: str, objective: int = 0) -> Iterator[Told]:
    """From what a place is made: activities, or else the words that nothing was done."""
    if (code, objective) in _work(picture, grain):
        yield from (one for one in picture.activities if _is_there(one, code, objective, grain))
    elif not code:
        yield from (one for one in picture.assessments if _is_idle(one, objective))


def place_of(code: str, grain: Grain) -> str:
    """The place of a map that a place of an activity belongs to; "" where none was told."""
    if not code:
        return ""
    country, within = _known(code)
    return within or country if grain is Grain.REGIONS else country


def _work(picture: Picture, grain: Grain) -> Mapping[tuple[str, int], Work]:
    return picture.sums.work.get(grain.value, {})


def _spot(code: str, work: Work | None, idle: int) -> Spot:
    if work is None:
        return Spot(code, cell(0, nothing_done=idle > 0), idle, Reach(None, None, ""))
    return Spot(code, cell(work.activities, nothing_done=idle > 0), work.organisations, work.reach)


def _countries(picture: Picture) -> tuple[str, ...]:
    """Those that activities tell of; where none does, those that the contributors are from."""
    told = {place for place, _number in _work(picture, Grain.COUNTRIES)} - {""}
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


def _is_there(told: Told, code: str, objective: int, grain: Grain) -> bool:
    entry = told.entry
    is_about = isinstance(entry, SharedActivity) and objective in (0, *entry.objectives)
    return is_about and isinstance(entry, SharedActivity) and place_of(entry.place, grain) == code


def _is_idle(told: Told, objective: int) -> bool:
    entry = told.entry
    return isinstance(entry, SharedAssessment) and entry.nothing_done and objective in (0, entry.objective)
