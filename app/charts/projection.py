"""From degrees to a flat map: a cylinder on which equal areas stay equal, true to shape at the middle of the view.

West is left in every language, and a view may go across the date line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin

Point = tuple[float, float]
_TURN, _HIGHEST = 360.0, 84.0
_STEEPEST = 65.0
"""A view further north or south is true to shape here: a cylinder would have no width at the pole."""
_WIDE, _OF_THE_WORLD = 120.0, 37.5
"""A wider view is true to shape no nearer to the equator than here, so that the world is no ribbon."""
_MARGIN, _LEAST = 0.12, 0.5
"""Free room around what must be seen, of its size; and the least size of a view, in degrees."""
_FLATTEST, TALLEST = 0.46, 0.78
"""The height of a map, in widths."""


@dataclass(frozen=True)
class View:
    """A part of the world: its edges in degrees; `east` may be more than 180, where it goes across the date line."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, points: Sequence[Point], tallest: float = TALLEST) -> View:
        """The smallest view that holds these points, with some room around and neither too flat nor too tall."""
        if not points:
            return cls(-180.0, -60.0, 180.0, _HIGHEST)
        west, east = _narrowest(across for across, _up in points)
        south, north = min(up for _across, up in points), max(up for _across, up in points)
        wide, high = max(east - west, _LEAST) * (1 + 2 * _MARGIN), max(north - south, _LEAST) * (1 + 2 * _MARGIN)
        middle, level = (west + east) / 2, (south + north) / 2
        wide, south, north = min(wide, _TURN), max(level - high / 2, -_HIGHEST), min(level + high / 2, _HIGHEST)
        view = cls(middle - wide / 2, south, middle + wide / 2, north)
        if view.proportion > tallest:
            wide = min(wide * view.proportion / tallest, _TURN)
            return cls(middle - wide / 2, south, middle + wide / 2, north)
        return view._taller() if view.proportion < _FLATTEST else view

    def _taller(self) -> View:
        """The same from west to east, and as much more of north and south as makes it tall enough."""
        low, high, top = (sin(radians(level)) for level in (self.south, self.north, _HIGHEST))
        wanted = radians(self.east - self.west) * _FLATTEST * self.true * self.true
        spare = (wanted - (high - low)) / 2
        south, north = degrees(asin(max(low - spare, -top))), degrees(asin(min(high + spare, top)))
        return View(self.west, south, self.east, north)

    @property
    def true(self) -> float:
        """The cosine of the latitude at which shapes are true."""
        level = abs(self.south + self.north) / 2
        if self.east - self.west > _WIDE:
            level = max(level, _OF_THE_WORLD)
        return cos(radians(min(level, _STEEPEST)))

    @property
    def proportion(self) -> float:
        """Its height for a width of 1."""
        across = radians(self.east - self.west) * self.true
        return (sin(radians(self.north)) - sin(radians(self.south))) / self.true / across

    def place(self, at: Point, width: float) -> Point:
        """Where a point stands on a map of this width, from its upper left corner; it may lie outside."""
        scale = width / (radians(self.east - self.west) * self.true)
        across = radians(at[0] - self.west) * self.true * scale
        return across, (sin(radians(self.north)) - sin(radians(at[1]))) / self.true * scale

    def near(self, at: Point) -> Point:
        """The same point with the longitude that is nearest to the middle of the view."""
        middle = (self.west + self.east) / 2
        return at[0] - _TURN * round((at[0] - middle) / _TURN), at[1]

    def shifts(self, west: float, east: float) -> tuple[float, ...]:
        """By how many degrees something that reaches from west to east is turned to be seen; several if it is twice."""
        turns = (-_TURN, 0.0, _TURN)
        return tuple(turn for turn in turns if west + turn < self.east and east + turn > self.west)


def _narrowest(longitudes: Iterable[float]) -> tuple[float, float]:
    """West and east of the shortest stretch around the world that holds all of these."""
    found = sorted({(one + 180.0) % _TURN - 180.0 for one in longitudes})
    gaps = [(after - before, after) for before, after in zip(found, [*found[1:], found[0] + _TURN], strict=True)]
    gap, start = max(gaps)
    west = start - _TURN if start >= 180.0 else start
    return west, west + _TURN - gap


def clipped(points: Sequence[Point], width: float, height: float) -> tuple[Point, ...]:
    """What of a ring lies in the box from the origin; where it leaves the box it goes along its edge."""
    kept = list(points)
    for axis, limit, is_least in ((0, 0.0, True), (0, width, False), (1, 0.0, True), (1, height, False)):
        kept = list(_side(kept, axis, limit, is_least=is_least))
        if not kept:
            break
    return tuple(kept)


def _side(points: list[Point], axis: int, limit: float, *, is_least: bool) -> Iterable[Point]:
    for before, here in zip([points[-1], *points], points, strict=False):
        inside, was = ((one[axis] >= limit) == is_least or one[axis] == limit for one in (here, before))
        if inside != was:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            crossing = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            yield (limit, crossing) if axis == 0 else (crossing, limit)
        if inside:
            yield here


def thinned(points: Sequence[Point], fine: float) -> tuple[Point, ...]:
    """The ring without points that lie closer than this to the one before."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= fine:
            kept.append((x, y))
    return tuple(kept)
