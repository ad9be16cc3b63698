"""The way out: the passphrase of the workspace, as on the lock. For staff, so in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Workspace
from app.ui.kiosk.patience import Patience
from app.ui.look import theme
from app.ui.process.waiting import waiting
from app.ui.widgets.buttons import GHOST, PRIMARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label


class Leaving(QWidget):
    """Wrong passphrases are told, and each lets the next one wait longer."""

    opened = Signal()
    """The passphrase was right."""
    given_up = Signal()

    def __init__(self, workspace: Workspace, patience: Patience) -> None:
        super().__init__()
        self._workspace, self._patience = workspace, patience
        self.passphrase = LineField(_("Passphrase"), secret=True)
        self.passphrase.control.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.leave = Button(_("Leave the kiosk"), PRIMARY).make_large()
        self.stay = Button(_("Back to the kiosk"), GHOST).make_large()
        self._lay_out()
        self.setFocusProxy(self.passphrase)
        self.passphrase.entered.connect(self._try)
        self.leave.clicked.connect(self._try)
        self.stay.clicked.connect(self.given_up)
        patience.over.connect(self._show_patience)
        self._show_patience()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setFixedWidth(theme.px(440))
        column = QVBoxLayout(inside)
        column.setSpacing(theme.px(12))
        column.addWidget(Label(_("For staff: leave the kiosk"), "h2", wraps=True))
        column.addWidget(Label(_("The window opens where it was before."), "small", wraps=True))
        column.addWidget(self.passphrase)
        buttons = in_row(self.leave, self.stay)
        column.addLayout(buttons)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(inside, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)

    def _try(self) -> None:
        if self._patience.is_waiting():
            return
        with waiting():
            opens = workspaces.passphrase_opens(self._workspace, self.passphrase.text())
        self.passphrase.set_value("")
        if opens:
            self.opened.emit()
            return
        self._patience.wrong()
        self._show_patience()

    def _show_patience(self) -> None:
        left = self._patience.left_s() if self._patience.is_waiting() else 0
        self.leave.setEnabled(not left)
        told = ngettext(
            "This passphrase does not open the workspace. The next one can be tried after {count} second.",
            "This passphrase does not open the workspace. The next one can be tried after {count} seconds.",
            left,
        )
        self.passphrase.set_problem(told.format(count=format_number(left)) if left else "")
