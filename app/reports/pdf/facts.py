"""Boxes of facts: what it is, and what is so; one below the other, or side by side where they are short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from app.reports.brevity import is_short, short_first
from app.reports.document import Fact, Facts
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.cells import BETWEEN, PADDING, Cell, Place, cell, row
from app.reports.pdf.flow import Area, Piece, Setting, after, height_of, put_all, room, together
from app.reports.pdf.lines import Type
from app.reports.pdf.tagged import Element

_SCOPE = b"/A<</O/Table/Scope/Row>>"
_LABEL, _EDGE = 0.3, 6.0
_IN_ONE_ROW, _GUTTER = 3, 16.0
_NARROW = 330.0
_UNCUT = 8


def facts(block: Facts, setting: Setting) -> list[Piece]:
    """Facts as a table of two columns; of compact ones the short stand in columns, above those that need a line."""
    if not block.facts:
        return []
    whole = setting.tree.add("Table")
    body = setting.tree.add("TBody", whole)
    pieces: list[Piece] = []
    for beside, group in groupby(short_first(block), lambda fact: block.compact and _is_short(fact, setting)):
        found = list(group)
        pieces += _rows(found, body, setting) if beside else _lines(block, found, body, setting)
    pieces[0] = _under_rule(pieces[0])
    if len(pieces) <= _UNCUT:
        pieces = together(pieces)
    return [*after(8.0 if block.compact else 12.0, pieces), room(3.0 if block.compact else 6.0)]


def _rows(short: Sequence[Fact], body: Element, setting: Setting) -> list[Piece]:
    across = _across(setting)
    return [_side_by_side(short[at : at + across], body, setting) for at in range(0, len(short), across)]


def _lines(block: Facts, long: Iterable[Fact], body: Element, setting: Setting) -> list[Piece]:
    type_ = look.BODY if block.compact else look.VALUE
    return [piece for fact in long for piece in _line(fact, body, setting, type_)]


def hairline(canvas: TaggedCanvas, area: Area, bottom: float) -> None:
    """The line that ends a row."""
    with canvas.unmarked():
        canvas.rule((area.left, bottom), (area.left + area.width, bottom), look.LINE, 0.5)


def _across(setting: Setting) -> int:
    return _IN_ONE_ROW if setting.width > _NARROW else _IN_ONE_ROW - 1


def _column(setting: Setting) -> float:
    across = _across(setting)
    return (setting.width - 2 * _EDGE - _GUTTER * (across - 1)) / across


def _is_short(fact: Fact, setting: Setting) -> bool:
    column = _column(setting)
    texts = ((fact.label, look.FACT_LABEL), (fact.value, look.VALUE))
    return is_short(fact) and all(setting.type.line(text, type_).width <= column for text, type_ in texts)


def _side_by_side(found: Sequence[Fact], body: Element, setting: Setting) -> Piece:
    """Up to three facts beside each other, each with its label above it."""
    column = _column(setting)
    made = []
    for fact in found:
        line = setting.tree.add("TR", body)
        named, told = setting.tree.add("TH", line, _SCOPE), setting.tree.add("TD", line)
        label = setting.type.lines(fact.label, look.FACT_LABEL, column + 1)
        made.append((named, label, told, setting.type.lines(fact.value, look.VALUE, column + 1)))
    height = max(height_of(label) + height_of(value) for _named, label, _told, value in made) + 2 * PADDING

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        hairline(canvas, area, top - height)
        for at, (named, label, told, value) in enumerate(made):
            inside = area.inner(_EDGE + at * (column + _GUTTER), column)
            with canvas.marked(named):
                used = put_all(canvas, label, inside, top - PADDING)
            with canvas.marked(told):
                put_all(canvas, value, inside, top - PADDING - used)

    return Piece(height, paint)


def _line(fact: Fact, body: Element, setting: Setting, type_: Type) -> list[Piece]:
    label = Place(_EDGE, setting.width * _LABEL - BETWEEN - _EDGE)
    value = Place(setting.width * _LABEL, setting.width * (1 - _LABEL) - _EDGE)
    line = setting.tree.add("TR", body)
    cells: list[Cell] = [
        cell(setting, fact.label, look.LABEL, label, setting.tree.add("TH", line, _SCOPE)),
        cell(setting, fact.value, type_, value, setting.tree.add("TD", line)),
    ]
    return row(cells, setting.page_height, ground=hairline)


def _under_rule(piece: Piece) -> Piece:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        hairline(canvas, area, top)
        piece.paint(canvas, area, top)

    return replace(piece, paint=paint)
