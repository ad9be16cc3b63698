"""The two ways to keep a sealed copy, as buttons: in the folder for backups, or on a stick."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.roles import Verb
from app.i18n import _
from app.services.coordinating import lying
from app.services.keeping import backup
from app.services.keeping.backup import Backup
from app.services.opening import placing
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.safekeeping import folder_of
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.direction import in_path
from app.ui.widgets.flow import FlowLayout

Tell = Callable[[str], None]
"""Takes one sentence."""


def may_back_up(session: Session) -> bool:
    """Whether this person may make backups of the workspace."""
    return session.workspace is not None and session.workspace.allows(Verb.BACKUPS)


def back_up(session: Session, folder: Path, done: Tell, failed: Tell) -> Task:
    """Make a backup under `folder` in the background; one of the two is told how it went."""
    return session.tasks.run(
        partial(backup.make, session.workspace, folder),
        _("Making a backup"),
        done=lambda made: done(" ".join((_said(made), *lying.beyond(session.workspace)))),
        failed=lambda error: failed(sentence(error)),
    )


class BackupButtons(QWidget):
    """Back up now, or to a stick; `done` and `failed` carry the sentence to show."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self.now = Button(_("Back up now"), SECONDARY, "device-floppy")
        self.stick = Button(_("Use a USB stick"), GHOST)
        row = FlowLayout(self, theme.px(8))
        row.addWidget(self.now)
        row.addWidget(self.stick)
        self.now.clicked.connect(lambda: self._begin(folder_of(self._session)))
        self.stick.clicked.connect(self._to_stick)

    def _to_stick(self) -> None:
        """To the stick that is there; where there is none, or more than one, a person says where."""
        found = placing.sticks()
        if len(found) == 1:
            self._begin(found[0])
            return
        start = str(found[0].parent if found else Path.home())
        name = QFileDialog.getExistingDirectory(self, _("Choose the stick"), start)
        if name:
            self._begin(Path(name))

    def _begin(self, folder: Path) -> None:
        if self._task is None:
            for button in (self.now, self.stick):
                button.setEnabled(False)
            self._task = back_up(self._session, folder, self.done.emit, self.failed.emit)
            self._task.finished.connect(self._rest)

    def _rest(self) -> None:
        self._task = None
        for button in (self.now, self.stick):
            button.setEnabled(True)


def _said(made: Backup) -> str:
    return _("The backup is in {name}.").format(name=in_path(made.path.name))
