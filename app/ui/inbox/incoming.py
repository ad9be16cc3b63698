"""The long work of taking files in, and what became of each of them: nothing vanishes silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.progress import Cancelled, Progress
from app.services.coordinating import fetching, receiving, watching
from app.services.coordinating.fetching import Left
from app.services.coordinating.receiving import Arrival, Outcome
from app.services.opening import stores
from app.services.opening.workspace import Workspace


@dataclass(frozen=True)
class Incoming:
    """What became of some files and folders."""

    arrivals: tuple[Arrival, ...] = ()
    unread: int = 0
    """Files that were not looked at because somebody pressed Stop."""
    left_alone: tuple[str, ...] = ()
    """Names of files in the folders that are neither PDF nor bundle."""

    def and_then(self, later: Incoming) -> Incoming:
        """Both together."""
        alone = tuple(dict.fromkeys((*self.left_alone, *later.left_alone)))
        return Incoming((*self.arrivals, *later.arrivals), self.unread + later.unread, alone)

    def of(self, outcome: Outcome) -> tuple[Arrival, ...]:
        """The files with one outcome, in the order in which they were read."""
        return tuple(one for one in self.arrivals if one.outcome is outcome)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.arrivals or self.unread or self.left_alone)


def take_in(
    workspace: Workspace, paths: Sequence[Path], told: Callable[[Arrival], None], progress: Progress
) -> Incoming:
    """Take files and folders into the inbox. Stopped in between, it tells what was read until then.

    `told` hears of each file as soon as it is done.
    """
    arrivals: list[Arrival] = []
    total = read = 0

    def heard(done: int, whole: int) -> None:
        nonlocal total, read
        total, read = whole or total, done if whole else read
        progress(done, whole)

    try:
        for arrival in receiving.arriving(workspace, paths, heard):
            arrivals.append(arrival)
            told(arrival)
    except Cancelled:
        return sorted_out(arrivals, unread=max(0, total - read))
    return sorted_out(arrivals)


def sorted_out(arrivals: Iterable[Arrival], *, unread: int = 0) -> Incoming:
    """What came of these files, those that are something else apart."""
    found = tuple(arrivals)
    alone = tuple(one.path.name for one in found if one.outcome is Outcome.LEFT_ALONE)
    ours = tuple(one for one in found if one.outcome is not Outcome.LEFT_ALONE)
    return Incoming(ours, unread, alone)


def take_from(workspace: Workspace, name: str, progress: Progress) -> Incoming:
    """Take what is new in a place to exchange files; what stays there is told as not used, with its reason."""
    fetched = fetching.fetch(workspace, stores.find(workspace, name), progress)
    return sorted_out((*fetched.arrivals, *_left(fetched.left)))


def take_from_all(workspace: Workspace, progress: Progress, *, quietly: bool = False) -> Incoming:
    """The same of all places; a place that cannot be looked into is told as not used, with its reason.

    `quietly`, as nobody asked: folders only, and only what came of new files.
    """
    found = Incoming()
    for one in watching.look(workspace, progress, folders_only=quietly):
        if one.fetched is not None:
            left = () if quietly else _left(one.fetched.left)
            found = found.and_then(sorted_out((*one.fetched.arrivals, *left)))
        elif not quietly:
            found = found.and_then(Incoming((Arrival(Path(one.place.name), Outcome.REFUSED, one.trouble),)))
    return found


def _left(found: Iterable[Left]) -> tuple[Arrival, ...]:
    return tuple(Arrival(Path(PurePosixPath(one.name).name), Outcome.REFUSED, one.reason) for one in found)
