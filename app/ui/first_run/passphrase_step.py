"""The passphrase of a new workspace: twice, with its strength, and the truth about losing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.ui import theme
from app.ui.first_run.strength import Strength, strength
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import PRIMARY, Button
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.line_field import LineField
from app.ui.widgets.page_header import PageHeader

_WORDS = {
    Strength.TOO_SHORT: N_("Too short. Four unrelated words are easy to remember and hard to guess."),
    Strength.WEAK: N_("Easy to guess. One or two more words would help."),
    Strength.GOOD: N_("Good."),
    Strength.STRONG: N_("Strong."),
}


class PassphraseStep(QWidget):
    """Cannot be skipped; says `finished` with the passphrase once both fields agree and the box is ticked."""

    finished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = LineField(_("Passphrase"), _("Four unrelated words are easy to remember."), secret=True)
        self._two = LineField(_("The same passphrase again"), secret=True)
        self._known = CheckField(_("I have kept it safe. I know that nobody can open the workspace without it."))
        self._make = Button(_("Make the workspace"), PRIMARY)
        self._lay_out()
        self.setFocusProxy(self._one)
        self._one.edited.connect(self._judge)
        self._two.edited.connect(lambda: self._two.set_problem(""))
        self._make.clicked.connect(self._finish)

    def _lay_out(self) -> None:
        warning = Banner(
            "warn",
            _("Nobody can find it out for you: not we, not your administrator. Write it down and keep it apart."),
            title=_("Without the passphrase the data is gone"),
            closable=False,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(12))
        sentence = _("It locks everything you write, so that a lost laptop tells nobody anything.")
        layout.addWidget(PageHeader(_("A passphrase for this workspace"), sentence))
        for part in (warning, self._one, self._two, self._known):
            layout.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._make)
        row.addStretch(1)
        layout.addLayout(row)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self._one, self._two):
            field.set_value("")

    def _judge(self) -> None:
        self._one.set_problem("")
        self._one.set_help(_(_WORDS[strength(self._one.text())]))

    def _finish(self) -> None:
        if strength(self._one.text()) == Strength.TOO_SHORT:
            self._one.set_problem(_(_WORDS[Strength.TOO_SHORT]))
            self._one.setFocus()
            return
        if self._one.text() != self._two.text():
            self._two.set_problem(_("The two are not the same. Please write it once more."))
            self._two.setFocus()
            return
        if not self._known.value():
            self._known.setFocus()
            self._two.set_help(_("Please tick the box below: without the passphrase the data is gone for good."))
            return
        self.finished.emit(self._one.text())
