"""The way to the kiosk, under the list of messages: one sentence of what happens, and a button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.text import Label, Line


class KioskBar(QWidget):
    """Asks for the kiosk; what it does and cannot do is read before it begins."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.start = Button(_("Start the kiosk"), SECONDARY, "users")
        self.words = Label(
            _("People answer a few questions on this screen themselves, in their language."), "caption", wraps=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addWidget(Line())
        column.addWidget(self.words)
        column.addWidget(self.start)
        self.start.setToolTip(self.words.text())
        self.start.setAccessibleDescription(self.words.text())
        self.start.clicked.connect(self.asked)
