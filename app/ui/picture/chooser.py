"""One of a list that may be long, in a small box; the wheel never changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.ui.words.choice import Choice


class Chooser(QComboBox):
    """Says what a person chose; choosing by program says nothing. `name` is what assistive tools read."""

    chosen = Signal(str)
    """The code chosen."""

    def __init__(self, name: str, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.offer(choices)
        self.activated.connect(lambda _place: self.chosen.emit(self.value()))

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these, keeping the one chosen; the first if it is gone."""
        kept = self.value()
        self.clear()
        for one in choices:
            self.addItem(one.label, one.code)
        self.set_value(kept)

    def value(self) -> str:
        """The code chosen; empty if there is none."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose this one; the first if it is not offered."""
        self.setCurrentIndex(max(self.findData(code), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()
