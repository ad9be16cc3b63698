"""What came in goes by itself where received files are kept, on the worker thread; it stays here where that is away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.i18n import _
from app.services.coordinating import lying, outside
from app.ui.process.session import Session


class Carrying(QObject):
    """The state line shows how far, with Stop; what was stopped goes with the next files that come."""

    held_back = Signal(str)
    """Why what came in stays in the workspace for now, in words."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def begin(self) -> None:
        """Put there what waits, if received files are kept anywhere but here."""
        workspace = self._session.workspace
        if lying.chosen(workspace) is not None:
            work = partial(outside.carry_if_there, workspace)
            self._session.tasks.run(work, _("Putting files where they are kept"), done=self._tell)

    def _tell(self, trouble: str) -> None:
        if trouble:
            words = _("What came in stays in the workspace for now. {reason}")
            self.held_back.emit(words.format(reason=trouble))
