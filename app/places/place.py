"""A place: a country, a region (admin 1) or a district (admin 2), known by OCHA's P-code."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.errors import GroundworkError
from app.i18n import N_

COUNTRY, REGION, DISTRICT = 0, 1, 2


class UnknownPlaceError(GroundworkError):
    """A code of which not even the country is known."""

    message = N_("The place {code} is not in the list of places. Please choose a district, a region or a country.")


@dataclass(frozen=True)
class Place:
    """One place. Equal to another when the codes are; `level` is None for a code that is in no list.

    `country` is the two-letter code, `parent` the code of the next larger known place; either is empty
    where nothing larger is known. The name of a country is its code: ask `Gazetteer.country_name`.
    """

    code: str
    name: str = field(compare=False)
    level: int | None = field(compare=False)
    parent: str = field(compare=False)
    country: str = field(compare=False)
    other_names: tuple[str, ...] = field(default=(), compare=False)
    """What it is called in other languages and scripts, where a list tells; it is found by them, too."""

    @property
    def known(self) -> bool:
        """Whether the code is in the list."""
        return self.level is not None
