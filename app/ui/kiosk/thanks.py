"""The last screen: what became of the answers, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Translation, isolate
from app.ui.kiosk.big_button import BigButton
from app.ui.kiosk.words import Words
from app.ui.look import theme
from app.ui.widgets.buttons import PRIMARY
from app.ui.widgets.text import IconLabel

KEPT, NOTHING, FAILED = "kept", "nothing", "failed"


class Thanks(QWidget):
    """`outcome` is kept, nothing (every question was skipped) or failed."""

    done = Signal()

    def __init__(self, outcome: str, say: Translation, organisation: str) -> None:
        super().__init__()
        told = {
            KEPT: say.gettext("Your answers were kept. People at {organisation} will read them."),
            NOTHING: say.gettext("You skipped every question, so nothing was kept."),
            FAILED: say.gettext("Your answers could not be kept. Please tell a member of staff."),
        }
        middle = Qt.AlignmentFlag.AlignHCenter
        self.back = BigButton(say.gettext("Back to the start"), PRIMARY)
        head = say.gettext("Something went wrong") if outcome == FAILED else say.gettext("Thank you")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addStretch(1)
        icon = "alert-triangle" if outcome == FAILED else "heart-handshake"
        column.addWidget(IconLabel(icon, "accent-text", 64), 0, middle)
        column.addWidget(Words(head, "kiosk"))
        column.addWidget(Words(told[outcome].format(organisation=isolate(organisation))))
        column.addSpacing(theme.px(12))
        column.addWidget(self.back, 0, middle)
        column.addStretch(1)
        self.back.clicked.connect(self.done)
        self.setFocusProxy(self.back)
