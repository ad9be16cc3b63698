"""Sums: what the entries of a picture add up to beside its objectives, so that nobody has to read them for a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.shared.reached import Reach
from app.domain.terms import Amount

NO_GROUPS = (None,) * 6
ALL, REVIEWS, REGIONS, COUNTRIES = "all", "reviews", "regions", "countries"
"""Scales of places: everywhere, regions of the reviews, and regions and countries of a map."""
SIDES = "sides"
"""The table of public bodies beside everybody else."""


class Tally(NamedTuple):
    """How many activities, told by how many organisations."""

    activities: int = 0
    organisations: int = 0


class People(NamedTuple):
    """People by group: women, men, girls, boys, another gender, not told apart; None where nobody has a number."""

    groups: tuple[int | None, ...] = NO_GROUPS
    withheld: int = 0
    """Activities of which the number of people is withheld."""


@dataclass(frozen=True)
class Work:
    """The activities of a place: how many, each once, told by how many organisations, and whom they reached."""

    activities: int
    organisations: int
    reach: Reach


@dataclass(frozen=True)
class Funds:
    """Money in one currency from one kind of source, of all organisations that told of it."""

    currency: str
    source_type: str
    organisations: int
    budget: Amount
    spent: Amount
    gap: Amount
    withheld: int = 0
    """How many amounts are withheld and in no sum."""
    objective: int = 0
    """Of which objective; 0 where it is of all, or of work that names none."""


Cells = Mapping[tuple[str, int], Tally]
"""By row and objective."""


@dataclass(frozen=True)
class Sums:
    """Everything that charts, maps and tables show; added up from printed numbers, each activity once."""

    crossed: Mapping[str, Cells] = field(default_factory=dict)
    """By what the rows are, and with a kind of organisation after it of that kind alone (`crossing.table`)."""
    idle: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    """Organisations that wrote that nothing was done, by objective (0: any): all, of a kind, of a review, of a side."""
    views: Mapping[str, Mapping[int, Mapping[str, int]]] = field(default_factory=dict)
    """Own views of those who did not write that, by side, objective and code of `self_assessment`."""
    work: Mapping[str, Mapping[tuple[str, int], Work]] = field(default_factory=dict)
    """By scale, place and objective (0: all of them)."""
    people: Mapping[str, Mapping[int, People]] = field(default_factory=dict)
    """By objective: of activities that name it first, and of all that name it."""
    months: Mapping[str, int] = field(default_factory=dict)
    """Activities under way in each month."""
    dated: int = 0
    """Activities that have a date."""
    asked: Mapping[int, int] = field(default_factory=dict)
    """Needs, offers, proposals and what stands in the way, by objective."""
    funds: tuple[Funds, ...] = ()
    funds_by_objective: tuple[Funds, ...] = ()
    entries: int = 0
    """How many entries the lists of the picture have."""
