"""Key figures and bars: numbers that are worth a large print, and lengths beside their numbers."""

from __future__ import annotations

from dataclasses import replace

from app.reports import charts
from app.reports.document import Bar, Bars, Figure, KeyFigures
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, height_of, put_all, together
from app.reports.pdf.lines import Line
from app.reports.pdf.objects import number, text_string
from app.reports.pdf.tagged import Element

_IN_ONE_ROW, _NARROW = 4, 300.0
"""Figures side by side, half as many where there is less room."""
_BETWEEN = 16.0
_BAR_HEIGHT, _BAR_PADDING = 9.0, 3.5
_LABEL_SHARE, _BETWEEN_BARS = 0.32, 10.0


def key_figures(block: KeyFigures, setting: Setting) -> list[Piece]:
    """Up to four figures side by side, each under a short rule."""
    most = _IN_ONE_ROW if setting.width > _NARROW else _IN_ONE_ROW // 2
    rows = [block.figures[start : start + most] for start in range(0, len(block.figures), most)]
    return [_figure_row(figures, setting) for figures in rows]


def bars(block: Bars, setting: Setting) -> list[Piece]:
    """A chart of bars. Every bar has its text beside it, and where there is no number there is no bar."""
    if not block.bars:
        return []
    whole = setting.tree.add("Figure", attributes=b"/Alt" + text_string(block.alt).content)
    lines = setting.type.lines(block.title, look.CAPTION, setting.width)

    def title(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(whole):
            put_all(canvas, lines, area, top)

    label = setting.width * _LABEL_SHARE
    texts = [setting.type.line(bar.text, look.VALUE) for bar in block.bars]
    widest = min(max((text.width for text in texts), default=0.0), setting.width * 0.3)
    room = setting.width - label - widest - 2 * _BETWEEN_BARS
    lengths = charts.lengths(block.bars, room)
    rows = [
        _bar_row(bar, length, whole, setting, widest=widest) for bar, length in zip(block.bars, lengths, strict=True)
    ]
    pieces = [Piece(height_of(lines) + 5, title, gap=12.0, stays=True), *_joined(rows)]
    return _bounded(pieces, whole, setting)


def _joined(rows: list[Piece]) -> list[Piece]:
    """A chart is not cut unless it is longer than half a page of rows."""
    whole = together(rows) if len(rows) <= 24 else rows
    return [*whole[:-1], replace(whole[-1], height=whole[-1].height + 6)] if whole else []


def _bounded(pieces: list[Piece], whole: Element, setting: Setting) -> list[Piece]:
    """The same pieces; a chart that is whole on one page also says where on it it is."""
    first, last = pieces[0], pieces[-1]
    begun: list[tuple[int, float]] = []

    def begin(canvas: TaggedCanvas, area: Area, top: float) -> None:
        begun.append((len(setting.tree.pages), top))
        first.paint(canvas, area, top)

    def end(canvas: TaggedCanvas, area: Area, top: float) -> None:
        last.paint(canvas, area, top)
        page, highest = begun[0]
        if page == len(setting.tree.pages):
            corners = (area.left, top - last.height, area.left + area.width, highest)
            box = " ".join(number(corner) for corner in corners)
            whole.attributes += f"/A<</O/Layout/BBox[{box}]>>".encode()

    return [replace(first, paint=begin), *pieces[1:-1], replace(last, paint=end)]


def _bar_row(bar: Bar, length: float | None, whole: Element, setting: Setting, *, widest: float) -> Piece:
    label = setting.width * _LABEL_SHARE
    named = setting.type.lines(bar.label, look.CELL, label)
    start = label + _BETWEEN_BARS
    said = setting.type.lines(bar.text, look.VALUE, setting.width - start if length is None else widest + 1)
    height = max(height_of(named), height_of(said), _BAR_HEIGHT) + 2 * _BAR_PADDING

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(whole):
            put_all(canvas, named, area.inner(0, label), top - (height - height_of(named)) / 2)
            after = start
            if length is not None:
                box = area.box(start, top - (height - _BAR_HEIGHT) / 2, max(length, 0.8), _BAR_HEIGHT)
                canvas.fill(box, look.ACCENT)
                after += length + 6
            room = area.inner(after, setting.width - after)
            put_all(canvas, said, room, top - (height - height_of(said)) / 2)

    return Piece(height, paint)


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
