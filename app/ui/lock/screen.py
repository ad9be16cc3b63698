"""The screen of a locked workspace: its passphrase, and no word of what is inside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.services import workspace as workspaces
from app.ui import theme
from app.ui.lock.forgotten import Forgotten
from app.ui.waiting import waiting
from app.ui.widgets.brand import Mark
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.line_field import LineField
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

_WIDTH = 460


class LockScreen(QWidget):
    """Asks for the passphrase of the workspace at `path`. Enter opens it."""

    opened = Signal(object)
    """The Workspace."""
    other_asked = Signal()
    """The person wants another workspace, or a new one."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._passphrase = LineField(_("Passphrase"), secret=True)
        self._open = Button(_("Open"), PRIMARY)
        self._other = Button(_("Another workspace"), GHOST)
        self.forgot = Button(_("Forgot the passphrase?"), GHOST)
        self.forgotten = Forgotten(path)
        self.forgotten.hide()
        self._asking = QWidget()
        self._lay_out()
        self.setFocusProxy(self._passphrase)
        self._open.clicked.connect(self._try)
        self._other.clicked.connect(self.other_asked)
        self._passphrase.entered.connect(self._try)
        self.forgot.clicked.connect(lambda: self._ask_words(on=True))
        self.forgotten.left.connect(lambda: self._ask_words(on=False))
        self.forgotten.opened.connect(self.opened)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        title = Label(_("Groundwork is locked"), "h2", wraps=True)
        safe = Label(_("Everything is safe on this computer."), "small", wraps=True)
        for label in (title, safe):
            label.setAlignment(middle)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(theme.px(12))
        asking.addWidget(self._passphrase)
        asking.addLayout(buttons)
        asking.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignLeading)
        inside = QWidget()
        inside.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(inside)
        column.setSpacing(theme.px(12))
        column.addWidget(Mark(44), 0, middle)
        for label in (title, safe):
            column.addWidget(label)
        column.addWidget(self._asking)
        column.addWidget(self.forgotten)
        across = QHBoxLayout()  # not an alignment: that would cut a problem which needs two lines
        across.addStretch(1)
        across.addWidget(inside)
        across.addStretch(1)
        body = QWidget()
        down = QVBoxLayout(body)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(body))

    def _ask_words(self, *, on: bool) -> None:
        """Ask for recovery words instead of the passphrase, or again for the passphrase."""
        self.forgotten.clear()
        self.forgotten.setVisible(on)
        self._asking.setVisible(not on)
        shown = self.forgotten if on else self._passphrase
        self.setFocusProxy(shown)
        shown.setFocus()

    def _try(self) -> None:
        try:
            with waiting():
                workspace = workspaces.open_existing(self._path, self._passphrase.text())
        except GroundworkError as error:
            self._passphrase.set_problem(error.sentence())
            self._passphrase.select_all()
            self._passphrase.setFocus()
            return
        self._passphrase.set_value("")
        self.opened.emit(workspace)
