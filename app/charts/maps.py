"""A map: land as a quiet ground, shaded where outlines are known, a sign at every place, and names where there is room.

Signs keep their size, so that a small island is as easy to see as a large country. Those that would lie on each other
are moved apart, with a line to where they belong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts import signs
from app.charts.content import Map, Stop
from app.charts.projection import TALLEST, View, clipped, thinned
from app.charts.shapes import Area, Band, Box, Edge, Fill, Measure, Shape, Stroke, Words

_SIDE, _PADDING, _GAP, _HALO, _FINE = 1.7, 0.7, 0.18, 0.12, 0.05
"""In heights of a line of the words in a sign."""
_ROUNDS = 80
_AWAY = 0.75
"""A sign that was moved by more than this share of its side has a line to its place."""
_WIDEST_NAME = 0.32
"""Of the width of the map."""


@dataclass(frozen=True)
class Laid:
    """A map as it is drawn, and for each of its placed stops the box of its sign."""

    band: Band
    signs: tuple[Box, ...]


def laid(block: Map, width: float, measure: Measure, *, tallest: float = TALLEST) -> Laid:
    """The map over this width, at most so tall for a width of 1. Its band is not mirrored, in no language."""
    view = View.of(extent(block), tallest)
    height = width * view.proportion
    line = measure.height("0", "mark", width)
    points = [view.place(view.near(stop.at), width) for stop in block.placed if stop.at]
    boxes = _apart(
        [_box(stop, at, line, measure) for stop, at in zip(block.placed, points, strict=True)], width, height
    )
    shapes: list[Shape] = [Fill(Box(0.0, 0.0, width, height), "sunken")]
    for land in sorted(block.land, key=lambda one: one.is_meant):
        edge, thick = ("line-strong", line * _FINE * 1.6) if land.is_meant else ("line", line * _FINE)
        shapes += _ground(land.rings, view, (width, height), ("surface", edge, thick))
    for stop in block.stops:
        shapes += _ground(stop.rings, view, (width, height), (_shade(stop), "line-strong", line * _FINE))
    shapes.append(Edge(Box(0.0, 0.0, width, height), "line", line * _FINE))
    shapes += _lines(points, boxes, line)
    for stop, box in zip(block.placed, boxes, strict=True):
        shapes += [Fill(box.inset(-line * _HALO), "surface"), *signs.sign(stop.sign, box, stop.count, stop.mark)]
    shapes += _names(block.placed, boxes, (width, height), measure)
    return Laid(Band(height, tuple(shapes), turns=False), boxes)


def extent(block: Map) -> list[tuple[float, float]]:
    """What must be seen: every stop, and the largest piece of land of each country that is meant."""
    found = [stop.at for stop in block.placed if stop.at]
    for land in block.land:
        found += land.rings[0] if land.is_meant and land.rings else ()
    return found


def _ground(
    rings: Sequence[Sequence[tuple[float, float]]],
    view: View,
    size: tuple[float, float],
    look: tuple[str, str, float],
) -> list[Shape]:
    """What can be seen of some land; `look` is its ink, that of its edge and how wide this is."""
    width, height = size
    found: list[Shape] = []
    for ring in rings:
        across, up = zip(*ring, strict=True)
        if max(up) < view.south or min(up) > view.north:
            continue
        for shift in view.shifts(min(across), max(across)):
            flat = [view.place((x + shift, y), width) for x, y in ring]
            seen = clipped(thinned(flat, width / 1500), width, height)
            if len(seen) > 2:
                found.append(Area(seen, *look))
    return found


def _shade(stop: Stop) -> str:
    """The ground is darker the more was done; the three others are told apart by their signs."""
    return f"heat-{max(signs.step(stop.count), 1)}" if stop.sign == signs.DONE else "surface"


def _box(stop: Stop, at: tuple[float, float], line: float, measure: Measure) -> Box:
    high = line * _SIDE
    wide = max(high, measure.width(stop.mark, "mark") + line * _PADDING)
    return Box(at[0] - wide / 2, at[1] - high / 2, wide, high)


def _apart(boxes: list[Box], width: float, height: float) -> tuple[Box, ...]:
    """The same boxes inside the map, none on another: each pair is moved along the shorter way."""
    moved = [_within(box, width, height) for box in boxes]
    for _round in range(_ROUNDS):
        is_clear = True
        for one, other in _neighbours(moved):
            across, down = _overlap(moved[one], moved[other])
            if across <= 0 or down <= 0:
                continue
            is_clear = False
            x, y = (across / 2, 0.0) if across < down else (0.0, down / 2)
            x, y = (-x, -y) if _is_after(moved[one], moved[other], sideways=x > 0) else (x, y)
            moved[one] = _within(_shifted(moved[one], -x, -y), width, height)
            moved[other] = _within(_shifted(moved[other], x, y), width, height)
        if is_clear:
            break
    return tuple(moved)


def _neighbours(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Pairs that may lie on each other, from the left: whatever begins before the first of a pair and its gap end."""
    order = sorted(range(len(boxes)), key=lambda at: (boxes[at].left, at))
    found = []
    for place, one in enumerate(order):
        end = boxes[one].left + boxes[one].width + boxes[one].height * _GAP
        for other in order[place + 1 :]:
            if boxes[other].left >= end:
                break
            found.append((one, other))
    return found


