"""Asking "from what?": where the entries of a picture came from, those of the period before among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from app.domain.picture.editions import Edition
from app.domain.shared import Told
from app.services.coordinating import sources
from app.services.coordinating.sources import Source
from app.ui.process.session import Session

Then = Callable[[tuple[Source, ...]], None]


class Asking:
    """Entries are looked up at once; counts of messages stand in the files alone, and the worker reads those."""

    def __init__(self, session: Session, edition: Edition) -> None:
        self._session, self._edition = session, edition

    def of(self, told: Iterable[Told], before: Iterable[Told] = ()) -> tuple[Source, ...]:
        """The submissions that these entries came in; `before` are entries of the period before."""
        workspace, edition = self._session.workspace, self._edition
        found = sources.behind(workspace, edition.picture, told)
        if edition.before is None:
            return found
        return sources.together(found, sources.behind(workspace, edition.before, before))

    def with_messages(self, objective: int, found: tuple[Source, ...], whom: Answered) -> None:
        """Tell whoever asks what was found, and with it the counts of messages about an objective."""
        work = partial(sources.messages, self._session.workspace, self._edition.picture, objective)
        whom.expect(found)
        self._session.tasks.run(work, done=whom.take)


class Answered(QObject):
    """Waits for the rest of an answer. It belongs to what shows it, so that nothing comes to what is gone."""

    def __init__(self, then: Then, parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._found: tuple[Source, ...] = ()

    def expect(self, found: tuple[Source, ...]) -> None:
        """What is known already."""
        self._found = found

    def take(self, more: tuple[Source, ...]) -> None:
        """The rest is there."""
        self._then(sources.together(self._found, more))
        self.deleteLater()
