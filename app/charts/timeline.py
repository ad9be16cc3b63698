"""What happened when: a row for every moment under a scale of dates, and upright columns along time."""

from __future__ import annotations

from collections.abc import Sequence

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
        self.block, self.start, self.room = block, start, room
        self.ticks = [(self.at(share), words) for share, words in block.scale]

    def at(self, share: float) -> float:
        """Where on the chart this share of its time has passed."""
        return self.start + self.room * share

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
    span = scale.block.span(one)
    if span is None:
        return []
    thick, least = line * _THICK, line * _LEAST
    left = scale.at(span[0])
    right = max(scale.at(span[1]), left + least)
    left = min(left, scale.end - least)
    box = Box(left, (height - thick) / 2, min(right, scale.end) - left, thick)
    shapes: list[Shape] = [Fill(box, "accent")]
    notch = line * 0.28
    starts_before, ends_after = one.start < scale.block.first, (one.end or one.start) > scale.block.last
    for is_open, at in ((starts_before, left), (ends_after, box.left + box.width - notch)):
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
