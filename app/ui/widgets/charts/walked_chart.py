"""A chart whose rows are walked with the arrow keys; a ring stands around the one that is current."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.charts import Bars, Stacked, Timeline
from app.i18n import _, isolate
from app.ui.look import theme, tokens
from app.ui.widgets.charts.chart import Chart

NOWHERE = -1
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WalkedChart(Chart):
    """Up and Down go from row to row, Enter and a double click open one."""

    _BESIDE = 8
    opened = Signal(int)
    """The row that was opened, of those that have a label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str], ...] = ()
        self._here = NOWHERE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_chart(self, block: Bars | Stacked | Timeline) -> None:
        """Show this, at its first row."""
        each = block.moments if isinstance(block, Timeline) else block.bars
        self._rows = tuple((one.label, one.text) for one in each)
        self._here = 0 if self._rows else NOWHERE
        super().set_chart(block)

    def current(self) -> int:
        """The row with the ring."""
        return self._here

    def sentence(self, row: int) -> str:
        """What a row says."""
        if not 0 <= row < len(self._rows):
            return ""
        label, text = self._rows[row]
        return _("{place}: {known}").format(place=isolate(label), known=text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        key, last = Qt.Key(event.key()), len(self._rows) - 1
        if key in _STEPS and 0 <= self._here + _STEPS[key] <= last:
            self._go(self._here + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows:
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._rows:
            self.opened.emit(self._here)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a row goes there."""
        self._go(self._under(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two of them open it."""
        if (row := self._under(event.position())) != NOWHERE:
            self.opened.emit(row)

    def focusInEvent(self, event: QEvent) -> None:
        """Whoever comes here hears where they are."""
        self._go(self._here)
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """The ring is there for the keys alone."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, and the ring where the keys are here."""
        super().paintEvent(event)
        if not self.hasFocus() or self._here == NOWHERE:
            return
        painter, wide = QPainter(self), theme.px(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), wide))
        box = self._box(self._here).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, tokens.RADIUS_CELL, tokens.RADIUS_CELL)
        painter.end()

    def _go(self, row: int) -> None:
        if row == NOWHERE:
            return
        self._here = row
        self.setAccessibleDescription(self.sentence(row))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence(row)))
        self.update()

    def _box(self, row: int) -> QRectF:
        """Rows are the last bands: what stands above them is the key or the scale."""
        first = len(self._bands) - len(self._rows)
        top = sum(band.height for band in self._bands[: first + row])
        return QRectF(0, top, self.width(), self._bands[first + row].height)

    def _under(self, point: QPointF) -> int:
        return next((row for row in range(len(self._rows)) if self._box(row).contains(point)), NOWHERE)
