"""Marks: a list whose items have badges, as objectives have on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reports.document import Mark, Marks
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, height_of, put, put_all, spoken, text_pieces, together
from app.reports.pdf.lines import Line
from app.reports.pdf.objects import number
from app.reports.pdf.tagged import Element
from app.reports.pdf.ticks import ticks

_BADGE, _BETWEEN, _GAP, _ROW, _ROUND = 17.0, 8.0, 18.0, 5.0, 3.5
_TOGETHER = 6
"""So few rows stay on one page."""
_KAPPA = 0.5523
"""How far the handles of a quarter of a circle stand from its ends."""


@dataclass(frozen=True)
class _Item:
    """One mark, its lines broken and its elements made."""

    badge: Line
    name: tuple[Line, ...]
    text: tuple[Line, ...]
    label: Element
    named: Element
    told: Element
    wide: float
    start: float
    """Where its words begin."""

    @property
    def height(self) -> float:
        return height_of(self.name) + height_of(self.text)


def marks(block: Marks, setting: Setting) -> list[Piece]:
    """Rows of marks; a name and its text stand beside the badge and are never parted from it."""
    if not block.marks:
        return []
    if block.boxes:
        return ticks(block.marks, setting)
    size = setting.type.scaled(_BADGE)
    count = max(1, block.columns)
    gap = setting.type.scaled(_GAP)
    width = (setting.width - gap * (count - 1)) / count
    whole = setting.tree.add("L", attributes=b"/A<</O/List/ListNumbering/Decimal>>")
    items = [_item(mark, width, setting, whole) for mark in block.marks]
    rows = [items[start : start + count] for start in range(0, len(items), count)]
    pieces = [piece for row in rows for piece in _row(row, width + gap, size, setting)]
    pieces = together(pieces) if len(rows) <= _TOGETHER else pieces
    return [replace(pieces[0], gap=setting.type.scaled(8.0)), *pieces[1:]] if pieces else []


def _item(mark: Mark, width: float, setting: Setting, whole: Element) -> _Item:
    entry = setting.tree.add("LI", whole)
    label, body = setting.tree.add("Lbl", entry), setting.tree.add("LBody", entry)
    badge = setting.type.line(mark.badge, look.BADGE)
    wide = max(setting.type.scaled(_BADGE), badge.width + setting.type.scaled(9.0))
    start = wide + setting.type.scaled(_BETWEEN)
    room = width - start
    name = setting.type.lines(mark.name, look.MARK_NAME, room) if mark.name else ()
    type_ = look.MARK_TEXT if mark.name else look.BODY
    text = setting.type.lines(mark.text, type_, room, language=mark.language) if mark.text else ()
    named = told = body
    if mark.language:  # an element holds words or other elements, so that none is heard before its place
        named = setting.tree.add("P", body) if name else body
        told = setting.tree.add("P", body, spoken(mark.language, setting)) if text else body
    return _Item(badge, name, text, label, named, told, wide, start)


def _row(items: Sequence[_Item], step: float, size: float, setting: Setting) -> list[Piece]:
    """One row; a single mark longer than a page is told as lines that may be parted."""
    height = max(size, *(item.height for item in items)) + setting.type.scaled(_ROW)
    if height > setting.page_height and len(items) == 1:
        return _parted(items[0], setting)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        for index, item in enumerate(items):
            _paint(canvas, item, area.inner(index * step, area.width - index * step), (top, size))

    return [Piece(height, paint)]


def _parted(item: _Item, setting: Setting) -> list[Piece]:
    told = (((item.badge,), item.label), (item.name, item.named), (item.text, item.told))
    room = setting.width - item.start
    return [piece for lines, one in told for piece in text_pieces(lines, one, start=item.start, width=room)]


def _paint(canvas: TaggedCanvas, item: _Item, area: Area, place: tuple[float, float]) -> None:
    top, size = place
    left = area.at(0.0, item.wide)
    with canvas.unmarked():
        canvas.path(_rounded(left, top - size, item.wide, size), look.ACCENT, 0.1)
    with canvas.marked(item.label):
        inside = area.inner(0.0, item.wide)
        put(canvas, item.badge, inside, top - (size - item.badge.height) / 2, align="centre")
    beside = area.inner(item.start, area.width - item.start)
    first = item.name or item.text
    lift = max((size - first[0].height) / 2, 0.0) if first else 0.0
    used = height_of(item.name)
    if item.name or item.told is item.named:
        with canvas.marked(item.named):
            put_all(canvas, item.name, beside, top - lift)
            if item.told is item.named:
                put_all(canvas, item.text, beside, top - lift - used)
    if item.told is not item.named:
        foreign = any(line.right_to_left != area.right_to_left for line in item.text)
        with canvas.marked(item.told):
            put_all(canvas, item.text, beside, top - lift - used, align="end" if foreign else "start")


def _rounded(left: float, bottom: float, width: float, height: float) -> str:
    """The path of a box with round corners, filled."""
    right, top, turn = left + width, bottom + height, _ROUND * (1 - _KAPPA)
    corners = (
        f"{_at(left + _ROUND, bottom)} m {_at(right - _ROUND, bottom)} l",
        f"{_at(right - turn, bottom)} {_at(right, bottom + turn)} {_at(right, bottom + _ROUND)} c",
        f"{_at(right, top - _ROUND)} l",
        f"{_at(right, top - turn)} {_at(right - turn, top)} {_at(right - _ROUND, top)} c",
        f"{_at(left + _ROUND, top)} l",
        f"{_at(left + turn, top)} {_at(left, top - turn)} {_at(left, top - _ROUND)} c",
        f"{_at(left, bottom + _ROUND)} l",
        f"{_at(left, bottom + turn)} {_at(left + turn, bottom)} {_at(left + _ROUND, bottom)} c f",
    )
    return " ".join(corners)


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
