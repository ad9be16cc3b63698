"""Looking places up by code and by name, in whatever script and with whatever marks they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from app import locales, paths
from app.folding import fold
from app.i18n import ENGLISH, MADE_UP, translation
from app.ordering import by_name, sort_key
from app.places.listing import Listing
from app.places.pack import PlacePack, merged
from app.places.place import COUNTRY, Place

_BETWEEN = re.compile(r"[\W_]+")
_SAME, _BEGINS, _WORD_BEGINS, _INSIDE, _ALIKE = 5, 4, 3, 2, 1
_CLOSE_ENOUGH = 82  # of 100: one slip in a short name, two in a long one


class Gazetteer:
    """The list of places: countries, and regions and districts of those that OCHA lists.

    With packs also the places that an organisation brought itself, beside and before those.
    """

    def __init__(self, folder: Path, packs: Iterable[PlacePack] = ()) -> None:
        self._listing = Listing(folder)
        self._packs = {pack.country: pack for pack in packs}
        self._places: dict[str, dict[str, Place]] = {}

    def with_packs(self, packs: Iterable[PlacePack]) -> Gazetteer:
        """The same list with these packs."""
        extended = Gazetteer(self._listing.folder, packs)
        extended._listing = self._listing
        return extended

    def place(self, code: str) -> Place:
        """The place of this P-code, or of a country's two or three letters; never raises.

        Both ways of writing a country are understood: GIN008001 finds GN008001, TD19 finds TCD19. An
        unknown code is kept as it is, with level None and the longest known beginning as its parent.
        """
        written = code.strip().upper()
        country = self.country_of(written)
        if found := self._known(written, country):
            return found
        shorter = (written[:length] for length in range(len(written) - 1, 1, -1))
        larger = next((known for each in shorter if (known := self._known(each, country))), None)
        return Place(code.strip(), code.strip(), None, larger.code if larger else "", country)

    def country_of(self, code: str) -> str:
        """The two letters of the country a code begins with; empty if it begins with none."""
        written = code.strip().upper()
        return self.two_letters(written[:3]) or (written[:2] if written[:2] in self._listing.countries else "")

    def path(self, place: Place) -> tuple[Place, ...]:
        """The place and all that it lies in, country first."""
        if not place.parent:
            return (place,)
        return (*self.path(self.place(place.parent)), place)

    def children(self, place: Place) -> tuple[Place, ...]:
        """The regions of a country or the districts of a region, in order of code."""
        return tuple(each for each in self._within(place.country).values() if each.parent == place.code)

    def find(self, text: str, country: str = "", *, within: str = "", limit: int = 10) -> tuple[Place, ...]:
        """Regions and districts whose code or name is, begins with, holds or resembles the text.

        Best first, and larger before smaller.

        `country` (two or three letters) and `within` (a code) narrow the search and make it quick;
        without them every listed country is read. An empty text finds what lies in them, in the order of names.
        """
        wanted = _plain(text)
        if not wanted:
            everything = self._candidates(self.country_of(country or within), within)
            return tuple(sorted(everything, key=_by_level_and_name)[:limit])
        ranked = []
        for place in self._candidates(self.country_of(country or within), within):
            if rank := _rank(wanted, place):
                length = 0 if place.code.lower().startswith(wanted) else len(place.name)
                ranked.append((-rank, place.level or COUNTRY, length, place.code, place))
        return tuple(each[-1] for each in sorted(ranked, key=lambda each: each[:-1])[:limit])

    def countries(self, language: str) -> tuple[Place, ...]:
        """Every country and territory by its name in this language, in order of name."""
        found = (Place(two, self.country_name(two, language), COUNTRY, "", two) for two in self._listing.countries)
        return tuple(by_name(found, lambda place: place.name, language))

    def listed(self) -> tuple[str, ...]:
        """The two letters of the countries whose regions and districts are known."""
        return tuple(dict.fromkeys((*self._listing.listed, *self._packs)))

    def version(self, country: str) -> str:
        """The edition of a country's list, to be told with "not in the list"; empty if the country is not listed."""
        pack = self._packs.get(two := self.country_of(country))
        return pack.version if pack else self._listing.version(two)

    def country_name(self, code: str, language: str) -> str:
        """What a country (two or three letters) is called in this language; the code itself if it is unknown."""
        two = self.country_of(code) if len(code.strip()) <= len("KEN") else ""
        if language == MADE_UP:
            return translation(MADE_UP).gettext(_territories(ENGLISH).get(two, two or code))
        return _territories(language).get(two) or _territories(ENGLISH).get(two) or two or code

    def two_letters(self, three: str) -> str:
        """KE for KEN; empty if unknown."""
        return self._listing.two_letters.get(three.upper(), "")

    def three_letters(self, two: str) -> str:
        """KEN for KE; empty if unknown."""
        found = self._listing.countries.get(two.upper())
        return found.three if found else ""

    def _known(self, written: str, country: str) -> Place | None:
        """The place of exactly this code, its country written with two or with three letters."""
        if not country:
            return None
        three = self.three_letters(country)
        if written in (country, three):
            return Place(country, country, COUNTRY, "", country)
        places = self._within(country)
        rest = written[len(three) :] if written.startswith(three) else written[len(country) :]
        found = (places.get(spelt) for spelt in (written, country + rest, three + rest))
        known = next((place for place in found if place), None)
        pack = self._packs.get(country)
        return places.get(pack.former[written]) if pack and written in pack.former else known

    def _within(self, country: str) -> dict[str, Place]:
        if country not in self._places:
            self._places[country] = merged(self._listing.places(country), self._packs.get(country))
        return self._places[country]

    def _candidates(self, country: str, within: str) -> Iterator[Place]:
        around = self.place(within) if within else None
        for each in (country,) if country else self.listed():
            for place in self._within(each).values():
                if around is None or around.code in (place.code, place.parent, place.country):
                    yield place


def _rank(wanted: str, place: Place) -> int:
    """How well a place answers to the folded text, by any of its names; 0 if not at all."""
    return max(_rank_of(wanted, _plain(name), place.code.lower()) for name in (place.name, *place.other_names))


def _rank_of(wanted: str, name: str, code: str) -> int:
    if wanted in (name, code):
        return _SAME
    if name.startswith(wanted) or code.startswith(wanted):
        return _BEGINS
    if wanted in name:
        return _WORD_BEGINS if f" {wanted}" in f" {name}" else _INSIDE
    return _ALIKE if len(wanted) > 3 and fuzz.ratio(wanted, name, score_cutoff=_CLOSE_ENOUGH) else 0


def _plain(text: str) -> str:
    """Folded, and with hyphens and the like as spaces."""
    return _BETWEEN.sub(" ", fold(text)).strip()


def _by_level_and_name(place: Place) -> tuple[object, ...]:
    return (place.level or COUNTRY, sort_key(place.name, translation().language), place.code)


@lru_cache(maxsize=16)
def _territories(language: str) -> dict[str, str]:
    """Names of countries as CLDR gives them; in English for a language CLDR does not know."""
    from babel import Locale

    return dict(Locale.parse(locales.data_for(language)).territories)


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The list that ships with the program; its files are read when first needed, country by country."""
    return Gazetteer(paths.resources() / "places")
