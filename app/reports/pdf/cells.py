"""Rows of cells: each as high as its highest cell, cut into parts of a few lines where it is taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Paint, Piece, Setting, height_of, put_all
from app.reports.pdf.lines import Line, Type
from app.reports.pdf.tagged import Element

PADDING = 4.0
BETWEEN = 10.0
_FEW_LINES = 60.0
"""The height of a part of a row that is cut."""


@dataclass(frozen=True)
class Place:
    """Where a column stands: how far after the leading edge, how wide, and to which side its text goes."""

    start: float
    width: float
    align: str = "start"


@dataclass(frozen=True)
class Cell:
    """The lines of one cell and the element they belong to (None: nobody reads them again)."""

    lines: tuple[Line, ...]
    element: Element | None
    place: Place


def cell(setting: Setting, text: str, type_: Type, place: Place, element: Element | None) -> Cell:
    """A text broken to the width of its column."""
    return Cell(setting.type.lines(text, type_, place.width), element, place)


def row(cells: Sequence[Cell], limit: float, *, ground: Paint | None = None, head: Piece | None = None) -> list[Piece]:
    """One row as pieces: one, or several of a few lines where it is higher than `limit`, so that pages get full.

    `ground` paints what ends the last: fills and hairlines.
    """
    if all(height_of(one.lines) <= limit - 2 * PADDING for one in cells):
        return [_piece(cells, (PADDING, PADDING), ground, head)]
    parts = _parts(cells)
    last = len(parts) - 1
    return [
        _piece(
            part, (0.0 if index else PADDING, 0.0 if index < last else PADDING), ground if index == last else None, head
        )
        for index, part in enumerate(parts)
    ]


def _piece(cells: Sequence[Cell], padding: tuple[float, float], ground: Paint | None, head: Piece | None) -> Piece:
    height = max((height_of(one.lines) for one in cells), default=0.0) + sum(padding)
    return Piece(height, _painted(cells, height, padding[0], ground), head=head)


def _parts(cells: Sequence[Cell]) -> list[list[Cell]]:
    cut = [_cut(one.lines, _FEW_LINES) for one in cells]
    most = max(len(one) for one in cut)
    return [
        [
            Cell(pieces[index] if index < len(pieces) else (), one.element, one.place)
            for one, pieces in zip(cells, cut, strict=True)
        ]
        for index in range(most)
    ]


def _cut(lines: Sequence[Line], limit: float) -> list[tuple[Line, ...]]:
    parts: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        if parts[-1] and used + line.height > limit:
            parts.append([])
            used = 0.0
        parts[-1].append(line)
        used += line.height
    return [tuple(part) for part in parts]


def _painted(cells: Sequence[Cell], height: float, padding: float, ground: Paint | None) -> Paint:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        if ground:
            ground(canvas, area, top - height)
        for one in cells:
            if not one.lines:
                continue
            inside = area.inner(one.place.start, one.place.width)
            if one.element is None:
                put_all(canvas, one.lines, inside, top - padding, align=one.place.align)
                continue
            with canvas.marked(one.element):
                put_all(canvas, one.lines, inside, top - padding, align=one.place.align)

    return paint
