"""Places in words: what the place field finds while somebody types, and what a code is called."""

from __future__ import annotations

from collections.abc import Callable

from app import places
from app.i18n import _, language
from app.places import COUNTRY, Gazetteer, Place
from app.ui.words.choice import Choice, matching


def finder(country: str, known: Gazetteer | None = None) -> Callable[[str], tuple[Choice, ...]]:
    """What a place field asks: districts and regions of this country (two letters), of all countries if it is empty.

    `known` has also the places of one's own.
    """
    gazetteer = known or places.load()

    def find(typed: str) -> tuple[Choice, ...]:
        return tuple(Choice(one.code, _with_region(one, gazetteer)) for one in gazetteer.find(typed, country))

    return find


def countries(typed: str) -> tuple[Choice, ...]:
    """The countries whose name has a word beginning like what was typed."""
    known = tuple(Choice(found.code, name(found.code)) for found in places.load().countries(language()))
    return matching(known, typed)


def name(code: str, known: Gazetteer | None = None) -> str:
    """What a place is called; a code that is in no list is shown as it is."""
    found = (known or places.load()).place(code)
    if found.level == COUNTRY:
        return places.load().country_name(found.code, language())
    return found.name


def _with_region(place: Place, gazetteer: Gazetteer) -> str:
    """A district with its region, because many districts share a name."""
    larger = gazetteer.place(place.parent) if place.parent else None
    if larger is None or larger.level == COUNTRY:
        return place.name
    return _("{place}, {region}").format(place=place.name, region=larger.name)
