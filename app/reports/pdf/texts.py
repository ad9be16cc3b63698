"""Title, headings, paragraphs, lists and notices as pieces."""

from __future__ import annotations

from dataclasses import replace

from app.i18n import is_right_to_left
from app.reports import palette
from app.reports.document import Bullets, Document, Heading, Notice, Paragraph
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, after, put_all, text_pieces, together
from app.reports.pdf.lines import Line, Type
from app.reports.pdf.objects import text_string
from app.reports.pdf.tagged import Element
from app.reports.pdf.tokens import cleaned
from app.reports.written import language_tag

_DEEPEST = 3
_HEADING_GAPS = {1: 30.0, 2: 20.0, 3: 13.0}
_BULLET = "\u2022"
_INDENT = 14.0
_PADDING = 11.0
_BAR = 2.5


def title(document: Document, setting: Setting) -> list[Piece]:
    """The head of the first page: kicker, title, subtitle and a rule in the accent colour."""
    pieces: list[Piece] = []
    for text, type_, tag, gap, language in (
        (document.kicker, look.KICKER, "P", 0.0, ""),
        (document.title, look.TITLE, "H1", 10.0, ""),
        (document.subtitle, look.SUBTITLE, "P", 6.0, document.subtitle_language),
    ):
        if text:
            lines = setting.type.lines(text, type_, setting.width, language=language)
            spoken = _spoken(language, setting)
            element = setting.tree.add(tag, None, spoken) if tag == "P" else setting.tree.add_heading(1)
            pieces += after(gap, text_pieces(lines, element, width=setting.width))
    return [Piece(34.0, _nothing), *together([*pieces, Piece(2.5, _accent_rule, gap=18.0)]), Piece(6.0, _nothing)]


def heading(block: Heading, setting: Setting) -> list[Piece]:
    """A heading stays with what follows; it is a place in the outline and for links."""
    if not block.text.strip():
        return []
    level = min(max(block.level, 1), _DEEPEST)
    lines = setting.type.lines(block.text, look.HEADINGS[level], setting.width)
    element = setting.tree.add_heading(level + 1)
    pieces = [replace(piece, stays=True) for piece in text_pieces(lines, element, width=setting.width)]
    first = pieces[0]

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        if block.anchor:
            canvas.bookmark(block.anchor, cleaned(block.text), level - 1, top=top + 6)
        first.paint(canvas, area, top)

    pieces[0] = replace(first, paint=paint, anchor=block.anchor)
    return [*after(_HEADING_GAPS[level], pieces), Piece(3.0, _nothing, stays=True)]


def paragraph(block: Paragraph, setting: Setting) -> list[Piece]:
    """A paragraph, on the side where its language begins; a quotation has a rule beside it."""
    if not block.text.strip():
        return []
    type_ = look.PARAGRAPHS.get(block.style, look.BODY)
    indent = _INDENT if block.style == "quote" else 0.0
    width = setting.width - indent
    lines = setting.type.lines(block.text, type_, width, language=block.language)
    whole = setting.tree.add("BlockQuote") if indent else None
    element = setting.tree.add("P", whole, _spoken(block.language, setting))
    pieces = text_pieces(lines, element, start=indent, width=width)
    mirrored = is_right_to_left(block.language or setting.type.language) != setting.right_to_left
    if indent:
        pieces = [_with_rule(piece, at_end=mirrored, indent=indent) for piece in pieces]
    return after(7.0, pieces)


def _spoken(language: str, setting: Setting) -> bytes:
    """What tells a reading voice that a paragraph is in another language than the document."""
    foreign = language_tag(language) if language != setting.type.language else ""
    return b"/Lang" + text_string(foreign).content if foreign else b""


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
    pieces = [_on_ground(piece, colour, ground) for piece in (_space(8.0), *head, *body, _space(8.0))]
    return [*after(10.0, together(pieces)), Piece(3.0, _nothing)]


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


def _with_rule(piece: Piece, *, at_end: bool, indent: float) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            canvas.fill(area.box(area.width - 2 if at_end else 0, top, 2, piece.height), look.ACCENT)
        piece.paint(canvas, Area(area.left, area.width, area.right_to_left != at_end) if at_end else area, top)

    return replace(piece, paint=paint)


def _with_mark(piece: Piece, mark: Line, label: Element) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(label):
            put_all(canvas, (mark,), area.inner(2, _INDENT - 2), top)
        piece.paint(canvas, area, top)

    return replace(piece, paint=paint)


def _space(height: float) -> Piece:
    return Piece(height, _nothing)


def _nothing(canvas: TaggedCanvas, area: Area, top: float) -> None:
    """Only room."""


def _accent_rule(canvas: TaggedCanvas, area: Area, top: float) -> None:
    with canvas.unmarked():
        canvas.fill(area.box(0, top, 56, 2.5), look.ACCENT)
