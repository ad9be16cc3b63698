"""A new passphrase, typed twice, with its strength in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import N_, _
from app.ui import theme
from app.ui.strength import Strength, strength
from app.ui.widgets.line_field import LineField

_WORDS = {
    Strength.TOO_SHORT: N_("Too short. Four unrelated words are easy to remember and hard to guess."),
    Strength.WEAK: N_("Easy to guess. One or two more words would help."),
    Strength.GOOD: N_("Good."),
    Strength.STRONG: N_("Strong."),
}


class NewPassphrase(QWidget):
    """Two fields; never part of any state that is kept."""

    entered = Signal()
    """Enter was pressed in the second."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = LineField(label, _("Four unrelated words are easy to remember."), secret=True)
        self.two = LineField(_("The same passphrase again"), secret=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.one)
        layout.addWidget(self.two)
        self.setFocusProxy(self.one)
        self.one.edited.connect(self._judge)
        self.two.edited.connect(lambda: self.two.set_problem(""))
        self.two.entered.connect(self.entered)

    def agreed(self) -> str:
        """What was typed twice and is long enough; else empty, and the field that is wrong says why."""
        if strength(self.one.text()) == Strength.TOO_SHORT:
            self.refuse(_(_WORDS[Strength.TOO_SHORT]))
            return ""
        if self.one.text() != self.two.text():
            self.two.set_problem(_("The two are not the same. Please write it once more."))
            self.two.setFocus()
            return ""
        return self.one.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the passphrase."""
        self.one.set_problem(sentence)
        self.one.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.one, self.two):
            field.set_value("")
            field.set_problem("")
        self.one.set_help(_("Four unrelated words are easy to remember."))

    def _judge(self) -> None:
        self.one.set_problem("")
        self.one.set_help(_(_WORDS[strength(self.one.text())]))
