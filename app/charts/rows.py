"""Horizontal bars, whole or in parts: labels where reading begins, then the bar, then its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.content import Bar, Bars, Stacked, StackedBar
from app.charts.shapes import Band, Box, Fill, Measure, Shape, Stroke, Words
from app.charts.signs import ground, ink_on

_LABEL, _MOST_WORDS = 0.3, 0.3
"""Shares of the width."""
_THICK, _PADDING, _BETWEEN, _FINE = 0.85, 0.32, 0.8, 0.36
"""In heights of a line."""


@dataclass(frozen=True)
class _Places:
    """Where labels, bars and words stand; `line` is the height of a line of labels."""

    width: float
    line: float
    label: float
    start: float
    room: float
    measure: Measure

    @classmethod
    def of(cls, texts: Sequence[str], width: float, measure: Measure) -> _Places:
        line = measure.height("0", "label", width)
        label, start = width * _LABEL, width * _LABEL + line * _BETWEEN
        widest = max((measure.width(text, "value") for text in texts), default=0.0)
        room = width - start - min(widest, width * _MOST_WORDS) - line * _BETWEEN
        return cls(width, line, label, start, room, measure)

    def band(self, label: str, words: str, filled: float | None) -> tuple[float, list[Shape]]:
        """The height of a row, with its label, its words behind the filled length, and the line of zero."""
        after = self.start + (filled + self.line * 0.5 if filled is not None else self.line * 0.5)
        left = self.width - after
        high = max(
            self.measure.height(label, "label", self.label),
            self.measure.height(words, "value", left),
            self.line * _THICK,
        )
        height = high + 2 * self.line * _PADDING
        ink = "text" if filled is not None else "muted"
        axis = Stroke((self.start, 0.0), (self.start, height), "line-strong", self.line * 0.06)
        named = Words(label, Box(0.0, 0.0, self.label, height), "label")
        return height, [named, Words(words, Box(after, 0.0, left, height), "value", ink), axis]


def lengths(bars: Sequence[Bar], room: float) -> tuple[float | None, ...]:
    """How long each bar is where the longest fills the room; None where there is no number, 0 for zero."""
    most = max((bar.value or 0 for bar in bars), default=0) or 1
    return tuple(None if bar.value is None else room * max(bar.value, 0) / most for bar in bars)


def bars(block: Bars, width: float, measure: Measure) -> tuple[Band, ...]:
    """A row for every bar; the longest fills the room, and where there is no number there is no bar."""
    places = _Places.of([bar.text for bar in block.bars], width, measure)
    made = []
    for bar, length in zip(block.bars, lengths(block.bars, places.room), strict=True):
        height, shapes = places.band(bar.label, bar.text, length)
        if length:
            shapes.insert(0, Fill(_lying(places, 0.0, length, height), "accent"))
        made.append(Band(height, tuple(shapes)))
    return tuple(made)


def stacked(block: Stacked, width: float, measure: Measure) -> tuple[Band, ...]:
    """The key, and a row for every bar with the number of each part in it where there is room."""
    places = _Places.of([bar.text for bar in block.bars], width, measure)
    most = max((bar.total for bar in block.bars), default=0) or 1
    return (*key(block.key, width, measure), *(_parted(bar, places, most) for bar in block.bars))


def key(names: Sequence[str], width: float, measure: Measure) -> tuple[Band, ...]:
    """What the grounds of a stacked chart mean, each with its words, on as many lines as they need."""
    line = measure.height("0", "key", width)
    lines: list[list[Shape]] = [[]]
    used = 0.0
    for series, name in enumerate(names):
        room = min(measure.width(name, "key") + line * 0.1, width - line * 1.5)
        if lines[-1] and used + line * 1.5 + room > width:
            lines.append([])
            used = 0.0
        sample = Box(used, line * 0.2, line, line)
        lines[-1] += ground(sample, series, fine=line * _FINE)
        lines[-1].append(Words(name, Box(used + line * 1.4, 0.0, room, line * 1.4), "key"))
        used += line * 2.6 + room
    return tuple(Band(line * 1.6, tuple(shapes)) for shapes in lines if shapes)


def _parted(bar: StackedBar, places: _Places, most: int) -> Band:
    known = any(part is not None for part in bar.parts)
    height, shapes = places.band(bar.label, bar.text, places.room * bar.total / most if known else None)
    start = 0.0
    for series, part in enumerate(bar.parts):
        length = places.room * max(part or 0, 0) / most
        if part and length:
            box = _lying(places, start, length, height)
            shapes += [*ground(box, series, fine=places.line * _FINE), *_count(box, part, series, places)]
        start += length
    return Band(height, tuple(shapes))


def _count(box: Box, part: int, series: int, places: _Places) -> list[Shape]:
    """The number of a part in its middle, where it fits."""
    words = places.measure.number(part)
    needed = places.measure.width(words, "mark") + places.line * 0.4
    if needed > box.width:
        return []
    ink = ink_on(series)
    plate = Box(box.left + (box.width - needed) / 2, box.top + box.height * 0.1, needed, box.height * 0.8)
    written = Words(words, box, "mark", ink or "text", "centre")
    return [written] if ink else [Fill(plate, "surface"), written]


def _lying(places: _Places, start: float, length: float, height: float) -> Box:
    thick = places.line * _THICK
    return Box(places.start + start, (height - thick) / 2, length, thick)
