"""In place of a file that is on another laptop: a sentence, and the button that fetches it from where they meet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import Attachment
from app.errors import GroundworkError
from app.i18n import _, isolate
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.syncing import attached, exchanging
from app.services.syncing.exchanging import WhereError
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.text import Label


class AttachmentAway(QWidget):
    """A missing file is a placeholder, never an error; where the place is away, it says so and stays."""

    arrived = Signal()

    def __init__(self, session: Session, shown: Attachment) -> None:
        super().__init__()
        self._session, self._shown = session, shown
        self.told = Label(_("This file is on another laptop, and not here yet."), "small", wraps=True)
        self.fetch = Button(_("Fetch"), SECONDARY, "download")
        title = isolate(shown.title) if shown.title else _("Without a title")
        self.fetch.setAccessibleName(_("Fetch: {title}").format(title=title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addLayout(in_row(self.fetch))
        self.fetch.clicked.connect(self._fetch)

    def _fetch(self) -> None:
        self.fetch.setEnabled(False)
        work = partial(_fetched, self._session.workspace, self._shown)
        task = self._session.tasks.run(work, _("Fetching a file"), done=self._tell, failed=self._refuse)
        task.cancelled.connect(partial(self.fetch.setEnabled, True))

    def _tell(self, _data: bytes) -> None:
        self.arrived.emit()

    def _refuse(self, error: Exception) -> None:
        self.fetch.setEnabled(True)
        if not isinstance(error, GroundworkError):
            self._session.tasks.unhandled.emit(error)
            return
        where = _("First choose under “Your laptops” where they meet, and sync there once.")
        self.told.setText(where if isinstance(error, WhereError) else sentence(error))


def _fetched(workspace: Workspace, shown: Attachment, progress: Progress) -> bytes:
    return attached.fetch(workspace, shown.hash, shown.media, exchanging.chosen(workspace), progress)
