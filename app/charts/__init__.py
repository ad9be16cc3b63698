"""Charts: what they say, and their geometry, once for paper and window."""

from app.charts.content import Bar, Bars, Moment, Stacked, StackedBar, Timeline
from app.charts.rows import lengths
from app.charts.shapes import Band, Box, Edge, Fill, Measure, Shape, Stroke, Words, hatching, mirrored
from app.charts.signs import STEPS, done, not_reported, nothing_done, step, withheld

__all__ = [
    "STEPS",
    "Band",
    "Bar",
    "Bars",
    "Box",
    "Edge",
    "Fill",
    "Measure",
    "Moment",
    "Shape",
    "Stacked",
    "StackedBar",
    "Stroke",
    "Timeline",
    "Words",
    "done",
    "hatching",
    "lengths",
    "mirrored",
    "not_reported",
    "nothing_done",
    "step",
    "withheld",
]
