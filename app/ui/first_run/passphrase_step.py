"""The passphrase of a new workspace: twice, with its strength, and the truth about losing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import PRIMARY, Button, in_row
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.page_header import PageHeader


class PassphraseStep(QWidget):
    """Cannot be skipped; says `finished` with the passphrase once both fields agree and the box is ticked."""

    finished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = NewPassphrase(_("Passphrase"))
        self._known = CheckField(_("I have kept it safe. I know that nobody can open the workspace without it."))
        self._make = Button(_("Make the workspace"), PRIMARY)
        self._lay_out()
        self.setFocusProxy(self._new)
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
        for part in (warning, self._new, self._known):
            layout.addWidget(part)
        row = in_row(self._make)
        layout.addLayout(row)

    def clear(self) -> None:
        """Forget what was typed."""
        self._new.clear()

    def _finish(self) -> None:
        agreed = self._new.agreed()
        if not agreed:
            return
        if not self._known.value():
            self._known.setFocus()
            self._new.two.set_help(_("Please tick the box below: without the passphrase the data is gone for good."))
            return
        self.finished.emit(agreed)
