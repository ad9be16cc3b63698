"""Fetching what is new in a place to exchange files, on the worker thread; the page hears what came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.i18n import _
from app.ui.inbox.incoming import Incoming, take_from
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.widgets.drop_area import DropArea


class Fetcher(QObject):
    """One fetch after the other; the state line shows how far, with Stop."""

    brought = Signal(object)
    """An Incoming that tells of something."""
    nothing_new = Signal()
    failed = Signal(str)
    """What is wrong with the place, in words."""

    def __init__(self, session: Session, area: DropArea, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._area = session, area

    def fetch(self, name: str) -> None:
        """Take what is new in the place of this name."""
        task = self._session.tasks.run(
            partial(take_from, self._session.workspace, name),
            _("Fetching"),
            done=self._tell,
            failed=self._fail,
            progressed=self._area.show_progress,
        )
        task.cancelled.connect(self._area.show_rest)

    def _tell(self, incoming: Incoming) -> None:
        self._area.show_rest()
        if incoming.is_empty:
            self.nothing_new.emit()
        else:
            self.brought.emit(incoming)

    def _fail(self, error: Exception) -> None:
        self._area.show_rest()
        self.failed.emit(sentence(error))
