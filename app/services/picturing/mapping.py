"""Mapping: the map of a picture, for the window and for scripts the same as in its report."""

from __future__ import annotations

from dataclasses import dataclass

from app.charts import Map
from app.compact import Pack
from app.domain.picture.spots import Spots, spots
from app.domain.shared import Picture
from app.domain.wording import Wording


@dataclass(frozen=True)
class Mapped:
    """A map with what it does not mean; its stops and `spots.each` are the same places in the same order."""

    map: Map
    spots: Spots
    boundaries: str
    beside: str
    """How many places are told of beside the map alone; "" for none."""


def mapped(shown: Picture, pack: Pack, objective: int = 0) -> Mapped:
    """What is known where, of all objectives or of one, as the window writes it."""
    from app.reports import national_map

    wording, found = Wording.here(pack), spots(shown, objective)
    drawn = national_map.map_of(found, wording, objective)
    return Mapped(drawn, found, national_map.boundaries(wording), national_map.beside(drawn, wording))
