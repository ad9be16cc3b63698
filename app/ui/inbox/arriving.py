"""Taking files in on the worker thread: what became of each is told as soon as it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.i18n import _
from app.services.coordinating.receiving import Arrival
from app.ui.inbox.incoming import Incoming, sorted_out, take_in
from app.ui.process.session import Session
from app.ui.widgets.drop_area import DropArea

_PAUSE_MS = 400
"""Between two looks at what came: a line stands within a second, and ten thousand do not stop the window."""


class Arriving(QObject):
    """One import after the other; the state line shows how far, with Stop."""

    so_far = Signal(object)
    """An Incoming: what is done of the import that is under way."""
    brought = Signal(object)
    """An Incoming: the import has ended, or was stopped."""
    _told = Signal(object)

    def __init__(self, session: Session, area: DropArea, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._area = session, area
        self._arrivals: list[Arrival] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.so_far.emit(sorted_out(self._arrivals)))
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read files and folders."""
        self._session.tasks.run(
            partial(take_in, self._session.workspace, list(paths), self._told.emit),
            _("Reading what you received"),
            done=self._end,
            progressed=self._area.show_progress,
        )

    def _hear(self, arrival: Arrival) -> None:
        self._arrivals.append(arrival)
        if not self._pause.isActive():
            self._pause.start()

    def _end(self, incoming: Incoming) -> None:
        self._pause.stop()
        self._arrivals = []
        self._area.show_rest()
        self.brought.emit(incoming)
