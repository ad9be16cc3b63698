"""Fetching what is new in a place to exchange files, on the worker thread; the page hears what came of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import GroundworkError
from app.i18n import _
from app.progress import Progress
from app.services.coordinating import watching
from app.services.opening import stores
from app.ui.inbox.incoming import Incoming, take_from, take_from_all
from app.ui.inbox.listing import Listing
from app.ui.process.failure import sentence
from app.ui.process.session import Session

log = logging.getLogger(__name__)

_EVERY_MS = 60_000


class Fetcher(QObject):
    """One fetch after the other; the state line shows how far, with Stop."""

    brought = Signal(object)
    """An Incoming that tells of something."""
    nothing_new = Signal()
    failed = Signal(str)
    """What is wrong with the place, in words."""

    def __init__(self, session: Session, listing: Listing, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._listing, self._area = session, listing, listing.drop_area
        listing.fetch_asked.connect(self.fetch)
        listing.look_asked.connect(self.fetch_all)
        listing.watch_asked.connect(self._watch_or_not)
        self._watch = QTimer(self)
        self._watch.setInterval(_EVERY_MS)
        self._watch.timeout.connect(self._look_quietly)

    def show_places(self) -> None:
        """Offer the places there are now, and watch the folders among them or not, as the workspace says."""
        workspace = self._session.workspace
        can_watch, watches = bool(watching.folders(workspace)), watching.is_on(workspace)
        names = [one.name for one in stores.every(workspace)]
        self._listing.show_places(names, can_watch=can_watch, watches=watches)
        if not (can_watch and watches):
            self._watch.stop()
        elif not self._watch.isActive():
            self._watch.start()

    def _watch_or_not(self, on: bool) -> None:
        watching.turn(self._session.workspace, on=on)
        self.show_places()

    def fetch_all(self) -> None:
        """Take what is new in all places."""
        self._begin(partial(take_from_all, self._session.workspace))

    def _look_quietly(self) -> None:
        """Nobody asked, so nobody waits and nobody is told but of what is new."""
        if self._session.tasks.running():
            return
        work = partial(take_from_all, self._session.workspace, quietly=True)
        self._session.tasks.run(work, done=self._tell_new, failed=self._note)

    def _tell_new(self, incoming: Incoming) -> None:
        if not incoming.is_empty:
            self.brought.emit(incoming)

    def _note(self, error: Exception) -> None:
        if not isinstance(error, GroundworkError):
            raise error
        log.warning("watched folders were not read: %s", type(error).__name__)

    def fetch(self, name: str) -> None:
        """Take what is new in the place of this name."""
        self._begin(partial(take_from, self._session.workspace, name))

    def _begin(self, work: Callable[[Progress], Incoming]) -> None:
        task = self._session.tasks.run(
            work,
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
