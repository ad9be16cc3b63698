"""Fetching: a coordinator takes what is new in a place into the inbox; what is known is not fetched again.

What a file is, its content says, whatever sync programs made of its name. What is not whole yet is left where it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from app.i18n import N_, translation
from app.intake.carrying.carrier import PDF_LIMITS
from app.intake.guard.quarantine import Quarantine
from app.progress import Progress, silent
from app.services.coordinating import receiving
from app.services.coordinating.receiving import Arrival, Outcome
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.storage import values
from app.sync.stores.downloading import NotWholeYetError, TooLargeError, download
from app.sync.stores.failures import StoreNotThereError
from app.sync.stores.layout import Found, candidates
from app.sync.stores.store import Entry, Store

_KEPT = "fetched from:"
_TAKEN, _REFUSED = "taken", "refused"
_STILL = N_("It was refused before and is still the same.")


@dataclass(frozen=True)
class Left:
    """A file that stays in the place for now, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class Fetched:
    """What became of everything in a place."""

    arrivals: tuple[Arrival, ...]
    left: tuple[Left, ...]
    known: int
    """How many files were here already and were not fetched."""


@dataclass
class _Seen:
    """What came from one place before: contents by hash, and which content a file of any other name had."""

    contents: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)

    def digest(self, found: Found) -> str:
        """The content that a file has as far as that is known; "" where it has to be fetched to tell."""
        hint, digest = self.names.get(found.entry.name, ["", ""])
        return found.digest or (digest if hint == _hint(found.entry) else "")


def fetch(workspace: Workspace, place: Place, progress: Progress = silent) -> Fetched:
    """Take everything new of a place into the inbox; stopped anywhere, the next time goes on there.

    `progress` counts files. Raises NotACoordinatorError, and the StoreError of a place that fails as a whole.
    """
    receiving.refuse_others(workspace)
    seen = _seen(workspace, place)
    done: list[Arrival | Left | None] = []
    try:
        with stores.opened(workspace, place) as store, Quarantine(PDF_LIMITS) as quarantine:
            for one in _each(workspace, store, seen, progress, quarantine):
                done.append(one)
    finally:
        with workspace.noting() as session:
            values.put(session, f"{_KEPT}{place.id}", {"contents": seen.contents, "names": seen.names})
    arrivals = tuple(one for one in done if isinstance(one, Arrival))
    return Fetched(arrivals, tuple(one for one in done if isinstance(one, Left)), done.count(None))


def _each(
    workspace: Workspace, store: Store, seen: _Seen, progress: Progress, quarantine: Quarantine
) -> Iterator[Arrival | Left | None]:
    """What became of each file; None for one that is known."""
    listed = list(store.list())
    found = candidates(listed)
    for number, one in enumerate(found):
        progress(number, len(found))
        name, digest = one.entry.name, seen.digest(one)
        if digest in seen.contents:
            is_final = one.digest or seen.contents[digest] == _TAKEN
            yield None if is_final else Left(name, translation().gettext(_STILL))
            continue
        try:
            data = download(store, one, listed, partial(_waiting, progress, number, len(found)))
        except (NotWholeYetError, TooLargeError, StoreNotThereError) as failure:
            yield Left(name, failure.sentence())
            continue
        yield from _taken(workspace, one, data, seen, quarantine)
    progress(len(found), len(found))


def _waiting(progress: Progress, number: int, count: int, _done: int, _total: int) -> None:
    """Bytes come in: the count of files stays, and whoever asked to stop is heard."""
    progress(number, count)


def _taken(
    workspace: Workspace, found: Found, data: bytes, seen: _Seen, quarantine: Quarantine
) -> Iterator[Arrival | Left | None]:
    digest = hashlib.sha256(data).hexdigest()
    if not found.digest:
        seen.names[found.entry.name] = [_hint(found.entry), digest]
    if seen.contents.get(digest) == _TAKEN:
        yield None
        return
    path = Path(PurePosixPath(found.entry.name).name)
    arrivals = list(receiving.received(workspace, path, data, quarantine))
    is_refused = [one.outcome is Outcome.REFUSED for one in arrivals]
    seen.contents[digest] = _REFUSED if all(is_refused) else _TAKEN
    for arrival, refused in zip(arrivals, is_refused, strict=True):
        inside = f"{found.entry.name}/{arrival.path.name}" if arrival.path != path else found.entry.name
        yield Left(inside, arrival.reason) if refused else arrival


def _seen(workspace: Workspace, place: Place) -> _Seen:
    with workspace.reading() as session:
        kept = values.get(session, f"{_KEPT}{place.id}") or {}
    return _Seen(dict(kept.get("contents", {})), dict(kept.get("names", {})))


def _hint(entry: Entry) -> str:
    return f"{entry.size} {entry.hint}"
