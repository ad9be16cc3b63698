"""One of a list of codes, shown by their labels from the pack; the wheel never changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(11)
        self.setItemDelegate(QStyledItemDelegate(self))  # only this one follows the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and never changes the value."""
        event.ignore()


class CodeField(Field):
    """A labelled choice of one code. Without `nothing` (the words for no choice) the first code is chosen.

    A code that the list does not know is kept and shown as it is: it came with a newer pack.
    """

    def __init__(
        self, label: str, choices: Sequence[Choice], help: str = "", *, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        self._combo = _Combo()
        self._nothing = nothing
        super().__init__(label, self._combo, help, parent)
        self.set_choices(choices)
        self._combo.activated.connect(self._tell)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, keeping the code chosen."""
        kept = self.value()
        self._combo.clear()
        if self._nothing:
            self._combo.addItem(self._nothing, "")
        for choice in choices:
            self._combo.addItem(choice.label, choice.code)
        if kept:
            self.set_value(kept)

    def value(self) -> str:
        """The code chosen; empty for no choice."""
        return str(self._combo.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose this code; one that is not in the list is added and kept."""
        place = self._combo.findData(code)
        if place < 0 and code:
            self._combo.addItem(code, code)
            place = self._combo.count() - 1
        self._combo.setCurrentIndex(max(place, 0))

    def _tell(self) -> None:
        self.set_problem("")
        self.edited.emit()
        self.left.emit()
