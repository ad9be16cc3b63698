"""The four signs of a coverage table, and grounds that stay apart in black and white.

Done: a shade and the number. Nothing done: an outlined 0. Not reported: hatching. Withheld: a lock.
"""

from __future__ import annotations

from math import cos, pi, sin

from app.charts.shapes import Box, Edge, Fill, Shape, Stroke, Words, hatching

STEPS = (1, 3, 6, 10, 20)
"""The least count of each step."""
_HAIRLINE = 0.04
"""Of the height of a cell."""
_HATCHES = 4.2
"""Lines of hatching over the height of a cell."""
_BOW = 8

DONE, NOTHING_DONE, NOT_REPORTED, WITHHELD = "done", "nothing-done", "not-reported", "withheld"


def sign(kind: str, box: Box, count: int, words: str) -> tuple[Shape, ...]:
    """The sign of this kind; `words` is the number in it, where it has one."""
    if kind == DONE:
        return done(box, count, words)
    if kind == NOTHING_DONE:
        return nothing_done(box, words)
    return withheld(box) if kind == WITHHELD else not_reported(box)


def step(count: int) -> int:
    """The step of a count: 0, 1-2, 3-5, 6-9, 10-19, 20 and more."""
    return sum(count >= one for one in STEPS)


def done(box: Box, count: int, words: str) -> tuple[Shape, ...]:
    """Something was done: a ground that is darker the more was done, and how much in words."""
    shade = max(step(count), 1)
    return Fill(box, f"heat-{shade}"), Words(words, box, "mark", f"heat-ink-{shade}", "centre")


def nothing_done(box: Box, words: str) -> tuple[Shape, ...]:
    """Nothing was done, and somebody said so: an empty box with an edge and a nought."""
    width = box.height * _HAIRLINE
    return Edge(box.inset(width), "line-strong", width), Words(words, box, "mark", "text", "centre")


def not_reported(box: Box) -> tuple[Shape, ...]:
    """Nobody said anything: hatching."""
    width = box.height * _HAIRLINE / 2
    lines = hatching(box, box.height / _HATCHES)
    return Fill(box, "sunken"), *(Stroke(start, end, "line-strong", width) for start, end in lines)


def withheld(box: Box) -> tuple[Shape, ...]:
    """Withheld for safety: a lock."""
    side = min(box.width, box.height) * 0.36
    left, top = box.left + (box.width - side) / 2, box.top + box.height / 2 - side * 0.08
    middle, radius, width = box.left + box.width / 2, side * 0.3, side * 0.15
    neck = top - side * 0.18
    bow = [(middle - radius, top), *_arc(middle, neck, radius), (middle + radius, top)]
    lines = zip(bow, bow[1:], strict=False)
    body = Fill(Box(left, top, side, side * 0.74), "text")
    return (
        Fill(box, "sunken"),
        Edge(box.inset(width / 4), "line", width / 2),
        body,
        *(Stroke(start, end, "text", width) for start, end in lines),
    )


def ground(box: Box, series: int, *, fine: float) -> tuple[Shape, ...]:
    """The ground of one part of a stacked bar: told apart by pattern, also where colours are lost.

    `fine` is the distance of the lines of a pattern.
    """
    kind, width = series % len(_GROUNDS), fine / 6
    ink, pattern = _GROUNDS[kind]
    lines: tuple[Shape, ...] = ()
    if pattern in ("rising", "falling"):
        ends = hatching(box, fine, rising=pattern == "rising")
        lines = tuple(Stroke(start, end, "heat-4", width) for start, end in ends)
    if pattern == "level":
        levels = [box.top + fine * (at + 0.5) / 1.5 for at in range(int(box.height * 1.5 / fine))]
        lines = tuple(Stroke((box.left, y), (box.left + box.width, y), "heat-4", width) for y in levels)
    edge = () if pattern == "solid" else (Edge(box.inset(width / 2), "heat-4", width),)
    return Fill(box, ink), *lines, *edge


def ink_on(series: int) -> str:
    """The ink that can be read on the ground of a part; "" where a number needs a plate of paper under it."""
    ink, pattern = _GROUNDS[series % len(_GROUNDS)]
    return ink.replace("heat-", "heat-ink-") if pattern == "solid" else ""


_GROUNDS = (
    ("heat-4", "solid"),
    ("surface", "rising"),
    ("heat-2", "solid"),
    ("surface", "level"),
    ("heat-1", "falling"),
    ("surface", "empty"),
)


def _arc(middle: float, level: float, radius: float) -> list[tuple[float, float]]:
    turns = (pi * at / _BOW for at in range(_BOW + 1))
    return [(middle - radius * cos(turn), level - radius * sin(turn)) for turn in turns]
