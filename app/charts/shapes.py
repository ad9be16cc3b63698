"""The few shapes that every chart is made of, in units of whoever draws; the origin is the upper left corner.

An ink is a name (`accent`, `text`, `muted`, `line`, `heat-1` to `heat-5` and their `heat-ink-`): paper and window
each have their own colour for it. A chart is laid out as it is read from left to right, and mirrored as a whole,
but for what `Band.turns` says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def inset(self, by: float) -> Box:
        """The same, smaller by this much on every side."""
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box."""

    box: Box
    ink: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The outline of a box."""

    box: Box
    ink: str
    width: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another."""

    start: tuple[float, float]
    end: tuple[float, float]
    ink: str
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the middle of the height of its box; `align` is start, centre or end of the reading direction.

    `role` is label, value, mark (a number in a cell) or key (small words).
    """

    text: str
    box: Box
    role: str
    ink: str = "text"
    align: str = "start"


@dataclass(frozen=True, slots=True)
class Area:
    """A filled ring of points with its edge."""

    points: tuple[tuple[float, float], ...]
    ink: str
    edge: str
    width: float


Shape = Fill | Edge | Stroke | Words | Area


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a chart, as wide as the chart, that is never cut; its shapes are seen from its own top."""

    height: float
    shapes: tuple[Shape, ...]
    turns: bool = True
    """Whether it is mirrored where reading goes from right to left; a map is not."""


class Measure(Protocol):
    """How much room words take where they will be drawn, and how numbers are written there."""

    def width(self, text: str, role: str) -> float:
        """The width of a text in one line."""
        ...

    def height(self, text: str, role: str, room: float) -> float:
        """The height of a text that is broken to this width."""
        ...

    def number(self, value: int) -> str:
        """A number as the language writes it."""
        ...


def mirrored(shapes: Iterable[Shape], width: float) -> tuple[Shape, ...]:
    """The shapes of a chart of this width as they stand where reading goes from right to left."""
    return tuple(_turned(shape, width) for shape in shapes)


def hatching(box: Box, step: float, *, rising: bool = True) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The ends of lines at 45 degrees that fill a box, cut at its edges."""
    found = []
    offset = -box.height + step / 2
    while offset < box.width:
        near, far = max(offset, 0.0), min(offset + box.height, box.width)
        ends = ((near, near - offset), (far, far - offset))
        found.append(tuple((box.left + x, _down(box, y, rising=rising)) for x, y in ends))
        offset += step
    return tuple(found)


def _down(box: Box, up: float, *, rising: bool) -> float:
    return box.top + (box.height - up if rising else up)


def _turned(shape: Shape, width: float) -> Shape:
    if isinstance(shape, Area):
        return replace(shape, points=tuple((width - x, y) for x, y in shape.points))
    if isinstance(shape, Stroke):
        start, end = ((width - x, y) for x, y in (shape.start, shape.end))
        return replace(shape, start=start, end=end)
    box = shape.box
    return replace(shape, box=replace(box, left=width - box.left - box.width))
