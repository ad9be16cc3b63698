"""Placing: the cells of tables and maps that an activity stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from app.domain.parts.part import Tied
from app.domain.parts.regions import region_of
from app.domain.picture.crossing import Axis, table
from app.domain.picture.sides import idle_of, side_of
from app.domain.picture.spots import Grain, place_of
from app.domain.reach import FIRST_NAMED, NAMED, people_of
from app.domain.shared import People, PublicOrganisation, SharedActivity, Told
from app.domain.shared.sums import ALL, COUNTRIES, REGIONS, REVIEWS, SIDES

Cell = tuple[str, str, int]
"""Scale or table, place or row, and objective."""


def on_maps(one: Told) -> Iterator[Cell]:
    """Every place at every scale that an activity stands in, of all objectives (0) and of each of its own."""
    entry = _activity(one)
    places = (
        (ALL, ""),
        (REVIEWS, one.organisation.region),
        (REGIONS, place_of(entry.place, Grain.REGIONS)),
        (COUNTRIES, place_of(entry.place, Grain.COUNTRIES)),
    )
    for number in (0, *dict.fromkeys(entry.objectives)):
        for scale, place in places:
            yield scale, place, number


def in_tables(one: Told) -> Iterator[Cell]:
    """Every cell of every table that an activity stands in, also in those of one kind of organisation."""
    entry, kinds = _activity(one), tuple(dict.fromkeys(one.organisation.types))
    region = region_of(entry.place)
    rows = [(table(Axis.PLACE), region), (SIDES, side_of(one.organisation))]
    rows += [(table(Axis.KIND), kind) for kind in kinds]
    rows += [(table(Axis.PLACE, kind), region) for kind in kinds]
    for department in dict.fromkeys(entry.departments):
        rows += [(table(Axis.DEPARTMENT, kind), department) for kind in ("", *kinds)]
    for number in dict.fromkeys(entry.objectives):
        for name, code in rows:
            yield name, code, number


def idle_at(organisation: PublicOrganisation) -> tuple[str, ...]:
    """Of what a word that nothing was done is told: of all organisations, its kinds, its review and its side."""
    names = ("", *organisation.types, f"{REVIEWS} {organisation.region}", idle_of(side_of(organisation)))
    return tuple(dict.fromkeys(names))


def people_in(activities: Collection[SharedActivity]) -> dict[str, dict[int, People]]:
    """People by group and objective: under the one that an activity names first, and under all that it names."""
    first: dict[int, list[SharedActivity]] = {}
    named: dict[int, list[SharedActivity]] = {}
    for one in activities:
        for number in one.objectives[:1]:
            first.setdefault(number, []).append(one)
        for number in dict.fromkeys(one.objectives):
            named.setdefault(number, []).append(one)
    return {
        name: {number: people_of(found) for number, found in groups.items()}
        for name, groups in ((FIRST_NAMED, first), (NAMED, named))
    }


def told_by(owner: str, tied: Iterable[Tied]) -> Iterator[Told]:
    """The activities of an organisation that others may tell of, with whoever told them."""
    return (Told(PublicOrganisation(owner, owner, one.types, region=one.review), one.entry) for one in tied)


def _activity(one: Told) -> SharedActivity:
    assert isinstance(one.entry, SharedActivity)
    return one.entry
