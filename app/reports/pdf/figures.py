"""Key figures: numbers that are worth a large print."""

from __future__ import annotations

from dataclasses import replace

from app.reports.document import Figure, KeyFigures
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, height_of, put_all
from app.reports.pdf.lines import Line

_IN_ONE_ROW, _NARROW = 4, 300.0
"""Figures side by side, half as many where there is less room."""
_BETWEEN = 16.0


def key_figures(block: KeyFigures, setting: Setting) -> list[Piece]:
    """Up to four figures side by side, each under a short rule."""
    most = _IN_ONE_ROW if setting.width > _NARROW else _IN_ONE_ROW // 2
    rows = [block.figures[start : start + most] for start in range(0, len(block.figures), most)]
    return [_figure_row(figures, setting) for figures in rows]


def _figure_row(figures: tuple[Figure, ...], setting: Setting) -> Piece:
    width = (setting.width - _BETWEEN * (len(figures) - 1)) / len(figures)
    columns = [_figure_lines(figure, width, setting) for figure in figures]
    height = max(sum(height_of(part) for part in column) for column in columns) + 12
    elements = [tuple(setting.tree.add("P") for _ in column) for column in columns]

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        for index, (column, marks) in enumerate(zip(columns, elements, strict=True)):
            inside = area.inner(index * (width + _BETWEEN), width)
            with canvas.unmarked():
                canvas.fill(inside.box(0, top, width, 1.2), look.ACCENT)
            used = 8.0
            for lines, element in zip(column, marks, strict=True):
                with canvas.marked(element):
                    used += put_all(canvas, lines, inside, top - used)

    return Piece(height + 4, paint, gap=14.0)


def _figure_lines(figure: Figure, width: float, setting: Setting) -> list[tuple[Line, ...]]:
    """Value, label and note; a value too long for its column is set smaller until it fits."""
    size = look.FIGURE
    while setting.type.line(figure.value, size).width > width and size.size > look.FIGURE_LABEL.size:
        size = replace(size, size=size.size - 1)
    parts = ((figure.value, size), (figure.label, look.FIGURE_LABEL), (figure.note, look.SMALL))
    return [setting.type.lines(text, type_, width) for text, type_ in parts if text]
