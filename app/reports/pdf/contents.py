"""The list of contents: every heading of levels 1 and 2, linked, with its page at the other end of the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.i18n import translation
from app.reports.document import Contents, Heading
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, height_of, put, put_all, together
from app.reports.pdf.lines import Type
from app.reports.pdf.tagged import Element
from app.reports.pdf.tokens import cleaned

_NUMBER_ROOM, _MARK_ROOM = 34.0, 22.0
_INDENT, _PADDING = 14.0, 2.0
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
    listed = [heading for heading in headings if heading.is_listed]
    numbered = any(heading.mark for heading in listed)
    entries = [_entry(heading, whole, setting, indent=_indent(heading, numbered=numbered)) for heading in listed]
    return together([Piece(height_of(lines) + 6, paint, gap=26.0), *entries])


def _indent(heading: Heading, *, numbered: bool) -> float:
    """Where the words of an entry begin; numbers stand before them."""
    return _MARK_ROOM if numbered else _INDENT * (heading.level - 1)


def _entry(heading: Heading, whole: Element, setting: Setting, *, indent: float) -> Piece:
    item = setting.tree.add("TOCI", whole)
    link = setting.tree.add("Link", setting.tree.add("Reference", item))
    width = setting.width - indent - _NUMBER_ROOM
    type_ = _FIRST if heading.level == 1 else _SECOND
    mark = setting.type.line(heading.mark, replace(type_, colour=look.ACCENT)) if heading.mark and indent else None
    words = heading.text.removeprefix(heading.mark).strip() if mark else heading.text
    lines = setting.type.lines(words, type_, width)
    height = height_of(lines) + 2 * _PADDING

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        page = translation(setting.type.language).number(setting.pages[heading.anchor])
        number = setting.type.line(page, type_)
        with canvas.unmarked():
            y = top - height
            canvas.rule((area.left, y), (area.left + area.width, y), look.LINE, 0.4)
        with canvas.marked(link):
            if mark:
                put(canvas, mark, area.inner(0, _MARK_ROOM), top - _PADDING)
            put_all(canvas, lines, area.inner(indent, width), top - _PADDING)
            put(canvas, number, area.inner(area.width - _NUMBER_ROOM, _NUMBER_ROOM), top - _PADDING, align="end")
        canvas.link(link, area.box(0, top, area.width, height), heading.anchor, cleaned(heading.text))

    return Piece(height, paint, gap=3.0 if heading.level == 1 else 0.0, late=True)