def _overlap(one: Box, other: Box) -> tuple[float, float]:
    """By how much they lie on each other, across and down, with a gap between them."""
    gap = min(one.height, other.height) * _GAP
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across + gap, down + gap


def _is_after(one: Box, other: Box, *, sideways: bool) -> bool:
    if sideways:
        return one.left + one.width / 2 > other.left + other.width / 2
    return one.top + one.height / 2 > other.top + other.height / 2


def _shifted(box: Box, across: float, down: float) -> Box:
    return Box(box.left + across, box.top + down, box.width, box.height)


def _within(box: Box, width: float, height: float) -> Box:
    edge = box.height * _GAP
    left = min(max(box.left, edge), width - box.width - edge)
    return Box(left, min(max(box.top, edge), height - box.height - edge), box.width, box.height)


def _lines(points: Sequence[tuple[float, float]], boxes: Sequence[Box], line: float) -> list[Shape]:
    """From each sign that had to move to the place it tells of."""
    found: list[Shape] = []
    for (x, y), box in zip(points, boxes, strict=True):
        middle = box.left + box.width / 2, box.top + box.height / 2
        if max(abs(middle[0] - x), abs(middle[1] - y)) > box.height * _AWAY:
            dot = line * 0.16
            found += [
                Stroke((x, y), middle, "text", line * _FINE),
                Fill(Box(x - dot, y - dot, 2 * dot, 2 * dot), "text"),
            ]
    return found


def _names(stops: Sequence[Stop], boxes: Sequence[Box], size: tuple[float, float], measure: Measure) -> list[Shape]:
    """Names beside their signs where nothing else stands; those of places that something is known of come first."""
    taken = list(boxes)
    found: list[Shape] = []
    order = sorted(range(len(stops)), key=lambda place: stops[place].sign == signs.NOT_REPORTED)
    for place in order:
        wide = measure.width(stops[place].label, "key")
        if not stops[place].label or wide > size[0] * _WIDEST_NAME:
            continue
        high = measure.height(stops[place].label, "key", size[0])
        for box in _beside(boxes[place], wide, high):
            if _is_inside(box, size) and not any(_touches(box, other) for other in taken):
                taken.append(box)
                found += [
                    Fill(box.inset(high * 0.1), "surface"),
                    Words(stops[place].label, box, "key", "text", "centre"),
                ]
                break
    return found


def _beside(box: Box, wide: float, high: float) -> tuple[Box, ...]:
    """Below, above, right and left of a sign."""
    middle, gap = box.left + (box.width - wide) / 2, box.height * _GAP
    level = box.top + (box.height - high) / 2
    return (
        Box(middle, box.top + box.height, wide, high),
        Box(middle, box.top - high, wide, high),
        Box(box.left + box.width + gap, level, wide, high),
        Box(box.left - wide - gap, level, wide, high),
    )


def _is_inside(box: Box, size: tuple[float, float]) -> bool:
    return box.left >= 0 and box.top >= 0 and box.left + box.width <= size[0] and box.top + box.height <= size[1]


def _touches(one: Box, other: Box) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    return across > 0 and min(one.top + one.height, other.top + other.height) - max(one.top, other.top) > 0
