"""Backups in the settings: where they go, when the last one was made, one button, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.domain.roles import Verb
from app.i18n import _
from app.services import backup
from app.services.backup import Backup
from app.ui import theme
from app.ui.failure import sentence
from app.ui.safekeeping import folder_of, last_words
from app.ui.settings.section import Around, Section
from app.ui.tasks import Task
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.direction import in_path
from app.ui.widgets.text import Label


def card(around: Around) -> BackupCard | None:
    """For whoever may make backups."""
    workspace = around.session.workspace
    return BackupCard(around) if workspace is not None and workspace.allows(Verb.BACKUPS) else None


class BackupCard(Section):
    """Makes a backup now, every day, and in the folder a person chose."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Backups"),
            _("A sealed copy of everything, which opens with the passphrase of its day. Keep one on a stick, too."),
        )
        self._around, session = around, around.session
        self._session = session
        self._task: Task | None = None
        self.last = Label("", wraps=True)
        self.place = Label("", "caption", wraps=True)
        self.daily = CheckField(_("Make one every day"), _("When the workspace is opened, while you work."))
        self.daily.set_value(session.settings.backup_daily)
        self.now = Button(_("Back up now"), SECONDARY, "device-floppy")
        self.other = Button(_("Another folder"), SECONDARY, "folder")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.now)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        for part in (self.last, self.place, self.daily):
            self.add(part)
        self.add(buttons)
        self.settings |= {"backup_daily": self.daily, "backup_now": self.now, "backup_folder": self.other}
        self.now.clicked.connect(self._back_up)
        self.other.clicked.connect(self._ask_folder)
        self.daily.edited.connect(lambda: self._around.set("backup_daily", self.daily.value()))
        self.reload()

    def reload(self) -> None:
        """Say when the newest backup was made and where backups lie."""
        folder = folder_of(self._session)
        self.last.setText(last_words(self._session))
        self.place.setText(_("Backups go to {folder}.").format(folder=in_path(str(folder))))

    def _back_up(self) -> None:
        if self._task is not None:
            return
        self.now.setEnabled(False)
        work = partial(backup.make, self._session.workspace, folder_of(self._session))
        self._task = self._session.tasks.run(work, _("Making a backup"), done=self._done, failed=self._failed)
        self._task.finished.connect(self._rest)

    def _done(self, made: Backup) -> None:
        self.reload()
        self._around.tell(_("The backup is in {name}.").format(name=in_path(made.path.name)))

    def _failed(self, error: Exception) -> None:
        self.last.setText(sentence(error))

    def _rest(self) -> None:
        self._task = None
        self.now.setEnabled(True)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Folder for backups"), str(folder_of(self._session)))
        if name:
            self._around.set("backup_folder", name)
