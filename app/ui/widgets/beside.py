"""Segments and a count above a list: side by side, or under each other where words are long."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.look import theme


class Beside(QWidget):
    """The segments and how many rows there are: side by side, or one under the other where words are long."""

    def __init__(self, segments: QWidget, count: QWidget) -> None:
        super().__init__()
        self._parts = (segments, count)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))
        self._row.addWidget(segments)
        self._row.addWidget(count, 1)

    def minimumSizeHint(self) -> QSize:
        """No more than the segments: the count gives way."""
        return QSize(self._parts[0].minimumSizeHint().width(), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two."""
        super().resizeEvent(event)
        tight = self.width() < sum(part.sizeHint().width() for part in self._parts) + theme.px(12)
        below = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if tight else QBoxLayout.Direction.LeftToRight)
