"""The digits of a key, large enough to be read out over the telephone: six groups of five, in one order everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.text import Label

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class KeyDigits(Label):
    """Shows digits from left to right also in a mirrored window: both ends of the line must read the same."""

    def __init__(self, digits: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", wraps=True)
        self.setParent(parent)
        self.setFont(theme.font("h2", 600))
        self.setStyleSheet(f"font-size: {theme.px(20)}px; font-weight: 600;")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_digits(digits)

    def set_digits(self, digits: str) -> None:
        """Show these; each group is told digit by digit to those who listen."""
        groups = digits.split()
        self.setText(f"{_LEFT_TO_RIGHT}{'   '.join(groups)}{_END}")
        self.setAccessibleName(_("Digits of the key: {digits}").format(digits=", ".join(" ".join(g) for g in groups)))
