"""How a row of a list is painted: title and chip, a line of facts, a line of tags; 76 px at 100 %."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import theme
from app.ui.widgets.chip import chip_size, draw_chip
from app.ui.widgets.direction import leading, mirror, write
from app.ui.widgets.lists.paged_model import ROW, Row

_PAD = 12
_MOST_OF_A_CHIP = 0.5
"""How much of a row a chip may take beside the title."""


class RowDelegate(QStyledItemDelegate):
    """Paints a `Row`, selected rows on the soft accent, with a focus ring while the list has the focus."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room it would like."""
        return QSize(theme.px(200), max(theme.px(76), _title_line() + 2 * _small_line() + theme.px(20)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one item."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        draw_ground(painter, option.rect, selected=selected, focused=focused)
        _draw_row(painter, option.rect.adjusted(theme.px(_PAD), theme.px(8), -theme.px(_PAD), -theme.px(8)), row)
        painter.restore()


def draw_ground(painter: QPainter, rect: QRect, *, selected: bool, focused: bool) -> None:
    """The ground of a list item: soft accent when selected, ring when focused, edge in high contrast."""
    box = QRectF(rect).adjusted(1, 2, -1, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected:
        painter.setBrush(theme.colour("accent-soft"))
        painter.setPen(QPen(theme.colour("accent"), 2) if theme.is_contrast() else Qt.PenStyle.NoPen)
    if focused:
        painter.setPen(QPen(theme.colour("focus"), 2))
    if selected or focused:
        painter.drawRoundedRect(box, 8, 8)


def _draw_row(painter: QPainter, box: QRect, row: Row) -> None:
    around = QRect(box)
    words = _draw_initials(painter, box, row)
    room = words.width()
    below = bool(row.status) and _is_below(row, words)
    if row.status and not below:
        size = chip_size(row.status)
        chip = QRect(words.right() - size.width() + 1, words.top(), size.width(), size.height())
        draw_chip(painter, mirror(chip, around).toRect(), row.status, row.tone)
        room -= size.width() + theme.px(8)
    title = QRect(words.left(), words.top(), room, _title_line())
    if row.is_new:
        title.setLeft(title.left() + _draw_dot(painter, title, around))
    _draw_line(painter, mirror(title, around), row.title, ("body", 600, "text"))
    facts = QRect(words.left(), title.bottom() + 3, words.width(), _small_line())
    _draw_line(painter, mirror(facts, around), row.facts, ("caption", 400, "muted"))
    if below:
        size = chip_size(row.status)
        chip = QRect(words.left(), facts.bottom() + 4, size.width(), size.height())
        draw_chip(painter, mirror(chip, around).toRect(), row.status, row.tone)
        return
    tags = QRect(words.left(), facts.bottom() + 2, words.width(), _small_line())
    _draw_line(painter, mirror(tags, around), row.tags, ("caption", 400, "accent-text"))


def _is_below(row: Row, words: QRect) -> bool:
    """Whether the chip stands under the facts: in a list of names, and where it would leave no room for the title."""
    return bool(row.initials) or (not row.tags and chip_size(row.status).width() > words.width() * _MOST_OF_A_CHIP)


def _draw_line(painter: QPainter, box: QRectF, text: str, look: tuple[str, int, str]) -> None:
    """One line of text, cut at its end, on the leading side whatever its script."""
    role, weight, ink = look
    painter.setFont(theme.font(role, weight))
    painter.setPen(theme.colour(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    write(painter, box, leading() | Qt.TextFlag.TextSingleLine, shown)


def _draw_initials(painter: QPainter, box: QRect, row: Row) -> QRect:
    """The square with initials; returns the room left for the words, laid out from the left."""
    if not row.initials:
        return QRect(box)
    side = theme.px(36)
    square = mirror(QRect(box.left(), box.top(), side, side), box)
    painter.setBrush(theme.colour("sunken"))
    painter.setPen(QPen(theme.colour("line"), 1) if theme.is_contrast() else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(square, 8, 8)
    painter.setPen(theme.colour("muted"))
    painter.setFont(theme.font("small", 600))
    write(painter, square, Qt.AlignmentFlag.AlignCenter, row.initials)
    return box.adjusted(side + theme.px(10), 0, 0, 0)


def _draw_dot(painter: QPainter, title: QRect, around: QRect) -> int:
    size = theme.px(8)
    dot = mirror(QRect(title.left(), title.center().y() - size // 2 + 1, size, size), around)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(dot)
    return size + theme.px(6)


def _title_line() -> int:
    return QFontMetrics(theme.font("body", 600)).height()


def _small_line() -> int:
    return QFontMetrics(theme.font("caption")).height()
