"""A list and its form side by side; below 900 px they become two pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.text import Line

NARROW = 680
"""The width of the two panes, in px at 100 %, under which only one is shown (a window of about 900)."""


class Panes(QWidget):
    """`listing` keeps its width on the leading side, `detail` takes the rest. Each brings its own margins.

    While narrow, `show_detail` turns to the form and `show_list` back; a page offers a Back button then.
    """

    narrowed = Signal(bool)
    """Whether only one pane is shown from now on."""

    def __init__(self, listing: QWidget, detail: QWidget, *, width: int = 392, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing, self._detail, self._line = listing, detail, Line(upright=True)
        self._width, self._narrow, self._in_detail = theme.px(width), False, False
        detail.setProperty("role", "detail")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(listing)
        layout.addWidget(self._line)
        layout.addWidget(detail, 1)
        self._arrange()

    def is_narrow(self) -> bool:
        """Whether only one pane is shown."""
        return self._narrow

    def show_detail(self) -> None:
        """Turn to the form, where only one pane is shown."""
        self._in_detail = True
        self._arrange()

    def show_list(self) -> None:
        """Turn back to the list, where only one pane is shown."""
        self._in_detail = False
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Little: it is the panes that give way, never the window."""
        return QSize(theme.px(280), theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()
            self.narrowed.emit(narrow)

    def _arrange(self) -> None:
        if self._narrow:
            self._listing.setMinimumWidth(0)
            self._listing.setMaximumWidth(16_777_215)
        else:
            self._listing.setFixedWidth(self._width)
        self._listing.setVisible(not self._narrow or not self._in_detail)
        self._line.setVisible(not self._narrow)
        self._detail.setVisible(not self._narrow or self._in_detail)
