"""The period of a picture: chosen from those there are, never typed; the wheel never changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.domain.terms import Period
from app.i18n import _
from app.ui.words import wording


class PeriodChooser(QComboBox):
    """Says what a person chose; choosing by program says nothing."""

    chosen = Signal(str)
    """The period as ISO text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Period"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _place: self.chosen.emit(self.value()))

    def offer(self, periods: Sequence[Period]) -> None:
        """Offer these, keeping the one chosen; the first if it is gone."""
        kept = self.value()
        self.clear()
        for one in periods:
            self.addItem(wording.period(one), one.iso)
        self.set_value(kept)

    def value(self) -> str:
        """The period chosen; empty if there is none."""
        return str(self.currentData() or "")

    def set_value(self, iso: str) -> None:
        """Choose this one; the first if it is not offered."""
        self.setCurrentIndex(max(self.findData(iso), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()
