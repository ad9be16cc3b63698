"""What happened when: a row for every moment under a scale of dates, and upright columns along time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.charts.content import Bar, Moment, Timeline
from app.charts.shapes import Band, Box, Fill, Measure, Shape, Stroke, Words

_LABEL = 0.42
_THICK, _PADDING, _BETWEEN, _LEAST = 0.62, 0.3, 0.9, 0.62
"""In heights of a line."""


def timeline(block: Timeline, width: float, measure: Measure) -> tuple[Band, ...]:
    """The scale, and a row for every moment: what it is and its dates in words, then its stretch of time.

    What begins before the first day or ends after the last is open at that end.
    """
    line = measure.height("0", "label", width)
    start = width * _LABEL + line * _BETWEEN
    scale = _Scale(block, start, width - start)
    return (_head(scale, measure, line), *(_row(one, scale, measure, line) for one in block.moments))


class _Scale:
    """Where a day stands."""

    def __init__(self, block: Timeline, start: float, room: float) -> None:
        self.first, self.last = block.first, max(block.last, block.first)
        self.start, self.room = start, room
        self._days = (self.last - self.first).days + 1
        self.ticks = [(self.at(day), words) for day, words in block.ticks if self.first <= day <= self.last]

    def at(self, day: date) -> float:
        """How far along the chart a day begins; one outside stands at its nearest end."""
        days = min(max((day - self.first).days, 0), self._days)
        return self.start + self.room * days / self._days

    @property
    def end(self) -> float:
        """Where the last day ends."""
        return self.start + self.room


def _head(scale: _Scale, measure: Measure, line: float) -> Band:
    """The words of the ticks, as many as fit beside each other."""
    height = line * 1.6
    shapes: list[Shape] = []
    free = scale.start
    for at, words in scale.ticks:
        needed = measure.width(words, "key") + line * 0.8
        if at < free or at + needed > scale.end + line:
            continue
        shapes.append(Words(words, Box(at + line * 0.25, 0.0, needed, height), "key", "muted"))
        shapes.append(_line(at, height, line))
        free = at + needed
    base = Stroke((scale.start, height), (scale.end, height), "line-strong", line * 0.06)
    return Band(height, (*shapes, base))


def _row(one: Moment, scale: _Scale, measure: Measure, line: float) -> Band:
    room = scale.start - line * _BETWEEN
    named = measure.height(one.label, "label", room)
    said = measure.height(one.text, "key", room) if one.text else 0.0
    padding = line * _PADDING
    height = named + said + 2 * padding
    label = Words(one.label, Box(0.0, padding, room, named), "label")
    text = [Words(one.text, Box(0.0, padding + named, room, said), "key", "muted")] if one.text else []
    foot = Stroke((0.0, height), (scale.end, height), "line", line * 0.04)
    return Band(height, (*_lines(scale, height, line), foot, label, *text, *_stretch(one, scale, height, line)))


def _stretch(one: Moment, scale: _Scale, height: float, line: float) -> list[Shape]:
    last = one.end or one.start
    if last < scale.first or one.start > scale.last:
        return []
    thick, least = line * _THICK, line * _LEAST
    left = scale.at(one.start)
    right = max(scale.at(last + timedelta(days=1)), left + least)
    left = min(left, scale.end - least)
    box = Box(left, (height - thick) / 2, min(right, scale.end) - left, thick)
    shapes: list[Shape] = [Fill(box, "accent")]
    notch = line * 0.28
    for is_open, at in ((one.start < scale.first, left), (last > scale.last, box.left + box.width - notch)):
        if is_open and box.width > 3 * notch:
            shapes += [Fill(Box(at + notch * 0.3, box.top, notch * 0.4, thick), "surface")]
    return shapes


def _lines(scale: _Scale, height: float, line: float) -> list[Shape]:
    return [_line(at, height, line) for at, _words in scale.ticks]


def _line(at: float, height: float, line: float) -> Stroke:
    return Stroke((at, 0.0), (at, height), "line", line * 0.05)


def columns(bars: Sequence[Bar], box: Box, measure: Measure) -> tuple[Shape, ...]:
    """Upright bars that start at zero, time along the reading direction, the last one strong; words above and below."""
    line = measure.height("0", "key", box.width)
    gap = line * 0.4
    room = box.height - 2 * line - gap
    most = max((bar.value or 0 for bar in bars), default=0) or 1
    width = (box.width + gap) / max(len(bars), 1) - gap
    shapes: list[Shape] = []
    for place, bar in enumerate(bars):
        high = room * max(bar.value or 0, 0) / most
        left, top = box.left + place * (width + gap), box.top + line + room - high
        if high:
            shapes.append(Fill(Box(left, top, width, high), "accent" if place == len(bars) - 1 else "heat-2"))
        shapes.append(Words(bar.text, Box(left, top - line, width, line), "key", "text", "centre"))
        foot = Box(left, box.top + box.height - line, width, line)
        shapes.append(Words(bar.label, foot, "key", "muted", "centre"))
    return tuple(shapes)
