"""Pushing: whatever a place lacks of what is held here is put there, no matter who made it: all of it is signed.

First who belongs, then the bytes of attachments, then the segments that name them; each under a name made of its
content, so that nothing is ever changed by two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.progress import Progress, silent
from app.services.opening.workspace import Workspace
from app.services.syncing import attached
from app.services.syncing.spaces import Space
from app.storage import key_entries, segments
from app.storage.segments import COUNTED, Kept, State
from app.sync.space import entry, names
from app.sync.space.entry import Kind
from app.sync.stores.store import Entry, Store


@dataclass(frozen=True)
class Pushed:
    """What was sent to a place."""

    entries: int = 0
    attachments: int = 0
    segments: int = 0
    size: int = 0
    """Bytes."""
    again: tuple[int, ...] = ()
    """Of the segments that were sent before, to this place or another one: since when they were held."""


def push(workspace: Workspace, space: Space, store: Store, listed: list[Entry], progress: Progress = silent) -> Pushed:
    """Send what the listing lacks. Stopped anywhere, the next time goes on there. Raises a StoreError."""
    there = _promised(space, listed)
    entries = _entries(workspace, space, there, listed)
    blobs = names.blobs_in(listed)
    with workspace.reading() as session:
        lacking = attached.lacking(workspace, session, blobs)
        sending = [one for one in segments.every(session, *COUNTED) if there.get(one.digest) != one.size]
        seen = [one.digest for one in segments.every(session, State.UNSENT) if there.get(one.digest) == one.size]
    total, done, size = len(entries) + len(lacking) + len(sending), 0, 0
    for name, data in entries:
        progress(done, total)
        store.put(name, data)
        done, size = done + 1, size + len(data)
    for hash in lacking:
        progress(done, total)
        size += attached.put(workspace, space, store, hash, _within(progress, done, total))
        done += 1
    sent = 0
    for kept in sending:
        progress(done, total)
        size += (given := _send(workspace, space, store, kept))
        sent, done = sent + bool(given), done + 1
    if seen:
        with workspace.noting() as session:
            segments.mark(session, seen, State.HELD, workspace.now_ms())
    progress(total, total)
    again = tuple(one.since_ms for one in sending if one.state is State.HELD)
    return Pushed(len(entries), len(lacking), sent, size, again)


def name_of(space: Space, kept: Kept) -> str:
    """Where a segment lies in every place."""
    if kept.is_several:
        return names.several_name(space.id, kept.writer, (kept.start, kept.seq), kept.digest)
    month = datetime.fromtimestamp(kept.made_ms / 1000, UTC).strftime("%Y%m")
    return names.segment_name(space.id, kept.writer, month, (kept.seq, kept.digest))


def _send(workspace: Workspace, space: Space, store: Store, kept: Kept) -> int:
    with workspace.reading() as session:
        data = segments.bytes_of(session, kept.digest)
    if not data:
        return 0
    store.put(name_of(space, kept), data)
    if kept.state is State.UNSENT:
        with workspace.noting() as session:
            segments.mark(session, [kept.digest], State.HELD, workspace.now_ms())
    return len(data)


def _entries(
    workspace: Workspace, space: Space, there: dict[str, int], listed: Iterable[Entry]
) -> list[tuple[str, bytes]]:
    """Name and bytes of what the place lacks of the key log; the founding also under a name of its own."""
    named = {one.name for one in listed}
    with workspace.reading() as session:
        log = [(entry.read(data, space.id), data) for data in key_entries.every(session).values()]
    lacking = []
    for one, data in sorted(log, key=lambda kept: (kept[0].seq, kept[0].id)):
        if there.get(hashlib.sha256(data).hexdigest()) != len(data):
            lacking.append((names.key_name(space.id, one.seq, data), data))
        if one.said.kind == Kind.FOUND and (name := names.founding_name(space.id)) not in named:
            lacking.append((name, data))
    return lacking


def _promised(space: Space, listed: Iterable[Entry]) -> dict[str, int]:
    """Hash to size of everything that lies there under a name that promises it; the largest of several."""
    found: dict[str, int] = {}
    for one in names.candidates(space.id, listed):
        if one.digest:
            found[one.digest] = max(one.entry.size, found.get(one.digest, 0))
    return found


def _within(progress: Progress, done: int, total: int) -> Progress:
    """Parts of one attachment: the count of the whole stays, and whoever asked to stop is heard."""

    def told(_part: int, _parts: int) -> None:
        progress(done, total)

    return told
