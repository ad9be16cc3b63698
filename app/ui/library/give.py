"""Giving practices: which may leave and why others stay, what somebody reads first, and the file for whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext, pgettext
from app.services.opening import workspace as workspaces
from app.services.peers.giving import Giving
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label


class GiveView(QWidget):
    """Nothing is written before the button is pressed; a text that nobody ticked stays out, and so it is said."""

    give_asked = Signal(list, dict)
    """The ids of the practices, and the findings whose texts somebody let out."""
    opened = Signal(str)
    """A practice of ours shall be shown."""
    left = Signal()

    def __init__(self, session: Session, seen: Giving, titles: Mapping[str, str]) -> None:
        """`titles` are all our practices: id to title."""
        super().__init__()
        stay = {one.record for one in seen.staying}
        self.choices = {id: CheckField(told) for id, told in titles.items() if id not in stay}
        for choice in self.choices.values():
            choice.set_value(True)
            choice.edited.connect(self._tell)
        undecided = [one for one in seen.waiting if not one.answer]
        self.findings = [
            (one, CheckField(_(one.message).format(text=isolate(one.matched)), isolate(one.text))) for one in undecided
        ]
        self.give = Button("", PRIMARY, "upload")
        self.leave = Button(_("Back"), GHOST)
        self.made = Card(_("The file is there"))
        self._where = Label("", wraps=True)
        self.digits = KeyDigits(workspaces.digits(session.workspace))
        self.footer = FooterBar(self.leave, self.give)
        self.area = over_footer(self, self._body(seen, titles), self.footer)
        self.give.clicked.connect(self._give)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(next(iter(self.choices.values()), self.leave))
        self._tell()

    def chosen(self) -> list[str]:
        """The practices that are ticked."""
        return [id for id, choice in self.choices.items() if choice.value()]

    def show_made(self, path: Path) -> None:
        """Say where the file is, and what its reader needs."""
        told = _("The practices are in {name}. Anybody who has the file can read it.")
        self._where.setText(told.format(name=in_path(path.name)))
        self.made.show()
        self.give.hide()
        self.leave.set_text(pgettext("button", "Done"))
        self.leave.setFocus()

    def _body(self, seen: Giving, titles: Mapping[str, str]) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        about = _("A signed file that other organisations can read, without a coordinator. Names of people stay here.")
        column.addWidget(PageHeader(_("Give practices"), about, role="h2"))
        self.made.add(self._where)
        self.made.add(Label(_("Whoever takes it compares these digits with you by telephone:"), wraps=True))
        self.made.add(self.digits)
        self.made.hide()
        column.addWidget(self.made)
        leaving = Card(_("What they would get"), _back_words(seen))
        for choice in self.choices.values():
            leaving.add(choice)
        if not self.choices:
            leaving.add(Label(_("No practice may leave now, but what is taken back is told."), wraps=True))
        column.addWidget(leaving)
        if self.findings:
            column.addWidget(self._to_read())
        if seen.staying:
            column.addWidget(self._staying(seen, titles))
        column.addStretch(1)
        return body

    def _to_read(self) -> Card:
        card = Card(_("Please read these places first"), _("What you do not tick stays out, with its whole text."))
        for _finding, tick in self.findings:
            card.add(tick)
        return card

    def _staying(self, seen: Giving, titles: Mapping[str, str]) -> Card:
        card = Card(_("What stays here"))
        for one in seen.staying:
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(titles.get(one.record, ""), "strong", wraps=True))
            words.addWidget(Label(one.reason, "small", wraps=True))
            show = Button(_("Open"), GHOST)
            show.setAccessibleDescription(titles.get(one.record, ""))
            show.clicked.connect(lambda _on=False, record=one.record: self.opened.emit(record))
            row = QHBoxLayout()
            row.addLayout(words, 1)
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
            card.add(row)
        return card

    def _tell(self) -> None:
        count = len(self.chosen())
        told = ngettext("Give {count} practice", "Give {count} practices", count)
        self.give.set_text(told.format(count=format_number(count)))
        self.give.setEnabled(count > 0 or not self.choices)

    def _give(self) -> None:
        self.give_asked.emit(self.chosen(), {one.id: True for one, tick in self.findings if tick.value()})


def _back_words(seen: Giving) -> str:
    count = len(seen.taken_back)
    told = ngettext(
        "{count} practice that you gave before is taken back by it.",
        "{count} practices that you gave before are taken back by it.",
        count,
    )
    return told.format(count=format_number(count)) if count else ""
