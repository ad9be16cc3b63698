"""Two choices side by side, at both ends of a line; one under the other where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.look import theme


class Choosers(QWidget):
    """`first` on the leading side, `second` on the trailing one."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(first)
        self._row.addStretch(1)
        self._row.addWidget(second, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two, of which the first may go on in a second line."""
        least = super().minimumSizeHint()
        return QSize(max(self._first.minimumSizeHint().width(), self._second.sizeHint().width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two."""
        super().resizeEvent(event)
        needed = self._first.sizeHint().width() + self._second.sizeHint().width() + theme.px(16)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if self.width() < needed else beside)
