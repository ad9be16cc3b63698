"""The files of places: countries at once, the places of a country only when they are asked for."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.errors import GroundworkError
from app.i18n import N_
from app.places.place import REGION, Place


class PlacesDamagedError(GroundworkError):
    """A file of the list of places is missing or cannot be read."""

    message = N_("The list of places is missing or damaged. Please install Groundwork again.")


@dataclass(frozen=True)
class Country:
    """A country or territory: two letters, three letters, and the three digits of M49 (as in maps)."""

    two: str
    three: str
    m49: str


class Listing:
    """What is in the folder of places; the file of places is unpacked on first need."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._places: dict[str, dict[str, Place]] = {}

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Every country by its two letters."""
        try:
            lines = (self.folder / "countries.tsv").read_text(encoding="utf-8").splitlines()
            return {line.split("\t")[0]: Country(*line.split("\t")) for line in lines}
        except (OSError, ValueError, TypeError) as failure:
            raise PlacesDamagedError(detail=str(failure)) from failure

    @cached_property
    def two_letters(self) -> dict[str, str]:
        """The two letters of a country by its three."""
        return {country.three: country.two for country in self.countries.values()}

    @cached_property
    def _blocks(self) -> dict[str, str]:
        """The lines of each listed country, not yet read, by its two letters."""
        try:
            text = gzip.decompress((self.folder / "places.tsv.gz").read_bytes()).decode("utf-8")
        except (OSError, EOFError, ValueError) as failure:
            raise PlacesDamagedError(detail=type(failure).__name__) from failure
        return {block[:2]: block for block in text.removeprefix("@").split("\n@")}

    @property
    def listed(self) -> tuple[str, ...]:
        """The countries whose regions and districts are in the list."""
        return tuple(self._blocks)

    def version(self, country: str) -> str:
        """Which edition of the country's list this is, such as `v02 2021-11-17`; empty if it has none."""
        return " ".join(self._blocks.get(country, "").partition("\n")[0].split("\t")[1:])

    def places(self, country: str) -> dict[str, Place]:
        """The regions and districts of a country by code, each region followed by its districts; empty if unlisted."""
        if country not in self._places:
            self._places[country] = _read(country, self._blocks.get(country, ""))
        return self._places[country]


def _read(country: str, block: str) -> dict[str, Place]:
    found: dict[str, Place] = {}
    region = country
    try:
        for line in block.splitlines()[1:]:
            level, code, name = line.split("\t")
            found[code] = Place(code, name, int(level), country if int(level) == REGION else region, country)
            region = code if int(level) == REGION else region
    except ValueError as failure:
        raise PlacesDamagedError(detail=country) from failure
    return found
