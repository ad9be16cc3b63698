"""A new passphrase, typed twice, with its strength in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import N_, _, format_number, isolate
from app.services.keeping import recovering
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label
from app.ui.words.strength import Strength, strength

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
        self.suggest = Button(_("Suggest one"), GHOST, "refresh")
        self.suggested = Label("", "strong", wraps=True)
        self.advice = Label("", "caption", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.one)
        layout.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self.suggested, self.advice, self.two):
            layout.addWidget(part)
        for hidden in (self.suggested, self.advice):
            hidden.hide()
        self.setFocusProxy(self.one)
        self.one.edited.connect(self._judge)
        self.two.edited.connect(lambda: self.two.set_problem(""))
        self.two.entered.connect(self.entered)
        self.suggest.clicked.connect(self._suggest)

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
        for told in (self.suggested, self.advice):
            told.setText("")
            told.hide()
        self.one.set_help(_("Four unrelated words are easy to remember."))

    def _suggest(self) -> None:
        """Show a phrase of words and put it into the first field; the second is typed, so it was read."""
        phrase = recovering.suggest()
        self.one.set_value(phrase.typed)
        self._judge()
        self.suggested.setText(isolate(phrase.shown))
        self.suggested.show()
        words = _("Write these words down now, then type them below. Nobody guesses them: {bits} bits.")
        typed = _("Type the letters, without the signs.") if phrase.shown != phrase.typed else ""
        told = words.format(bits=format_number(phrase.bits))
        self.advice.setText(f"{told} {typed}".strip())
        self.advice.show()
        self.two.set_value("")
        self.two.setFocus()

    def _judge(self) -> None:
        self.one.set_problem("")
        self.one.set_help(_(_WORDS[strength(self.one.text())]))
