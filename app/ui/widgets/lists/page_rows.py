"""Painting the list of pages: icon, title and badge of a page, and the heading of a group that can fold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import format_number
from app.ui.look import icons, theme
from app.ui.widgets.direction import leading, mirror, write

ITEM = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
LEAST, MOST = 32, 40
"""Px at 100 % of a row where room is scarce, and where there is enough."""


@dataclass(frozen=True)
class PageItem:
    """One line: a page by name, or the heading of `group` where the name is empty. `title` is in the active language.

    A page with a group stands below the heading of that group.
    """

    name: str
    title: str
    icon: str = ""
    key: str = ""
    """The shortcut told in the tooltip."""
    group: str = ""


class Rowed(Protocol):
    """What the painting asks of the list."""

    narrow: bool
    row_height: int

    def is_folded(self, group: str) -> bool:
        """Whether the pages of a group are out of sight."""


def least_height() -> int:
    """What a row must have: what a finger or an unsteady hand can hit, and a whole line of text."""
    return max(theme.px(LEAST), QFontMetrics(theme.font("body")).height() + theme.px(8))


class PageDelegate(QStyledItemDelegate):
    """Paints the rows of a list of pages from the tokens in force."""

    def __init__(self, pages: QWidget, rowed: Rowed) -> None:
        super().__init__(pages)
        self._pages = rowed

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room it would like."""
        heading = not index.data(ITEM).name
        return QSize(theme.px(40), least_height() if heading else self._pages.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one item."""
        page, count, narrow = index.data(ITEM), int(index.data(COUNT)), self._pages.narrow
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(6 if narrow else 11)
        box = QRectF(option.rect).adjusted(side, 2, -side, -2)
        _draw_ground(painter, option, box)
        if page.name:
            _draw_page(painter, box, page, (_is_selected(option), count, narrow))
        else:
            self._draw_heading(painter, box, page, (_is_selected(option), count, narrow))
        painter.restore()

    def _draw_heading(self, painter: QPainter, box: QRectF, page: PageItem, how: tuple[bool, int, bool]) -> None:
        selected, count, narrow = how
        fold = _draw_fold(painter, box, folded=self._pages.is_folded(page.group), narrow=narrow)
        if narrow:
            _draw_icon(painter, box, (page.icon, "accent-text" if selected else "muted", 16), start=None)
            _draw_badge(painter, box, count, (selected, narrow))
            return
        badge = _draw_badge(painter, box.adjusted(0, 0, -fold, 0), count, (selected, False)) if count else 0
        painter.setPen(theme.colour("accent-text" if selected else "muted"))
        painter.setFont(theme.font("caption", 600 if selected else 500))
        start = theme.px(11)
        room = QRectF(box.left() + start, box.top(), box.width() - start - fold - badge, box.height())
        write(painter, mirror(room, box), leading(), page.title)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if _is_selected(option):
        painter.setBrush(theme.colour("accent-soft"))
        painter.setPen(QPen(theme.colour("accent"), 2) if theme.is_contrast() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 8, 8)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)


def _draw_page(painter: QPainter, box: QRectF, page: PageItem, how: tuple[bool, int, bool]) -> None:
    selected, count, narrow = how
    ink = "accent-text" if selected else "text"
    _draw_icon(painter, box, (page.icon, ink if selected else "muted", 20), start=None if narrow else theme.px(11))
    badge = _draw_badge(painter, box, count, (selected, narrow)) if count else 0
    if narrow:
        return
    room = QRectF(box.left() + theme.px(43), box.top(), box.width() - theme.px(51) - badge, box.height())
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("body", 600 if selected else 400))
    title = painter.fontMetrics().elidedText(page.title, Qt.TextElideMode.ElideRight, int(room.width()))
    write(painter, mirror(room, box), leading(), title)


def _draw_fold(painter: QPainter, box: QRectF, *, folded: bool, narrow: bool) -> int:
    """The mark at the trailing end that says whether a group is folded; returns the width it took."""
    size, edge = (12, 0) if narrow else (16, 10)
    name = "chevron-right" if folded else "chevron-down"
    _draw_icon(painter, box, (name, "muted", size), start=box.width() - theme.px(size + edge))
    return theme.px(size + edge + 4)


def _draw_icon(painter: QPainter, box: QRectF, mark: tuple[str, str, int], *, start: float | None) -> None:
    """An icon by name, token and size, so far from the leading end; in the middle without a number."""
    name, ink, px = mark
    size = theme.px(px)
    along = (box.width() - size) / 2 if start is None else start
    place = mirror(QRectF(box.left() + along, box.center().y() - size / 2, size, size), box)
    painter.drawPixmap(place.topLeft(), icons.pixmap(name, ink, px))


def _draw_badge(painter: QPainter, box: QRectF, count: int, how: tuple[bool, bool]) -> int:
    """The number in a pill at the trailing end, none for 0; returns the width it took."""
    if not count:
        return 0
    selected, narrow = how
    painter.setFont(theme.font("caption", 600))
    words = format_number(count) if count < 1000 else "999+"
    tall = theme.px(16 if narrow else 20)
    wide = max(tall, painter.fontMetrics().horizontalAdvance(words) + theme.px(10))
    top = box.top() if narrow else box.center().y() - tall / 2
    pill = mirror(QRectF(box.right() - wide - (0 if narrow else theme.px(9)), top, wide, tall), box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent" if selected else "badge"))
    painter.drawRoundedRect(pill, tall / 2, tall / 2)
    painter.setPen(theme.colour("on-accent" if selected else "on-badge"))
    write(painter, pill, Qt.AlignmentFlag.AlignCenter, words)
    return int(wide) + theme.px(12)
