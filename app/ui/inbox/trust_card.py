"""Do you know this sender? The digits of the key, compared by telephone before anything counts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.folding import only_digits
from app.i18n import _, isolate
from app.services.coordinating.triage import Replacing
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.line_field import LineField

_DIGITS = 30


class TrustCard(Card):
    """Shows the digits that came; `replaces` says that another key speaks for this organisation already.

    Then they must be typed as they are heard: a click is no answer to an alarm.
    """

    compared = Signal(str, object)
    """The digits a person says are right, those shown or those typed; and a Replacing: why, where a key is replaced."""

    def __init__(self, name: str, digits: str, *, replaces: bool = False, parent: QWidget | None = None) -> None:
        said = _("Call {name} on a number you already have, and ask for the digits of their key. They must be these:")
        super().__init__(_("Do you know this sender?"), said.format(name=isolate(name)), parent=parent)
        self._shown = digits
        self._typed = LineField(_("What they read to you"), _("Thirty digits; spaces do not matter."), longest=60)
        self._why = LineField(_("Why you trust another key"), _("It stays in the log."), longest=200)
        self._lost = CheckField(_("The key before is only lost: what was accepted still counts."))
        self._match = Button(_("They match"), SECONDARY, "check")
        self._compare = Button(_("Compare"), SECONDARY)
        if replaces:
            self.add(_alarm(name))
        self.add(KeyDigits(digits))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._typed, 1)
        row.addWidget(self._compare)
        row.addWidget(self._match)
        self._replaces = replaces
        self._match.setVisible(not replaces)
        if replaces:
            self.add(self._why)
            self.add(self._lost)
        self.add(row)
        self.setFocusProxy(self._typed)
        self._match.clicked.connect(lambda: self.compared.emit(self._shown, Replacing()))
        self._compare.clicked.connect(self._check)
        self._typed.entered.connect(self._check)
        self._why.entered.connect(self._check)
        self._typed.edited.connect(lambda: self._typed.set_problem(""))
        self._why.edited.connect(lambda: self._why.set_problem(""))

    def show_problem(self, sentence: str) -> None:
        """Say beside the field why the sender is not trusted."""
        self._typed.set_problem(sentence)
        self._typed.setFocus()

    def _check(self) -> None:
        digits = only_digits(self._typed.value())
        if len(digits) != _DIGITS:
            self.show_problem(_("These are not thirty digits. Ask for all six groups of five."))
            return
        if self._replaces and not self._why.value().strip():
            self._why.set_problem(_("Write why first: did you speak to somebody you know there, and when?"))
            self._why.setFocus()
            return
        self.compared.emit(digits, Replacing(self._why.value(), self._lost.value()))


def _alarm(name: str) -> Banner:
    said = _(
        "Until now {name} used another key. It may be a new computer of theirs, or somebody who pretends to be them."
    )
    return Banner("bad", said.format(name=isolate(name)), title=_("This is another key than before"), closable=False)
