"""One of the four counts: what is counted, the number large, and how it compares below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.text import IconLabel, Label

_FOUR_FROM = 720
"""Width in px at 100 % from which the four stand in one row; two and two below that."""


@dataclass(frozen=True)
class Told:
    """What a count card says; `value` is "–" where nobody counted, which is not zero."""

    value: str
    note: str = ""
    tone: str = ""
    """good, warn or empty."""


class CountCard(QFrame):
    """One count in a card; to assistive tools one sentence."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name = name
        self.value, self.note = Label("", "h1"), Label("", "caption", wraps=True)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel(icon, "accent", 20))
        head.addWidget(Label(name, "small", wraps=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(self.value)
        column.addWidget(self.note)
        column.addStretch(1)

    def tell(self, told: Told) -> None:
        """Show another count."""
        self.value.setText(told.value)
        self.note.setText(told.note)
        self.note.set_tone(told.tone)
        whole = _("{name}: {value}. {note}").format(name=self._name, value=told.value, note=told.note)
        self.setAccessibleName(whole)


class CountRow(QWidget):
    """The count cards in one row, or two and two where there is little room."""

    def __init__(self, cards: Sequence[CountCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))
        self._arrange(len(self._cards))

    def minimumSizeHint(self) -> QSize:
        """As wide as two cards: the others move below."""
        least = self._grid.minimumSize()
        return QSize(min(least.width(), theme.px(260)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self._arrange(len(self._cards) if self.width() >= theme.px(_FOUR_FROM) else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()
