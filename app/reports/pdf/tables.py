"""Tables: hairlines, a light band for the heading row, which is repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
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
_EDGE = 6.0


def table(block: Table, setting: Setting) -> list[Piece]:
    """A table; its first column holds the headings of its rows."""
    if not block.columns:
        return []
    whole = setting.tree.add("Table")
    pieces: list[Piece] = []
    if block.caption:
        lines = setting.type.lines(block.caption, look.CAPTION, setting.width)
        caption = text_pieces(lines, setting.tree.add("Caption", whole), width=setting.width)
        pieces += [replace(piece, stays=True) for piece in caption] + [replace(room(4.0), stays=True)]
    places = _places(block, setting)
    head, repeated = _head(block.columns, places, whole, setting)
    pieces.append(head)
    body = setting.tree.add("TBody", whole)
    limit = setting.page_height - repeated.height
    begun = len(pieces)
    for cells in block.rows:
        line = setting.tree.add("TR", body)
        whole_row = [*cells, *[""] * len(places)][: len(places)]  # every row has a cell for every heading
        placed = zip(whole_row, places, strict=True)
        made = [_body_cell(setting, text, place, line, index=index) for index, (text, place) in enumerate(placed)]
        pieces += row(made, limit, ground=hairline, head=repeated)
    for at in range(begun, min(begun + _ALONE, len(pieces) - 1)):
        pieces[at] = replace(pieces[at], stays=True)  # a heading with a single row under it is easily missed
    if len(block.rows) > _ALONE:
        pieces[-2] = replace(pieces[-2], stays=True)  # the last row is never alone on a page
    return [*after(12.0, pieces), room(6.0)]


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


def _body_cell(setting: Setting, text: str, place: Place, line: Element, *, index: int) -> Cell:
    if not index:
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
