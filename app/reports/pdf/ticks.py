"""What is filled in by hand: boxes to tick, each with its number and its words, and ruled lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reports.document import Mark
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, after, put, put_all, spoken, together
from app.reports.pdf.lines import Line
from app.reports.pdf.tagged import Element

_BOX, _BESIDE, _BETWEEN, _ROW = 9.5, 3.5, 11.0, 3.0
_RULE = 17.0
"""How far the lines to write on stand apart; a hand needs that, however small the print is."""


@dataclass(frozen=True)
class _Tick:
    """One box with its number, its words and their elements."""

    number: Line
    words: tuple[tuple[tuple[Line, ...], Element], ...]
    """Lines of one language after those of the other, each with the element that holds them."""
    label: Element
    width: float

    @property
    def height(self) -> float:
        return max(_BOX, self.number.height, *(_height(lines) for lines, _element in self.words), 0.0)


def ticks(marks: Sequence[Mark], setting: Setting) -> list[Piece]:
    """Boxes one after the other as words in a line, in as many lines as they need."""
    whole = setting.tree.add("L", attributes=b"/A<</O/List/ListNumbering/Decimal>>")
    rows: list[list[_Tick]] = [[]]
    used = 0.0
    for mark in marks:
        tick = _tick(mark, setting, whole)
        if rows[-1] and used + tick.width > setting.width:
            rows.append([])
            used = 0.0
        rows[-1].append(tick)
        used += tick.width + _BETWEEN
    return after(3.0, together([_row(row) for row in rows]))


def ruled(count: int, setting: Setting) -> list[Piece]:
    """So many lines to write on; silent, for there is nothing on them."""

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            under = top - _RULE + 2
            canvas.rule((area.left, under), (area.left + area.width, under), look.LINE_STRONG, 0.6)

    return [Piece(_RULE, paint) for _line in range(count)]


def _tick(mark: Mark, setting: Setting, whole: Element) -> _Tick:
    entry = setting.tree.add("LI", whole)
    named = mark.name or mark.text
    label = setting.tree.add("Lbl" if named else "LBody", entry)
    small = replace(look.CELL, colour=look.MUTED)
    number = setting.type.line(mark.badge, small if named else look.CELL)
    width = _BOX + _BESIDE + number.width
    words = []
    if named:
        body = setting.tree.add("LBody", entry)
        parts = [(mark.name, "", look.CELL), (mark.text, mark.language, small)]
        many = bool(mark.language)
        for text, language, type_ in (one for one in parts if one[0]):
            element = setting.tree.add("P", body, spoken(language or setting.type.language, setting)) if many else body
            lines = setting.type.lines(text, type_, setting.width - width - _BESIDE, language=language)
            words.append((tuple(lines), element))
            width += _BESIDE + max(line.width for line in lines)
    return _Tick(number, tuple(words), label, min(width, setting.width))


def _row(row: Sequence[_Tick]) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        start = 0.0
        for tick in row:
            _paint(canvas, tick, area.inner(start, tick.width), top)
            start += tick.width + _BETWEEN

    return Piece(max(tick.height for tick in row) + _ROW, paint)


def _paint(canvas: TaggedCanvas, tick: _Tick, area: Area, top: float) -> None:
    with canvas.unmarked():
        down = (tick.number.height - _BOX) / 2
        canvas.frame(area.box(0.4, top - down, _BOX - 0.8, _BOX - 0.8), look.TEXT, 0.7)
    start = _BOX + _BESIDE
    with canvas.marked(tick.label):
        put(canvas, tick.number, area.inner(start, tick.number.width), top)
    start += tick.number.width + _BESIDE
    for lines, element in tick.words:
        wide = max(line.width for line in lines)
        foreign = lines[0].right_to_left != area.right_to_left
        with canvas.marked(element):
            put_all(canvas, lines, area.inner(start, wide), top, align="end" if foreign else "start")
        start += wide + _BESIDE


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)
