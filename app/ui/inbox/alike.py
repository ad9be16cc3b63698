"""What came in and is probably told by others, too: found on the worker after an import, and nobody waits for it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.errors import GroundworkError
from app.i18n import _
from app.services.picturing import duplicates
from app.services.picturing.duplicates import Pair, Proposal
from app.ui.process.session import Session

WAITING = "waiting"
"""What the page of duplicates is asked for: also what nobody has accepted yet."""

log = logging.getLogger(__name__)


class Alike(QObject):
    """Knows of each submission of the last imports how many likely duplicates it brings."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs: dict[str, frozenset[Pair]] = {}

    def count(self, *submissions: str) -> int:
        """How many pairs these bring together, each counted once."""
        return len(frozenset().union(*(self._pairs.get(one, frozenset()) for one in submissions)))

    def state(self) -> Mapping[str, frozenset[Pair]]:
        """What is known, for a page that is built again."""
        return dict(self._pairs)

    def restore(self, state: object) -> None:
        """Take up what `state` gave."""
        self._pairs = dict(state) if isinstance(state, dict) else {}

    def look(self, submissions: Iterable[str]) -> None:
        """Compare these with everything that counts; what is found is told by `found`."""
        if wanted := tuple(submissions):
            work = partial(duplicates.brought, self._session.workspace, wanted)
            self._session.tasks.run(work, _("Looking for likely duplicates"), done=self._tell, failed=self._fail)

    def _tell(self, found: Mapping[str, tuple[Proposal, ...]]) -> None:
        if found:
            self._pairs |= {one: frozenset(each.pair for each in pairs) for one, pairs in found.items()}
            self.found.emit()

    def _fail(self, error: Exception) -> None:
        """Nobody asked for it, so nobody is bothered: the Duplicates page finds the same."""
        if not isinstance(error, GroundworkError):
            raise error
        log.warning("likely duplicates were not looked for: %s", type(error).__name__)
