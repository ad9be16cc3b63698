"""A file of practices that is looked at: who signed it, what it brings, and the digits before it is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.folding import only_digits
from app.i18n import _, format_list, format_number, ngettext
from app.services.peers.library import Offered, State
from app.ui.key_digits import KeyDigits
from app.ui.library import words
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label, Line
from app.ui.words import choices


class OfferView(QWidget):
    """Nothing is taken before somebody says so; of an unknown key the digits are heard on the telephone first."""

    taken = Signal(str)
    """Somebody takes it, with the digits typed, "" where the key is known."""
    left = Signal()

    def __init__(self, session: Session, offered: Offered) -> None:
        super().__init__()
        self.offered = offered
        self.digits = LineField(
            _("What they read to you"),
            _("Call whoever made the file on a number you already have. Thirty digits; spaces do not matter."),
            longest=60,
        )
        self.problem = Label("", "problem", wraps=True)
        self.take = Button(_take_words(offered), PRIMARY, "download")
        self.leave = Button(_("Close") if offered.is_held else _("Do not take it"), GHOST)
        self.take.setVisible(not offered.is_held)
        self.digits.setVisible(not offered.is_known and not offered.is_held)
        self.problem.hide()
        self.footer = FooterBar(self.leave, self.take)
        self.area = over_footer(self, self._body(session), self.footer)
        self.footer.say(_("This file was taken before; nothing changes.") if offered.is_held else "")
        self.take.clicked.connect(self._take)
        self.digits.entered.connect(self._take)
        self.digits.edited.connect(lambda: self.show_problem(""))
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.leave if offered.is_held else self.take if offered.is_known else self.digits)

    def show_problem(self, said: str) -> None:
        """Say why it is not taken; "" takes it away."""
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    def _body(self, session: Session) -> QWidget:
        offered = self.offered
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        made = _("Made in {month}").format(month=words.month_words(offered.made_on))
        column.addWidget(PageHeader(_("Practices in a file"), made, role="h2"))
        who = Card(_("Who made it"))
        who.add(Label(words.signer(offered), wraps=True))
        who.add(KeyDigits(offered.digits))
        who.add(self.digits)
        who.add(self.problem)
        column.addWidget(who)
        column.addWidget(self._brought(session))
        column.addStretch(1)
        return body

    def _brought(self, session: Session) -> Card:
        """Each practice in short, with how it stands beside the library; whole it is read once it is there."""
        card = Card(_("What it brings"), words.taken_back(self.offered.taken_back))
        for place, (practice, state) in enumerate(self.offered.practices):
            if place:
                card.add(Line())
            stands, tone = words.STATES[state]
            head = QHBoxLayout()
            head.setSpacing(theme.px(8))
            head.addWidget(Label(practice.title, "strong", wraps=True), 1)
            head.addWidget(Chip(_(stands), tone), 0, Qt.AlignmentFlag.AlignTop)
            card.add(head)
            told = [choices.objective_name(session.pack, number) for number in practice.objectives]
            for text, role in ((practice.summary, "body"), (format_list(told) if told else "", "small")):
                if text:
                    card.add(Label(text, role, wraps=True))
        if not self.offered.practices:
            card.add(Label(_("No practice is in it."), wraps=True))
        return card

    def _take(self) -> None:
        typed = only_digits(self.digits.value())
        if not self.offered.is_known and not typed:
            self.digits.set_problem(_("Please write the digits that were read to you."))
            self.digits.setFocus()
            return
        self.digits.set_problem("")
        self.taken.emit(typed)


def _take_words(offered: Offered) -> str:
    """The button names its consequence."""
    fresh = sum(1 for _one, state in offered.practices if state in (State.NEW, State.NEWER))
    if not fresh:
        return _("Take it")
    told = ngettext("Take {count} practice", "Take {count} practices", fresh)
    return told.format(count=format_number(fresh))
