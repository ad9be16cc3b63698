"""The geometry of charts, once for every drawing: how long a bar is, which shade a count has, where hatching runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.document import Bar

SHADES = ("#EFECE4", "#CBE6DB", "#93CDB9", "#3F9C83", "#0B6B57", "#08493C")
INKS = ("#1D2724", "#1D2724", "#1D2724", "#081310", "#FFFFFF", "#FFFFFF")
"""The ink that can be read on each shade."""

_STEPS = (1, 3, 6, 10, 20)


@dataclass(frozen=True)
class Stroke:
    """A straight line from one point to another, in the units and axes of the box it was made for."""

    start: tuple[float, float]
    end: tuple[float, float]


def shade(count: int) -> int:
    """The step of a count: 0, 1-2, 3-5, 6-9, 10-19, 20 and more."""
    return sum(count >= step for step in _STEPS)


def lengths(bars: Sequence[Bar], room: float) -> tuple[float | None, ...]:
    """How long each bar is where the longest fills the room; None where there is no number, 0 for zero."""
    most = max((bar.value or 0 for bar in bars), default=0) or 1
    return tuple(None if bar.value is None else room * max(bar.value, 0) / most for bar in bars)


def hatching(width: float, height: float, step: float) -> tuple[Stroke, ...]:
    """Lines rising at 45 degrees that fill a box from its corner (0, 0), cut at its edges."""
    strokes = []
    offset = -height + step / 2
    while offset < width:
        start = (max(offset, 0.0), max(-offset, 0.0))
        end = (min(offset + height, width), min(width - offset, height))
        strokes.append(Stroke(start, end))
        offset += step
    return tuple(strokes)
