"""One practice of others, read and not changed: what it says, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shared import SharedPractice
from app.domain.wording import Wording
from app.i18n import _
from app.services.peers.library import Shelved
from app.ui.key_digits import KeyDigits
from app.ui.library import words
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

_LABEL = 168
"""Px at 100 % of the column of labels."""


class Reading(QWidget):
    """In the words of the reader's language where they are codes, else as it was written. Nothing of it is sent on."""

    def __init__(self, session: Session, one: Shelved) -> None:
        super().__init__()
        self.shelved = one
        self.back = Button(_("Back to the list"), GHOST, "arrow-left")
        self.back.hide()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(PageHeader(words.title(one), words.source(one), role="h2"))
        said = Card()
        said.add(Facts(session, one.practice))
        column.addWidget(said)
        column.addWidget(_source_card(one))
        column.addStretch(1)
        self.area = Scrolling(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)


class Facts(QWidget):
    """Everything a practice says, a label and its value in each line."""

    def __init__(self, session: Session, practice: SharedPractice) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for label, told in Wording.here(session.pack).facts(practice):
            name, value = Label(label, "small", wraps=True), Label(told, wraps=True)
            name.setFixedWidth(theme.px(_LABEL))
            row = QHBoxLayout()
            row.setSpacing(theme.px(12))
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(value, 1)
            column.addLayout(row)


def _source_card(one: Shelved) -> Card:
    """The source, and what it is worth: whose key signed it."""
    told = _("It is not among your own records, and it is in nothing that you send. You can call whoever wrote it.")
    card = Card(_("Where it comes from"), told)
    card.add(Label(words.source(one), wraps=True))
    if one.versions > 1:
        card.add(Label(words.versions(one), "small", wraps=True))
    card.add(Label(_("Digits of the key that signed it:"), "small", wraps=True))
    card.add(KeyDigits(one.digits))
    return card
