"""What staff read before the kiosk begins: what it does, and honestly what it cannot do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import GHOST, PRIMARY, Button, in_row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import IconLabel, Label


class Ready(QWidget):
    """In the language of the window; nothing has changed yet."""

    started = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.start = Button(_("Start the kiosk now"), PRIMARY).make_large()
        self.back = Button(_("Not now"), GHOST).make_large()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(theme.px(14))
        column.addWidget(PageHeader(_("Let people answer on this screen"), "", role="h1"))
        for icon, sentence in _points():
            column.addLayout(_line(icon, sentence))
        column.addWidget(
            Banner(
                "warn",
                _(
                    "The keys with which your system switches between programs keep working, because no program can "
                    "block them. Close other programs first, and stay within sight of the screen."
                ),
                title=_("What the kiosk cannot do"),
                closable=False,
            )
        )
        buttons = in_row(self.start, self.back)
        column.addLayout(buttons)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(Narrow(inside, 680, centred=True)))
        self.setFocusProxy(self.start)
        self.start.clicked.connect(self.started)
        self.back.clicked.connect(self.given_up)


def _points() -> tuple[tuple[str, str], ...]:
    return (
        ("layout-grid", _("The questions fill the whole screen. Of your organisation only its public name is shown.")),
        ("message-2-heart", _("Each finished answer becomes a message under Feedback, with the month only.")),
        ("clock", _("After 60 seconds without a touch the screen starts again and forgets what was not finished.")),
        ("lifebuoy", _("Whoever needs help now is asked to speak to a member of staff. Somebody has to be there.")),
        ("heart-handshake", _("They also see the emergency numbers and services that stand under Contacts.")),
        ("lock", _("Only the passphrase of this workspace leads back to your pages.")),
    )


def _line(icon: str, sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    row.addWidget(IconLabel(icon, "accent-text", 22))
    row.addWidget(Label(sentence, "lead", wraps=True), 1)
    return row
