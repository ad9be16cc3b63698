"""Search everything: the palette over the frame, asked while somebody types, answered without the window waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import GroundworkError
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.records import searching
from app.services.records.searching import Found
from app.ui.pages import PageEntry
from app.ui.process.session import Session
from app.ui.process.tasks import Task, TaskRunner
from app.ui.shell import finding
from app.ui.widgets.lists.palette import Palette

_PATIENCE_MS = 150
"""After this long, pages and commands are shown before the records."""


class SearchDesk(QObject):
    """Opens the palette over `host`. Records are looked up on a lane of their own: long work never holds them back."""

    chosen = Signal(object)
    """The Errand that was chosen."""

    def __init__(
        self, session: Session, entries: Sequence[PageEntry], visited: Callable[[], Sequence[str]], host: QWidget
    ) -> None:
        super().__init__(host)
        self._session, self._entries, self._visited = session, entries, visited
        self.palette = Palette(host)
        self._lookups = TaskRunner(self)
        self._task: Task | None = None
        self._typed = ""
        self._late = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._late.timeout.connect(self._show_without_records)
        self.palette.asked.connect(self._look_up)
        self.palette.chosen.connect(self.chosen)
        self.palette.closed.connect(self._stop)

    def open(self, typed: str = "") -> None:
        """Show the palette; these words are typed already."""
        self.palette.open(typed)

    def leave(self) -> None:
        """Look nothing up any more: the workspace may be closed."""
        self.palette.hide()
        self._stop()
        self._lookups.finish()

    def _stop(self) -> None:
        self._late.stop()
        if self._task is not None:
            self._task.stop()
            self._task = None

    def _look_up(self, typed: str) -> None:
        self._stop()
        self._typed = typed
        workspace = self._session.workspace
        if not typed:
            self.palette.show_groups(typed, finding.first(self._session, self._entries, self._visited()))
        elif workspace is None:
            self._show_without_records()
        else:
            work = partial(_find, workspace, typed, finding.kinds(self._entries))
            self._task = self._lookups.run(work, done=self._show, failed=self._show_failure)
            self._late.start()

    def _show(self, answer: tuple[str, Found]) -> None:
        typed, found = answer
        if typed == self._typed and self.palette.isVisible():
            self._late.stop()
            groups = finding.groups(self._session, self._entries, typed, found)
            if any(group.entries for group in groups):
                self.palette.show_groups(typed, groups, more=found.more)
            else:
                self.palette.show_nothing(typed, finding.without(self._session, self._entries, typed))

    def _show_without_records(self) -> None:
        self.palette.show_groups(self._typed, finding.groups(self._session, self._entries, self._typed), whole=False)

    def _show_failure(self, error: Exception) -> None:
        self._late.stop()
        self._show_without_records()
        if not isinstance(error, GroundworkError):
            raise error


def _find(workspace: Workspace, typed: str, kinds: Sequence[str], progress: Progress) -> tuple[str, Found]:
    return typed, searching.find(workspace, typed, kinds)
