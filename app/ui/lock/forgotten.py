"""The way in for who forgot the passphrase: recovery words or two cards, and a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.services.keeping import recovering
from app.services.keeping.recovering import WordsError
from app.ui.look import theme
from app.ui.process.waiting import waiting
from app.ui.widgets.buttons import GHOST, PRIMARY, Button, in_row
from app.ui.widgets.fields.typed_words import TypedWords
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.text import Label


class Forgotten(QWidget):
    """Opens the workspace at `path` as whoever made the words; the old passphrase then opens nothing more."""

    opened = Signal(object)
    """The Workspace."""
    left = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.words = TypedWords()
        self.new = NewPassphrase(_("Your new passphrase"))
        self.use = Button(_("Open with the new passphrase"), PRIMARY)
        self.back = Button(_("Back"), GHOST)
        gone = _("Without the passphrase and without the words or cards nobody can open it: not we, not anybody.")
        needed = _("The words open the file; they do not bring it back. For a lost file you need a backup as well.")
        buttons = in_row(self.use, self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        notes = (Label(gone, "caption", wraps=True), Label(needed, "caption", wraps=True))
        for part in (self.words, self.new, *notes):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setFocusProxy(self.words)
        self.use.clicked.connect(self._use)
        self.new.entered.connect(self._use)
        self.back.clicked.connect(self.left)

    def clear(self) -> None:
        """Forget what was typed."""
        self.words.clear()
        self.new.clear()

    def _use(self) -> None:
        try:
            recovering.check_words(self.words.value())
        except WordsError as error:
            self.words.refuse(error)
            return
        agreed = self.new.agreed()
        if not agreed:
            return
        try:
            with waiting():
                workspace = recovering.reopen(self._path, self.words.value(), agreed)
        except recovering.PassphraseTakenError as error:
            self.new.refuse(error.sentence())
            return
        except GroundworkError as error:
            self.words.refuse(error)
            return
        self.clear()
        self.opened.emit(workspace)
