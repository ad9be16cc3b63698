"""Printing a policy card for people: in which languages the fixed words are, and the button that makes the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import PolicyCard
from app.i18n import _, language, languages
from app.services.paper import loop_kit
from app.tongues import own_code_called
from app.ui import printing
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.record.record_desk import RecordDesk
from app.ui.widgets.text import Label, Line
from app.ui.words.choice import Choice


class CardBar(QWidget):
    """Stands under the form of a card; what was written is printed as it is, whatever languages are chosen."""

    def __init__(self, session: Session, desk: RecordDesk, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._session, self._desk, self._tell = session, desk, tell
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        self.first = CodeField(_("Headings in"), spoken)
        self.second = CodeField(_("Also in"), spoken, nothing=_("None"))
        self.print = Button(_("Print this card"), SECONDARY, "printer")
        self._lay_out()
        desk.shown.connect(self._follow)
        desk.form.edited.connect(lambda _name: self._offer())
        desk.form.left.connect(lambda name: self._follow() if name == "language" else None)
        self.print.clicked.connect(self._print)
        self._follow()

    def _lay_out(self) -> None:
        words = _("One page for a wall or a hand: the title, the plain words and the questions, as you wrote them.")
        choosers, button = QHBoxLayout(), QHBoxLayout()
        choosers.setSpacing(theme.px(12))
        for chooser in (self.first, self.second):
            choosers.addWidget(chooser, 1)
        button.addWidget(self.print)
        button.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Line())
        column.addWidget(Label(_("Print it for people"), "h3", wraps=True))
        column.addWidget(Label(words, "small", wraps=True))
        column.addLayout(choosers)
        column.addLayout(button)

    def _follow(self) -> None:
        """Another card, or another language of it: headings are in its own unless somebody chooses others."""
        self.first.set_value(own_code_called(self._card().language) or language())
        self._offer()

    def _offer(self) -> None:
        card = self._card()
        self.print.setEnabled(bool(card.title and card.summary))
        self.print.setToolTip("" if self.print.isEnabled() else _("Write a title and the plain words first."))

    def _card(self) -> PolicyCard:
        record = self._desk.form.draft().record
        assert isinstance(record, PolicyCard)
        return record

    def _print(self) -> None:
        self._desk.settle()
        asked = tuple(dict.fromkeys(code for code in (self.first.value(), self.second.value()) if code))
        draw = partial(loop_kit.policy_card, self._session.workspace, self._desk.form.saved_id(), asked)
        printing.ask_and_make(self._session, draw, self, self._tell, name=_("policy card"))
