"""Backups in the settings: where they go, when the last one was made, one button, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from app.i18n import _
from app.ui.backup_buttons import BackupButtons, may_back_up
from app.ui.process.safekeeping import folder_of, last_words
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.text import Label


def card(around: Around) -> BackupCard | None:
    """For whoever may make backups."""
    return BackupCard(around) if may_back_up(around.session) else None


class BackupCard(Section):
    """Makes a backup now, every day, and in the folder a person chose."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Backups"),
            _("A sealed copy of everything, which opens with the passphrase of its day. Keep one on a stick, too."),
        )
        self._around, session = around, around.session
        self._session = session
        self.last = Label("", wraps=True)
        self.place = Label("", "caption", wraps=True)
        self.daily = CheckField(_("Make one every day"), _("When the workspace is opened, while you work."))
        self.daily.set_value(session.settings.backup_daily)
        self.buttons = BackupButtons(session)
        self.other = Button(_("Another folder"), SECONDARY, "folder")
        row = in_row(self.other)
        for part in (self.last, self.buttons, self.place, row, self.daily):
            self.add(part)
        self.buttons.done.connect(self._done)
        self.buttons.failed.connect(self.last.setText)
        self.settings |= {"backup_daily": self.daily, "backup_now": self.buttons.now, "backup_folder": self.other}
        self.settings["backup_stick"] = self.buttons.stick
        self.other.clicked.connect(self._ask_folder)
        self.daily.edited.connect(lambda: self._around.set("backup_daily", self.daily.value()))
        self.reload()

    def reload(self) -> None:
        """Say when the newest backup was made and where backups lie."""
        folder = folder_of(self._session)
        self.last.setText(last_words(self._session))
        self.place.setText(_("Backups go to {folder}.").format(folder=in_path(str(folder))))

    def _done(self, said: str) -> None:
        self.reload()
        self._around.tell(said)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Folder for backups"), str(folder_of(self._session)))
        if name:
            self._around.set("backup_folder", name)
