"""Asking "from what?": where the entries of a picture came from, those of the period before among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.domain.picture.editions import Edition
from app.domain.shared import Told
from app.i18n import _
from app.progress import Progress, silent
from app.services.coordinating import sources
from app.services.coordinating.sources import MOST, Behind
from app.services.opening.workspace import Workspace
from app.ui.process.session import Session
from app.ui.process.tasks import Task, Work


@dataclass(frozen=True)
class Asked:
    """What a figure is made of: entries of the picture, of the period before, and counts of messages."""

    told: Iterable[Told] = ()
    """Read anew each time that somebody asks."""
    before: Iterable[Told] = ()
    messages: int = 0
    """The objective whose counts of messages are in it; 0 for none."""


class Asking:
    """Entries that are held are looked up at once; what has to be read out of files, the worker reads."""

    def __init__(self, session: Session, edition: Edition) -> None:
        self._session, self._edition = session, edition

    def find(self, asked: Asked, whom: Answered) -> None:
        """Tell whoever asks what is behind a figure, as soon as all of it is known."""
        work = partial(_find, self._session.workspace, self._edition, asked)
        if self._edition.is_held and not asked.messages:
            whom.take(work(silent))
        else:
            whom.wait_for(self.read(work, whom.take))

    def read(self, work: Work, done: Callable[[Any], None]) -> Task:
        """Read what organisations told, behind the window."""
        return self._session.tasks.run(work, _("Reading what organisations told"), done=done)


class Answered(QObject):
    """Waits for an answer. It belongs to what shows it, so that nothing comes to what is gone."""

    def __init__(self, then: Callable[[Behind], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then: Callable[[Behind], None] | None = then
        self._task: Task | None = None

    def wait_for(self, task: Task) -> None:
        """The answer comes from this job."""
        self._task = task

    def take(self, found: Behind) -> None:
        """The answer is there."""
        then, self._then, self._task = self._then, None, None
        if then is not None:
            then(found)
        self.deleteLater()

    def drop(self) -> None:
        """Nobody wants the answer any more."""
        self._then = None
        if self._task is not None:
            self._task.stop()


def _find(workspace: Workspace, edition: Edition, asked: Asked, progress: Progress) -> Behind:
    found = [sources.first_behind(workspace, edition.picture, asked.told, progress)]
    if edition.before is not None:
        found.append(sources.first_behind(workspace, edition.before, asked.before, progress))
    if asked.messages:
        counts = sources.messages(workspace, edition.picture, asked.messages, progress)
        found.append(Behind(counts[:MOST], len(counts) > MOST))
    return Behind(sources.together(*(one.sources for one in found)), any(one.are_more for one in found))
