"""Which place may be printed: no smaller than a district, and larger again when few people were there."""

from __future__ import annotations

from app.places.gazetteer import load
from app.places.place import DISTRICT, REGION, Place, UnknownPlaceError

SMALL_GROUP = 10
"""Fewer people than this are shown beside the next larger place only (privacy rule 7)."""


def coarsen(place: Place, people: int) -> Place:
    """The smallest place that may be printed beside this many people.

    `people` counts persons, not visits. A district is the smallest there is; under 10 people a
    district becomes its region and a region its country. A code in no list becomes the place its
    beginning names, and that one is coarsened; what a pack of this organisation alone lists leaves as the
    place that everybody's list has around it. Raises UnknownPlaceError if not even the country is known.
    """
    if not place.known:
        if not place.parent:
            raise UnknownPlaceError(code=place.code)
        return coarsen(load().place(place.parent), people)
    if place.level is not None and place.level > DISTRICT:
        return coarsen(load().place(place.parent), people)
    if people < SMALL_GROUP and place.level in (REGION, DISTRICT):
        return load().place(place.parent)
    return place


def region(place: Place) -> Place | None:
    """The region (admin 1) that a place lies in, or is; None for a country and for a code too short to tell."""
    return next((each for each in load().path(place) if each.level == REGION), None)
