"""Digits on two screens, compared by people: large, and answered with "they match" or "they differ"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, SECONDARY, Button, in_row
from app.ui.widgets.text import Label


class ComparedDigits(QWidget):
    """Nothing goes on before somebody said that they match."""

    matched = Signal()
    differed = Signal()

    def __init__(self, question: str) -> None:
        super().__init__()
        self.digits = KeyDigits()
        self.match = Button(_("They match"), SECONDARY, "check")
        self.differ = Button(_("They differ"), DANGER)
        self._shown = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(question, wraps=True))
        column.addWidget(self.digits)
        column.addLayout(in_row(self.match, self.differ))
        self.match.clicked.connect(self.matched)
        self.differ.clicked.connect(self.differed)

    def ask(self, digits: str) -> None:
        """Show these digits."""
        self._shown = digits
        self.digits.set_digits(digits)

    def value(self) -> str:
        """The digits that were compared."""
        return self._shown


def stopped() -> str:
    """What to do where the digits differ."""
    return _(
        "Then this is not the file from that laptop, or somebody changed it on its way. Nothing was done. Bring the"
        " file anew, on a stick that nobody else had, and compare again."
    )
