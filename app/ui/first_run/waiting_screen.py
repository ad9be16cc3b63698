"""A laptop that asked to join: its digits, its request file, and the welcome once it is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import _
from app.services.syncing import devices, meeting
from app.services.syncing.joining import Asked
from app.ui.compared_digits import ComparedDigits, stopped
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import FileKind, ask_place, documents
from app.ui.process.waiting import waiting
from app.ui.widgets.brand import Brand
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

_WIDTH, _LARGEST = 620, 64 << 20


class WaitingScreen(QWidget):
    """The workspace stays closed here; joining opens it. It can be left and come back to after days."""

    joined = Signal(object)
    """The Workspace, one of the organisation's now."""
    meets = Signal(object)
    """After that the Path of the folder where its laptops meet; None where nobody said one here."""
    other_asked = Signal()
    """The person wants another workspace, or a new one."""

    def __init__(self, path: Path, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._asked, self._welcome, self._file = path, asked, b"", path
        self.save = Button(_("Save the request"), PRIMARY, "device-floppy")
        self.saved = Label("", "small", wraps=True)
        self.passphrase = LineField(_("Passphrase of this laptop"), secret=True)
        self.open = Button(_("Open the welcome"), SECONDARY, "folder-open")
        self.problem = Label("", "problem", wraps=True)
        self.compare = ComparedDigits(_("Do the same digits stand on the laptop that let this one in?"))
        self.meet = Button(_("Choose the folder or stick"), SECONDARY, "folder")
        self.where = Label("", "small", wraps=True)
        self.folder: Path | None = None
        self.other = Button(_("Another workspace"), GHOST)
        self._lay_out()
        for part in (self.saved, self.problem, self.compare, self.where):
            part.hide()
        self.setFocusProxy(self.save)
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._ask_file)
        self.passphrase.edited.connect(lambda: self.passphrase.set_problem(""))
        self.passphrase.entered.connect(self._ask_file)
        self.meet.clicked.connect(self._ask_folder)
        self.compare.matched.connect(self._join)
        self.compare.differed.connect(self._stop)
        self.other.clicked.connect(self.other_asked)

    def _lay_out(self) -> None:
        first = Card(_("1. Bring the request to a laptop that belongs already"))
        first.add(
            Label(_("There choose “Your laptops”, “Let a new laptop in”. These digits must stand there:"), wraps=True)
        )
        digits = KeyDigits(self._asked.digits)
        first.add(digits)
        first.add(self.saved)
        first.add(in_row(self.save))
        about = _("Everything comes from there once you have joined. Can you not reach it now? You can say it later.")
        third = Card(_("2. Say where your laptops meet"), about)
        server = _("Is it a server? Then the welcome says which, and its password is asked for once you have joined.")
        third.add(Label(server, "small", wraps=True))
        third.add(self.where)
        third.add(in_row(self.meet))
        second = Card(_("3. Open the welcome that it gives back"))
        second.add(self.passphrase)
        second.add(self.problem)
        second.add(in_row(self.open))
        second.add(self.compare)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(24))
        column.setSpacing(theme.px(12))
        brand = Brand()
        brand.set_narrow(False)
        told = _("You can close Groundwork meanwhile; it goes on here.")
        shown: tuple[QWidget, ...] = (brand, PageHeader(_("This laptop waits to be let in"), told))
        for part in (*shown, first, third, second):
            column.addWidget(part)
        column.addLayout(in_row(self.other))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(Narrow(inside, _WIDTH, centred=True)), 1)

    def _save(self) -> None:
        path = ask_place(self, _("Save the request"), _("request"), FileKind(_("Request of a laptop"), ".gwb"))
        if path is None:
            return
        try:
            write_whole(path, self._asked.data, replace=True)
        except GroundworkError as error:
            self._say(sentence(error))
            return
        self.saved.setText(_("The request is in {name}. Nothing in it is secret.").format(name=in_path(path.name)))
        self.saved.show()
        self.passphrase.setFocus()

    def _ask_file(self) -> None:
        self._say("")
        if not self.passphrase.text():
            self.passphrase.set_problem(_("Please type the passphrase of this laptop first."))
            self.passphrase.setFocus()
            return
        kinds = _("Welcomes of laptops ({pattern})").format(pattern="*.gwb")
        name, _kind = QFileDialog.getOpenFileName(self, _("Open the welcome"), str(documents()), kinds)
        if name:
            self.take(Path(name))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Where your laptops meet"), str(documents()))
        if name:
            self.folder = Path(name)
            self.where.setText(_("They meet in {folder}.").format(folder=in_path(name)))
            self.where.show()

    def take(self, path: Path) -> None:
        """Read a welcome and show the digits that it is from."""
        self._file = path
        try:
            with path.open("rb") as stream, waiting():
                self._welcome = stream.read(_LARGEST)
                digits = devices.welcome_digits(self._path, self.passphrase.text(), self._welcome)
        except (GroundworkError, OSError) as error:
            self._say(sentence(error) if isinstance(error, GroundworkError) else _("This file cannot be read."))
            return
        self.compare.ask(digits)
        self.compare.show()
        self.compare.match.setFocus()

    def _stop(self) -> None:
        self.compare.hide()
        self._say(stopped())
        self.open.setFocus()

    def _join(self) -> None:
        try:
            with waiting():
                made = devices.join(self._path, self.passphrase.text(), self._welcome, self.compare.value())
        except GroundworkError as error:
            self._say(sentence(error))
            return
        self.passphrase.set_value("")
        if self.folder is None:
            meeting.beside(made, self._file)
        self.joined.emit(made)
        self.meets.emit(self.folder)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
