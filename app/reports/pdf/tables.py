"""Tables: hairlines, a light band for the heading row, which is repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.reports.document import Column, Table
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.cells import BETWEEN, PADDING, Cell, Place, cell, row
from app.reports.pdf.facts import hairline
from app.reports.pdf.flow import Area, Piece, Setting, after, height_of, room, text_pieces
from app.reports.pdf.tagged import Element

_SCOPE = b"/A<</O/Table/Scope/%s>>"
_LEAST_WIDTH, _TITLE_WIDTH = 30.0, 84.0
_MOST_MEASURED = 200  # rows that decide how wide a column of numbers is
_ALONE = 2
_EDGE, _ABOVE = 6.0, 12.0


def table(block: Table, setting: Setting) -> Iterator[Piece]:
    """A table, row by row; its first column holds the headings of its rows."""
    if not block.columns:
        return
    whole = setting.tree.add("Table")
    places = _places(block, setting)
    gap = _ABOVE
    if block.caption:
        lines = setting.type.lines(block.caption, look.CAPTION, setting.width)
        caption = text_pieces(lines, setting.tree.add("Caption", whole), width=setting.width)
        yield from after(gap, [replace(piece, stays=True) for piece in caption])
        yield replace(room(4.0), stays=True)
        gap = 0.0
    head, repeated = _head(block.columns, places, whole, setting)
    yield replace(head, gap=gap)
    body = setting.tree.add("TBody", whole)
    limit = setting.page_height - repeated.height
    for index, cells in enumerate(block.rows):
        line = setting.tree.add("TR", body)
        whole_row = [*cells, *[""] * len(places)][: len(places)]  # every row has a cell for every heading
        made = [_body_cell(setting, text, place, line) for text, place in zip(whole_row, places, strict=True)]
        parts = row(made, limit, ground=hairline, head=repeated)
        left = len(block.rows) - 1 - index
        if left and (index < _ALONE or left < _ALONE):  # no row alone under the heading, none alone on the next page
            parts[-1] = replace(parts[-1], stays=True)
        yield from parts
    yield room(6.0)


def _head(columns: Sequence[Column], places: Sequence[Place], whole: Element, setting: Setting) -> tuple[Piece, Piece]:
    """The heading row, and the same as something that is only repeated."""
    line = setting.tree.add("TR", setting.tree.add("THead", whole))
    cells = [
        cell(setting, column.title, look.COLUMN_HEAD, place, setting.tree.add("TH", line, _SCOPE % b"Column"))
        for column, place in zip(columns, places, strict=True)
    ]
    limit = setting.page_height / 2
    [first, *_] = row([_within(one, limit) for one in cells], limit + 1)
    [again, *_] = row([replace(_within(one, limit), element=None) for one in cells], limit + 1)
    return replace(_on_band(first), stays=True), _unread(_on_band(again))


def _within(one: Cell, limit: float) -> Cell:
    """Headings over half a page are cut: a repeated heading must leave room for rows."""
    lines = list(one.lines)
    while len(lines) > 1 and height_of(lines) > limit - 2 * PADDING:
        lines.pop()
    return replace(one, lines=tuple(lines))


def _body_cell(setting: Setting, text: str, place: Place, line: Element) -> Cell:
    if place.start == _EDGE:
        return cell(setting, text, look.ROW_HEAD, place, setting.tree.add("TH", line, _SCOPE % b"Row"))
    return cell(setting, text, look.CELL, place, setting.tree.add("TD", line))


def _places(block: Table, setting: Setting) -> list[Place]:
    """Columns of numbers get what they need, up to an even share; the rest is shared by weight."""
    free = setting.width - 2 * _EDGE - BETWEEN * (len(block.columns) - 1)
    share = max(free / len(block.columns), _LEAST_WIDTH)
    needs = [
        min(_needed(block, index, setting), share) if column.kind == "number" else 0.0
        for index, column in enumerate(block.columns)
    ]
    weights = sum(column.weight for column in block.columns if column.kind != "number")
    spare = free - sum(needs)
    start, places = _EDGE, []
    for need, column in zip(needs, block.columns, strict=True):
        width = need + (spare * need / sum(needs) if not weights else 0.0) if need else spare * column.weight / weights
        places.append(Place(start, width, "end" if column.kind == "number" else "start"))
        start += width + BETWEEN
    return places


def _needed(block: Table, index: int, setting: Setting) -> float:
    texts = [one[index] for one in block.rows[:_MOST_MEASURED] if index < len(one)]
    widest = max((setting.type.line(text, look.CELL).width for text in texts), default=0.0)
    words = block.columns[index].title.split() or [""]
    longest = max(setting.type.line(word, look.COLUMN_HEAD).width for word in words)
    whole = setting.type.line(block.columns[index].title, look.COLUMN_HEAD).width
    return max(widest, longest, min(whole, _TITLE_WIDTH), _LEAST_WIDTH) + 1.0


def _on_band(piece: Piece) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            canvas.fill(area.box(0, top, area.width, piece.height), look.SUNKEN)
            end = area.left + area.width
            canvas.rule((area.left, top - piece.height), (end, top - piece.height), look.LINE_STRONG, 0.8)
        piece.paint(canvas, area, top)

    return replace(piece, paint=paint)


def _unread(piece: Piece) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked("/Type/Pagination"):
            piece.paint(canvas, area, top)

    return replace(piece, paint=paint)
