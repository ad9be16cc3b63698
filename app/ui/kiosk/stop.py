"""Where the questions stop: whom to speak to and to call now. Nothing can be typed, nothing is kept unless touched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import ReferralContact
from app.i18n import Translation
from app.services.feedback.kiosk import DANGER, HARM
from app.ui.kiosk.big_button import BigButton
from app.ui.kiosk.words import Words
from app.ui.look import theme
from app.ui.widgets.buttons import PRIMARY
from app.ui.widgets.contact_cards import ContactCards
from app.ui.widgets.text import IconLabel

_ACROSS, _WIDEST = 3, 380
"""How many contacts stand side by side, and the px at 100 % that one may take."""


class Stop(QWidget):
    """`needed` tells the kind of a note to keep, once at most; `done` that the person goes back to the start."""

    needed = Signal(str)
    done = Signal()

    def __init__(self, say: Translation, contacts: Sequence[ReferralContact]) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.contacts = ContactCards(say, across=_ACROSS)
        self.contacts.show_contacts(contacts)
        self.contacts.setMaximumWidth(theme.px(_WIDEST) * min(_ACROSS, len(contacts) or 1))
        self._asked = Words(
            say.gettext("You may touch what fits, or nothing. We keep only which of the two it was, and the month.")
        )
        self._noted = Words(say.gettext("It was noted that somebody needs help. Nothing else was kept."))
        self._noted.hide()
        self.danger = BigButton(say.gettext("I am in danger"))
        self.harm = BigButton(say.gettext("Something bad happened"))
        self.back = BigButton(say.gettext("Back to the start"), PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        if not contacts:
            column.addStretch(1)
            column.addWidget(IconLabel("lifebuoy", "accent-text", 56), 0, middle)
        heading = Words(say.gettext("Please speak to a member of staff now"), "kiosk")
        column.addWidget(heading)
        column.addWidget(
            Words(say.gettext("You need not explain anything here. What you answered on this screen is gone."))
        )
        if contacts:
            column.addWidget(Words(say.gettext("You can also call here. It is not written down.")))
            column.addWidget(_in_the_middle(self.contacts))
        column.addSpacing(12)
        for thing in (self._asked, self._noted):
            column.addWidget(thing)
        kinds = QHBoxLayout()
        kinds.setSpacing(theme.px(12))
        kinds.addStretch(1)
        for button in (self.danger, self.harm):
            kinds.addWidget(button)
        kinds.addStretch(1)
        column.addLayout(kinds)
        column.addStretch(1)
        self.foot = _in_the_middle(self.back)
        self.danger.clicked.connect(lambda: self._note(DANGER))
        self.harm.clicked.connect(lambda: self._note(HARM))
        self.back.clicked.connect(self.done)
        self.setFocusProxy(heading)

    def _note(self, kind: str) -> None:
        self.needed.emit(kind)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        for gone in (self._asked, self.danger, self.harm):
            gone.hide()
        self._noted.show()


def _in_the_middle(thing: QWidget) -> QWidget:
    """As wide as it may be, and in the middle of what is left."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(thing, 1000)
    row.addStretch(1)
    return box
