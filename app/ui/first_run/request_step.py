"""A new laptop asks to join: a passphrase of its own, and the file in which its workspace waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.services.opening.workspace import SUFFIX
from app.services.syncing import devices
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import documents
from app.ui.process.waiting import waiting
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.direction import in_path
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label


class WhereKept(QWidget):
    """The folder in which a new workspace is kept, under a name that is free."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = documents()
        self._told = Label("", "caption", wraps=True)
        self.other = Button(_("Another folder"), SECONDARY, "folder")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(_("Where the workspace is kept"), "small"))
        column.addWidget(self._told)
        column.addLayout(in_row(self.other))
        self.other.clicked.connect(self._ask)
        self._tell()

    def path(self) -> Path:
        """The file that will be made."""
        path, number = self._folder / f"workspace{SUFFIX}", 2
        while path.exists():
            path, number = self._folder / f"workspace-{number}{SUFFIX}", number + 1
        return path

    def _ask(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, _("Where the workspace is kept"), str(self._folder)):
            self._folder = Path(name)
            self._tell()

    def _tell(self) -> None:
        words = _("The file {name} in the folder {folder}")
        path = self.path()
        self._told.setText(words.format(name=in_path(path.name), folder=in_path(str(path.parent))))


class RequestStep(QWidget):
    """The passphrase is never part of any state."""

    requested = Signal(object, object)
    """(Path of the workspace that waits, its Asked)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = NewPassphrase(_("Passphrase of this laptop"))
        self.where = WhereKept()
        self.problem = Label("", "problem", wraps=True)
        self.make = Button(_("Make the request"), PRIMARY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(12))
        about = _("A laptop that belongs already lets this one in. You bring it a file, and it gives you one back.")
        layout.addWidget(PageHeader(_("Join the laptops of your organisation"), about))
        for part in (self.passphrase, self.where, self.problem):
            layout.addWidget(part)
        layout.addLayout(in_row(self.make))
        self.problem.hide()
        self.setFocusProxy(self.passphrase)
        self.make.clicked.connect(self._ask)

    def _ask(self) -> None:
        agreed = self.passphrase.agreed()
        if not agreed:
            return
        path = self.where.path()
        try:
            with waiting():
                asked = devices.request(path, agreed)
        except GroundworkError as error:
            self.problem.setText(sentence(error))
            self.problem.show()
            self.where.other.setFocus()
            return
        self.passphrase.clear()
        self.requested.emit(path, asked)
