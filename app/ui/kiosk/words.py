"""Words in the middle of the screen, in the language of the kiosk and not of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.widgets.text import Label


class Words(Label):
    """A label that wraps, set in the middle: so it needs to know nothing of the window's direction."""

    def __init__(self, text: str, role: str = "lead") -> None:
        super().__init__(text, role, wraps=True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
