"""A line that filters or searches: magnifier, clear button, Esc empties it, and a short wait while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import _
from app.ui.look import icons
from app.ui.widgets.fields.line_field import LineEdit

_WAIT_MS = 80


class SearchField(LineEdit):
    """`searched` carries the text 80 ms after the last key; `name` is the placeholder and the accessible name."""

    searched = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(name)
        mark = QAction(icons.icon("search", "muted", 16), "", self)
        self.addAction(mark, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icons.icon("circle-x", "muted", 16), _("Clear"), self)
        self._clear.triggered.connect(self.clear)
        self._timer = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(self._wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _wait(self, text: str) -> None:
        if bool(text) != (self._clear in self.actions()):
            self._offer_to_clear() if text else self.removeAction(self._clear)
        self._timer.start()

    def _offer_to_clear(self) -> None:
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
