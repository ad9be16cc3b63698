"""The laptops that belong and those that were taken out, with the digits they have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _, isolate
from app.services.opening.workspace import Workspace
from app.services.syncing import admins, devices, restoring
from app.services.syncing.devices import DeviceLine, Overview
from app.ui import sync_words
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.syncing.around import Around, Part
from app.ui.syncing.laptop_row import LaptopRow
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.typed_words import TypedWords
from app.ui.widgets.text import Label, Line
from app.ui.words.choice import Choice


class LaptopsCard(Part):
    """Whoever may not change who belongs sees the same list, without the buttons."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, _("Who belongs"), _("What one of them writes comes to all others when they sync."))
        self.rows: list[LaptopRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(12))
        self._shown: Overview | None = None
        self._go_back_to = ""
        """The laptop at which something was done: the focus stays there when the list is made anew."""
        self.stale = _Stale()
        self.settle = SettlePart()
        self.digits = KeyDigits()
        for part in (self.problem, self.stale, self.settle):
            self.add(part)
        self.add(self._column)
        self.add(Line())
        words = _(
            "Digits that all your laptops have in common. Compare them whenever one joins, or over the telephone:"
        )
        self.add(Label(words, "small", wraps=True))
        self.add(self.digits)
        self.stale.rotate.clicked.connect(self._rotate)
        self.settle.asked.clicked.connect(self._settle)

    def show_overview(self, seen: Overview) -> None:
        """Show these laptops; what is being typed or asked at one of them stays."""
        self.stale.setVisible(seen.is_stale and seen.may_change)
        self.settle.setVisible(seen.is_deadlocked)
        if seen == self._shown or (self._shown is not None and any(row.is_open() for row in self.rows)):
            return
        self._shown = seen
        self.digits.set_digits(seen.digits)
        self.settle.offer([Choice(one.fingerprint, one.name) for one in seen.lines if one.revoked])
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        now = self._around.workspace.now()
        self.rows = [LaptopRow(one, now, may_change=seen.may_change) for one in seen.lines]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
            row.renamed.connect(self._rename)
            row.revoked.connect(self._revoke)
            row.promoted.connect(self._promote)
            row.demoted.connect(self._demote)
            if row.fingerprint == self._go_back_to:
                row.focus()
        self._go_back_to = ""

    def _rename(self, fingerprint: str, name: str) -> None:
        self._go_back_to = fingerprint
        self._do(lambda: devices.rename(self._around.workspace, fingerprint, name), "")

    def _revoke(self, fingerprint: str) -> None:
        for row in self.rows:
            row.fold()
        self._go_back_to = fingerprint
        told = _("It belongs no more, and there is a new key. Sync now, so that the other laptops know.")
        self._do(lambda: devices.revoke(self._around.workspace, fingerprint), told)

    def _promote(self, fingerprint: str) -> None:
        told = _("“{name}” may admit others now. Sync, so that the other laptops know.")
        self._change(admins.promote, fingerprint, told)

    def _demote(self, fingerprint: str) -> None:
        told = _("“{name}” is an ordinary laptop now. Sync, so that the other laptops know.")
        self._change(admins.demote, fingerprint, told)

    def _change(self, deed: Callable[[Workspace, str], DeviceLine], fingerprint: str, told: str) -> None:
        """What a laptop may do is another from now on; where that cannot be, the row says why."""
        asked = next(row for row in self.rows if row.fingerprint == fingerprint)
        asked.fold()
        self._go_back_to = fingerprint
        try:
            line = deed(self._around.workspace, fingerprint)
        except GroundworkError as error:
            self._go_back_to = ""
            asked.refuse(sentence(error))
            return
        self._around.tell(told.format(name=isolate(sync_words.laptop_words(line.name))))

    def _rotate(self) -> None:
        self._do(
            lambda: devices.rotate(self._around.workspace), _("There is a new key for what is written from now on.")
        )

    def _settle(self) -> None:
        chosen, typed = self.settle.laptop.value(), self.settle.words.value()
        try:
            restoring.settle(self._around.workspace, typed, chosen)
        except GroundworkError as error:
            self.settle.words.refuse(error)
            return
        self.settle.words.clear()
        name = devices.find(self._around.workspace, chosen).name
        self._around.tell(_("“{name}” belongs again.").format(name=isolate(name)))

    def _do(self, deed, told: str) -> None:
        self.say("")
        try:
            deed()
        except GroundworkError as error:
            self.say(sentence(error))
            return
        if told:
            self._around.tell(told)


class _Stale(QWidget):
    """A laptop that was taken out holds the key in use."""

    def __init__(self) -> None:
        super().__init__()
        self.rotate = Button(_("Make a new key"), SECONDARY, "key")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = _("A laptop that was taken out has the key that is in use. Make a new one.")
        column.addWidget(Label(words, wraps=True, tone="warn"))
        column.addLayout(in_row(self.rotate))


class SettlePart(QWidget):
    """No laptop may let others in any more: the recovery words decide which one belongs again."""

    def __init__(self) -> None:
        super().__init__()
        self.laptop = CodeField(_("Which laptop shall belong again?"), ())
        self.words = TypedWords()
        self.asked = Button(_("Let it belong again"), SECONDARY, "key")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        words = _("No laptop may let others in or take them out any more. The recovery words settle this.")
        column.addWidget(Label(words, wraps=True, tone="warn"))
        for part in (self.laptop, self.words):
            column.addWidget(part)
        column.addLayout(in_row(self.asked))
        self.hide()

    def offer(self, laptops: list[Choice]) -> None:
        """Offer these, which were taken out."""
        self.laptop.offer(laptops)
