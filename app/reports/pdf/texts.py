"""Paragraphs, quotations, lists and notices as pieces."""

from __future__ import annotations

from dataclasses import replace

from app.i18n import is_right_to_left
from app.reports import palette
from app.reports.document import Bullets, Notice, Paragraph
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, after, put_all, room, spoken, text_pieces, together
from app.reports.pdf.lines import Line, Type
from app.reports.pdf.tagged import Element
from app.reports.pdf.ticks import ruled

_BULLET = "\u2022"
_INDENT = 14.0
_QUOTED = {"quote": 2.0, "pull": 3.5}
"""Quotations, and how wide the rule beside each is."""
_PADDING = 11.0
_BAR = 2.5
_FILLED, _LEAST_FILLED = ("body", "quote"), 300.0
"""The styles whose lines reach from edge to edge, and how wide they must be for that to look calm."""


def paragraph(block: Paragraph, setting: Setting) -> list[Piece]:
    """A paragraph, on the side where its language begins; a quotation has a rule beside it."""
    if not block.text.strip():
        return []
    type_ = look.PARAGRAPHS.get(block.style, look.BODY)
    indent = _INDENT if block.style in _QUOTED else 0.0
    width = setting.width - indent
    filled = block.style in _FILLED and width > _LEAST_FILLED
    lines = setting.type.lines(block.text, type_, width, language=block.language, filled=filled)
    whole = setting.tree.add("BlockQuote") if indent else None
    element = setting.tree.add("P", whole, spoken(block.language, setting))
    pieces = text_pieces(lines, element, start=indent, width=width)
    mirrored = is_right_to_left(block.language or setting.type.language) != setting.right_to_left
    if indent:
        pieces = [_with_rule(piece, at_end=mirrored, wide=_QUOTED[block.style]) for piece in pieces]
    if block.room:
        pieces = together([*pieces, *ruled(block.room, setting)])
    return after(12.0 if block.style == "pull" else 7.0, pieces)


def bullets(block: Bullets, setting: Setting) -> list[Piece]:
    """A list; every item has its mark beside its first line."""
    whole = setting.tree.add("L", attributes=b"/A<</O/List/ListNumbering/Disc>>")
    width = setting.width - _INDENT
    mark = setting.type.line(_BULLET, replace(look.BODY, colour=look.ACCENT))
    pieces: list[Piece] = []
    for item in block.items:
        entry = setting.tree.add("LI", whole)
        label, body = setting.tree.add("Lbl", entry), setting.tree.add("LBody", entry)
        lines = text_pieces(setting.type.lines(item, look.BODY, width), body, start=_INDENT, width=width)
        lines[0] = _with_mark(lines[0], mark, label)
        pieces += after(3.5, lines)
    return pieces


def notice(block: Notice, setting: Setting) -> list[Piece]:
    """A box with a bar at its beginning; its kind is told by its title, never by its colour alone."""
    colour, ground = palette.NOTICES.get(block.kind, palette.NOTICES["info"])
    width = setting.width - 2 * _PADDING - _BAR
    element = setting.tree.add("Div")
    head = _boxed(setting, block.title, look.NOTICE_TITLE, setting.tree.add("P", element), width=width)
    body = _boxed(setting, block.text, look.BODY, setting.tree.add("P", element), width=width)
    pieces = [_on_ground(piece, colour, ground) for piece in (room(8.0), *head, *body, room(8.0))]
    return [*after(10.0, together(pieces)), room(3.0)]


def _boxed(setting: Setting, text: str, type_: Type, element: Element, *, width: float) -> list[Piece]:
    lines = setting.type.lines(text, type_, width) if text else ()
    return text_pieces(lines, element, start=_PADDING + _BAR, width=width)


def _on_ground(piece: Piece, colour: str, ground: str) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        # A hair taller, so that no white line shows between two pieces.
        with canvas.unmarked():
            canvas.fill(area.box(0, top + 0.2, area.width, piece.height + 0.4), ground)
            canvas.fill(area.box(0, top + 0.2, _BAR, piece.height + 0.4), colour)
        piece.paint(canvas, area, top)

    return replace(piece, paint=paint)


def _with_rule(piece: Piece, *, at_end: bool, wide: float) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            canvas.fill(area.box(area.width - wide if at_end else 0, top, wide, piece.height), look.ACCENT)
        piece.paint(canvas, Area(area.left, area.width, area.right_to_left != at_end) if at_end else area, top)

    return replace(piece, paint=paint)


def _with_mark(piece: Piece, mark: Line, label: Element) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(label):
            put_all(canvas, (mark,), area.inner(2, _INDENT - 2), top)
        piece.paint(canvas, area, top)

    return replace(piece, paint=paint)
