"""Pulling: what of a listing is not here yet is fetched and told apart by its content, whatever its name became.

Bytes that are not what their name promises are not there yet: they are left, looked at again next time, and told
only after a week.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.progress import Progress, silent
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.services.syncing import spaces
from app.services.syncing.spaces import Space
from app.storage import key_entries, segments, values
from app.storage.session import Session
from app.sync.limits import LARGEST_BUNDLE_BYTES
from app.sync.refusals import BundleError
from app.sync.space import names, segment
from app.sync.space.names import Found
from app.sync.stores.failures import StoreNotThereError
from app.sync.stores.store import Entry, Store

TOLD_AFTER_MS = 7 * 24 * 3600 * 1000
"""How long a file may be on its way before anybody is told."""
_KEPT = "synced with:"


@dataclass
class Notes:
    """What is remembered of one place: contents of files whose names tell nothing, and files not whole yet."""

    place: str
    contents: dict[str, list[str]] = field(default_factory=dict)
    """Name to size and hint, and to the hash that the file had then."""
    unfinished: dict[str, int] = field(default_factory=dict)
    """Name to when it was first seen so."""
    whole_ms: int = 0
    """When all that is held here was last there; 0: never."""
    read_ms: int = 0
    """When an own file was last read there again."""
    read: str = ""
    """Which one, by its hash."""

    def digest(self, found: Found) -> str:
        """The content of a file as far as that is known; "" where it has to be fetched to tell."""
        hint, digest = self.contents.get(found.entry.name, ("", ""))
        return found.digest or (digest if hint == _hint(found.entry) else "")

    def late(self, now_ms: int) -> tuple[str, ...]:
        """Files that have not been whole for a week."""
        return tuple(sorted(name for name, since in self.unfinished.items() if now_ms - since > TOLD_AFTER_MS))


@dataclass(frozen=True)
class Pulled:
    """What came: entries of the key log, and files that may be segments."""

    entries: tuple[bytes, ...]
    segments: tuple[bytes, ...]


def notes(session: Session, place: Place) -> Notes:
    """What is remembered of a place."""
    kept = values.get(session, f"{_KEPT}{place.id}") or {}
    contents, unfinished = dict(kept.get("contents", {})), dict(kept.get("unfinished", {}))
    when = {name: int(kept.get(name, 0)) for name in ("whole_ms", "read_ms")}
    return Notes(place.id, contents, unfinished, **when, read=str(kept.get("read", "")))


def keep(session: Session, found: Notes) -> None:
    """Remember it, if anything is different."""
    plain = {name: value for name, value in vars(found).items() if name != "place"}
    if values.get(session, f"{_KEPT}{found.place}") != plain:
        values.put(session, f"{_KEPT}{found.place}", plain)


def pull(
    workspace: Workspace, space: Space, store: Store, known: tuple[list[Entry], Notes], progress: Progress = silent
) -> Pulled:
    """Fetch every file of the space that is not here. `known` is the listing and what is remembered of the place."""
    listed, noted = known
    with workspace.reading() as session:
        here = set(segments.digests(session)) | entries_here(session)
    found = names.candidates(space.id, listed)
    there = {one.entry.name for one in found}
    noted.contents = {name: kept for name, kept in noted.contents.items() if name in there}
    noted.unfinished = {name: since for name, since in noted.unfinished.items() if name in there}
    wanted = [one for one in found if noted.digest(one) not in here]
    entries: list[bytes] = []
    others: list[bytes] = []
    for number, one in enumerate(wanted):
        progress(number, len(wanted))
        data = _fetched(workspace, store, one, noted)
        if data is None or hashlib.sha256(data).hexdigest() in here:
            continue
        here.add(hashlib.sha256(data).hexdigest())
        (entries if _is_entry(data) else others).append(data)
    progress(len(wanted), len(wanted))
    return Pulled(tuple(entries), tuple(others))


def take_entries(session: Session, space: Space, found: Iterable[bytes]) -> int:
    """Keep entries of the key log; those that are none are passed over. How many were new."""
    count = 0
    for data in found:
        try:
            count += spaces.take(session, space, data)
        except BundleError:
            continue
    return count


def entries_here(session: Session) -> set[str]:
    """The hashes of the files of the key log."""
    return {hashlib.sha256(data).hexdigest() for data in key_entries.every(session).values()}


def _fetched(workspace: Workspace, store: Store, found: Found, noted: Notes) -> bytes | None:
    """The content; None where it is not what its name promises, or nothing that anybody would write."""
    entry = found.entry
    if entry.size > LARGEST_BUNDLE_BYTES:
        return None
    try:
        data = store.get(entry.name, entry.size, silent)
    except StoreNotThereError:
        return None  # several became one meanwhile: the next listing tells
    digest = hashlib.sha256(data).hexdigest()
    if digest != found.digest if found.digest else not _is_whole(data):
        noted.unfinished.setdefault(entry.name, workspace.now_ms())
        return None
    noted.unfinished.pop(entry.name, None)
    if not found.digest:
        noted.contents[entry.name] = [_hint(entry), digest]
    return data


def _is_whole(data: bytes) -> bool:
    try:
        segment.outside(data)
    except BundleError:
        return False
    return True


def _is_entry(data: bytes) -> bool:
    """Entries of the key log have no writer."""
    try:
        return not segment.outside(data)[0].writer
    except BundleError:
        return False


def _hint(entry: Entry) -> str:
    return f"{entry.size} {entry.hint}"
