"""The list of contents: every heading of levels 1 and 2, linked, with its page at the other end of the line."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import translation
from app.reports.document import Contents, Heading
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, height_of, put, put_all, together
from app.reports.pdf.lines import Type
from app.reports.pdf.tagged import Element
from app.reports.pdf.tokens import cleaned

_LISTED = 2
_NUMBER_ROOM = 34.0
_INDENT = 14.0
_FIRST = Type(9.5, look.TEXT, 500, 1.4)
_SECOND = Type(9, look.MUTED, 400, 1.4)


def contents(block: Contents, headings: Sequence[Heading], setting: Setting) -> list[Piece]:
    """The list; the pages are asked for when it is drawn, as they are not known before."""
    title = setting.tree.add_heading(2)
    lines = setting.type.lines(block.title, look.HEADINGS[1], setting.width)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(title):
            put_all(canvas, lines, area, top)

    whole = setting.tree.add("TOC")
    listed = [heading for heading in headings if heading.level <= _LISTED and heading.anchor and heading.text.strip()]
    entries = [_entry(heading, whole, setting) for heading in listed]
    return together([Piece(height_of(lines) + 6, paint, gap=30.0), *entries])


def _entry(heading: Heading, whole: Element, setting: Setting) -> Piece:
    item = setting.tree.add("TOCI", whole)
    link = setting.tree.add("Link", setting.tree.add("Reference", item))
    indent = _INDENT if heading.level == _LISTED else 0.0
    width = setting.width - indent - _NUMBER_ROOM
    type_ = _SECOND if indent else _FIRST
    lines = setting.type.lines(heading.text, type_, width)
    height = height_of(lines) + 5.5

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        page = translation(setting.type.language).number(setting.pages[heading.anchor])
        number = setting.type.line(page, type_)
        with canvas.unmarked():
            y = top - height + 1
            canvas.rule((area.left, y), (area.left + area.width, y), look.LINE, 0.4)
        with canvas.marked(link):
            put_all(canvas, lines, area.inner(indent, width), top - 2)
            put(canvas, number, area.inner(area.width - _NUMBER_ROOM, _NUMBER_ROOM), top - 2, align="end")
        canvas.link(link, area.box(0, top, area.width, height), heading.anchor, cleaned(heading.text))

    return Piece(height, paint, gap=9.0 if not indent else 0.0, late=True)
