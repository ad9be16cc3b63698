"""Comparing pages with the data as soon as somebody looks at a submission; the worker does it, nobody waits."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.errors import GroundworkError
from app.progress import Progress
from app.services.coordinating import proving
from app.services.coordinating.proving import Proof
from app.services.opening.workspace import Workspace
from app.ui.process.session import Session

log = logging.getLogger(__name__)


class Comparing(QObject):
    """Knows what is being compared, so that looking twice asks once."""

    compared = Signal(str)
    """A submission of which everything that came is compared now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._under_way: set[str] = set()

    def proofs(self, submission: str) -> tuple[Proof, ...]:
        """What is known of the pages; what is not is found out, and told by `compared`."""
        found = proving.known(self._session.workspace, submission)
        if any(one.outcome is None for one in found) and submission not in self._under_way:
            self._under_way.add(submission)
            work = partial(_compare, self._session.workspace, submission)
            task = self._session.tasks.run(work, done=self._tell, failed=self._fail)
            task.cancelled.connect(lambda: self._under_way.discard(submission))
        return found

    def _tell(self, submission: str) -> None:
        self._under_way.discard(submission)
        self.compared.emit(submission)

    def _fail(self, error: Exception) -> None:
        """Nobody asked for it, so nobody is bothered: the pages stay as they are, not compared."""
        if not isinstance(error, GroundworkError):
            raise error
        log.warning("pages were not compared: %s", type(error).__name__)


def _compare(workspace: Workspace, submission: str, progress: Progress) -> str:
    proving.prove(workspace, submission, progress)
    return submission
