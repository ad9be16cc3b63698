"""The head of a document and the headings in it: a cover where there is one, and marks for numbered chapters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.reports.document import Document, Heading
from app.reports.pdf import look
from app.reports.pdf.canvas import Box, TaggedCanvas
from app.reports.pdf.flow import (
    Area,
    Piece,
    Setting,
    after,
    height_of,
    put,
    put_all,
    room,
    spoken,
    text_pieces,
    together,
)
from app.reports.pdf.lines import Type
from app.reports.pdf.tokens import cleaned

_DEEPEST = 3
_GAPS = {1: 26.0, 2: 18.0, 3: 12.0}
_ABOVE = 13.0
"""Between the rule that opens a chapter and its heading."""
_MARKS = {1: (26.0, 10.0, Type(13, look.PAPER, 600, 1.2)), 2: (19.0, 8.0, Type(9.5, look.PAPER, 600, 1.2))}
"""Side of the mark of a heading, room after it, and the type of its number."""
_BAND = 11.0


def title(document: Document, setting: Setting) -> list[Piece]:
    """The head of the first page, or its cover: kicker, title, subtitle and a rule in the accent colour."""
    cover = document.cover
    pieces: list[Piece] = []
    for text, type_, tag, gap, language in (
        (document.kicker, look.KICKER, "P", 0.0, ""),
        (document.title, look.COVER_TITLE if cover else look.TITLE, "H1", 138.0 if cover else 10.0, ""),
        (document.subtitle, look.SUBTITLE, "P", 9.0 if cover else 6.0, document.subtitle_language),
    ):
        if text:
            lines = setting.type.lines(text, type_, setting.width, language=language)
            said = spoken(language, setting)
            element = setting.tree.add(tag, None, said) if tag == "P" else setting.tree.add_heading(1)
            pieces += after(gap, text_pieces(lines, element, width=setting.width))
    rule = Piece(4.0 if cover else 2.5, partial(_accent_rule, high=4.0 if cover else 2.5), gap=26.0 if cover else 18.0)
    first = Piece(4.0, _band) if cover else room(34.0 if document.margin >= 1 else 0.0)
    return [first, *together([*pieces, rule]), room(22.0 if cover else 6.0)]


def heading(block: Heading, setting: Setting) -> list[Piece]:
    """A heading stays with what follows; it is a place in the outline and for links. A chapter opens with a rule."""
    if not block.text.strip():
        return []
    level = min(max(block.level, 1), _DEEPEST)
    mark = block.mark if block.mark and block.text.startswith(f"{block.mark} ") and level in _MARKS else ""
    above = _ABOVE if level == 1 else 0.0
    height, paint = (_marked if mark else _plain)(block, level, setting)

    def whole(canvas: TaggedCanvas, area: Area, top: float) -> None:
        if block.anchor:
            canvas.bookmark(block.anchor, cleaned(block.text), level - 1, top=top + 6)
        if above:
            with canvas.unmarked():
                canvas.rule((area.left, top), (area.left + area.width, top), look.LINE_STRONG, 0.6)
        paint(canvas, area, top - above)

    piece = Piece(above + height, whole, gap=_GAPS[level], stays=True, anchor=block.anchor)
    return [piece, replace(room(5.0 if level == 1 else 3.0), stays=True)]


_Painted = tuple[float, Callable[[TaggedCanvas, Area, float], None]]


def _plain(block: Heading, level: int, setting: Setting) -> _Painted:
    lines = setting.type.lines(block.text, look.HEADINGS[level], setting.width)
    element = setting.tree.add_heading(level + 1)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(element):
            put_all(canvas, lines, area, top)

    return height_of(lines), paint


def _marked(block: Heading, level: int, setting: Setting) -> _Painted:
    """The number of the heading in a square, its words beside it; both are read as one heading."""
    side, gap, type_ = _MARKS[level]
    number = setting.type.line(block.mark, type_)
    side, wide = max(side, number.height), max(side, number.width + side / 2)
    start = wide + gap
    words = block.text.removeprefix(block.mark).strip()
    lines = setting.type.lines(words, look.HEADINGS[level], setting.width - start)
    element = setting.tree.add_heading(level + 1)
    height = max(side, height_of(lines))
    lowered = max((side - lines[0].height) / 2, 0.0)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            canvas.fill(area.box(0, top, wide, side), look.ACCENT)
        with canvas.marked(element):
            put(canvas, number, area.inner(0, wide), top - (side - number.height) / 2, align="centre")
            put_all(canvas, lines, area.inner(start, area.width - start), top - lowered)

    return height + lowered, paint


def _accent_rule(canvas: TaggedCanvas, area: Area, top: float, *, high: float) -> None:
    with canvas.unmarked():
        canvas.fill(area.box(0, top, 56, high), look.ACCENT)


def _band(canvas: TaggedCanvas, area: Area, top: float) -> None:
    """A band along the upper edge of the paper."""
    with canvas.unmarked():
        canvas.fill(Box(0, top + look.TOP - _BAND, area.width + 2 * area.left, _BAND), look.ACCENT)
