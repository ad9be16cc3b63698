"""Charts: what they say, and their geometry, once for paper and window."""

from app.charts.content import Bar, Bars, Chart, Land, Map, Moment, Stacked, StackedBar, Stop, Timeline
from app.charts.rows import lengths
from app.charts.shapes import Area, Band, Box, Edge, Fill, Measure, Shape, Stroke, Words, hatching, mirrored
from app.charts.signs import STEPS, done, not_reported, nothing_done, sign, step, withheld

__all__ = [
    "STEPS",
    "Area",
    "Band",
    "Bar",
    "Bars",
    "Box",
    "Chart",
    "Edge",
    "Fill",
    "Land",
    "Map",
    "Measure",
    "Moment",
    "Shape",
    "Stacked",
    "StackedBar",
    "Stop",
    "Stroke",
    "Timeline",
    "Words",
    "done",
    "hatching",
    "lengths",
    "mirrored",
    "not_reported",
    "nothing_done",
    "sign",
    "step",
    "withheld",
]
