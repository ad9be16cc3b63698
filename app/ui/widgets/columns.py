"""A main column and side cards; in a narrow window the side cards move under the main one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.look import theme

NARROW = 800
"""Width in px at 100 % under which there is one column (a window of about 1100 with a sidebar of words)."""


class Columns(QWidget):
    """`main` takes two thirds, or `share` of five, `side` the rest; under 800 px `side` stands below."""

    def __init__(self, main: QWidget, side: QWidget, parent: QWidget | None = None, *, share: float = 10 / 3) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(main, round(share * 3))
        self._row.addWidget(side, round((5 - share) * 3))

    def is_narrow(self) -> bool:
        """Whether there is one column."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two: side by side is never demanded."""
        parts = [self._row.itemAt(place).minimumSize() for place in range(2)]
        least = self._row.minimumSize().height()
        return QSize(max(part.width() for part in parts), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        if narrow != self.is_narrow():
            below = QBoxLayout.Direction.TopToBottom
            self._row.setDirection(below if narrow else QBoxLayout.Direction.LeftToRight)
            self.updateGeometry()
