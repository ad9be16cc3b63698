"""Where places lie: outlines of countries as a ground for maps and of many regions, and a point for most of both.

Outlines and points are coarse on purpose, and say nothing of where a border runs. Nothing here is finer than a region.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path

from app import paths
from app.places.listing import PlacesDamagedError

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Ring = tuple[Point, ...]
_UNITS = 100
"""Of a degree, in the file."""


@dataclass(frozen=True)
class Outline:
    """The land of one country or territory; `code` is "" where it has none of its own.

    A ring that crosses the date line goes on beyond 180 degrees, so none is cut.
    """

    code: str
    middle: Point
    rings: tuple[Ring, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of all of it."""
        points = [point for ring in self.rings for point in ring] or [self.middle]
        across, up = zip(*points, strict=True)
        return min(across), min(up), max(across), max(up)


class Atlas:
    """What is in the folder of maps; each file is read when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Every country and territory, in order of code."""
        try:
            text = gzip.decompress((self._folder / "outlines.tsv.gz").read_bytes()).decode("utf-8")
            return tuple(_outline(line) for line in text.splitlines())
        except (OSError, EOFError, ValueError) as failure:
            raise PlacesDamagedError(detail=type(failure).__name__) from failure

    def position(self, code: str) -> Point | None:
        """A point in the middle of a region or country; None where none is known, and for anything smaller."""
        return self._regions.get(code) or self._countries.get(code)

    def area(self, code: str) -> tuple[Ring, ...]:
        """The outline of a region or country; () where none is known, and for anything smaller."""
        return self._areas.get(code) or self._lands.get(code, ())

    @cached_property
    def _areas(self) -> dict[str, tuple[Ring, ...]]:
        """Regions of the countries whose regions are all known."""
        try:
            text = gzip.decompress((self._folder / "regions.tsv.gz").read_bytes()).decode("utf-8")
            found = (line.split("\t") for line in text.splitlines())
            return {code: tuple(map(_ring, rings.split(" "))) for code, rings in found}
        except (OSError, EOFError, ValueError) as failure:
            raise PlacesDamagedError(detail=type(failure).__name__) from failure

    @cached_property
    def _lands(self) -> dict[str, tuple[Ring, ...]]:
        return {one.code: one.rings for one in self.outlines if one.code}

    @cached_property
    def _countries(self) -> dict[str, Point]:
        return {one.code: one.middle for one in self.outlines if one.code}

    @cached_property
    def _regions(self) -> dict[str, Point]:
        try:
            lines = (self._folder / "positions.tsv").read_text(encoding="utf-8").splitlines()
            found = (line.split("\t") for line in lines)
            return {code: (float(across), float(up)) for code, across, up in found}
        except (OSError, ValueError) as failure:
            raise PlacesDamagedError(detail=type(failure).__name__) from failure


def _outline(line: str) -> Outline:
    code, across, up, rings = line.split("\t")
    return Outline(code, (float(across), float(up)), tuple(_ring(ring) for ring in rings.split(" ") if ring))


def _ring(text: str) -> Ring:
    """The points of a ring, of which the file tells the steps from one to the next."""
    steps = [int(step) for step in text.split(",")]
    points = zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)
    return tuple((across / _UNITS, up / _UNITS) for across, up in points)


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The maps that ship with the program."""
    return Atlas(paths.resources() / "maps")
