"""The protocol: seven verbs that every store has, over names with slashes, seen from the place's own folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.progress import Progress
from app.sync.stores.failures import StoreError, StoreRefusesError

T = TypeVar("T")
DEEPEST = 8
"""Folders within folders that a listing goes into; ours are three."""


@dataclass(frozen=True)
class Entry:
    """One file as a listing tells it."""

    name: str
    """Its path from the place's folder, parted by slashes."""
    size: int
    hint: str = ""
    """Differs when the file was written anew: an entity tag or a time. Never a proof, only a reason to skip."""


@dataclass(frozen=True)
class Abilities:
    """What a place was seen doing when it was tried."""

    renames: bool
    """Whether a finished file gets its name by renaming; else it appears whole, at once, by one request."""
    lists: bool
    """Whether a file that was just written stands in the listing."""
    milliseconds: int
    """What one small file cost to write, read back, list and delete."""


@dataclass(frozen=True)
class Patience:
    """How long to wait for a place, and how often to try."""

    answer_seconds: float = 20.0
    slowest_bytes: int = 32 << 10
    """What must pass each second at least while content is sent."""
    tries: int = 3
    pause_seconds: float = 1.0

    def seconds(self, size: int = 0) -> float:
        """How long one request with this much content may take."""
        return self.answer_seconds + size / self.slowest_bytes


class Store(Protocol):
    """A place that holds files. Every verb raises a StoreError and nothing else, within its patience."""

    def put(self, name: str, data: bytes) -> None:
        """Write a file once: whole under its name and read back, or not at all. The folders above are made."""

    def get(self, name: str, most: int, progress: Progress) -> bytes:
        """The content of a file of at most `most` bytes; more is refused before it is read."""

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Every file below a folder, in no order; none where the folder is not there, unless it is the place itself."""

    def stat(self, name: str) -> Entry:
        """What a listing would tell of one file. Raises StoreNotThereError."""

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is removed already."""

    def rename(self, name: str, to: str) -> None:
        """Give a file another name in this place; a file of that name is replaced."""

    def probe(self) -> Abilities:
        """Write, read, list, rename and delete a small file, and tell what the place really does."""

    def close(self) -> None:
        """Let go of the connection."""


def retrying(patience: Patience, work: Callable[[], T]) -> T:
    """What `work` gives; failures that may pass are tried again, as often as patience says.

    Done here for whole verbs: the library's own retries begin a broken answer again where it broke off, for ever.
    """
    for left in range(patience.tries - 1, -1, -1):
        try:
            return work()
        except StoreError as failure:
            if not failure.passing or not left:
                raise
        time.sleep(patience.pause_seconds)
    raise StoreError


def drained(pieces: Iterable[bytes], most: int, progress: Progress) -> bytes:
    """All of a file that is read piece by piece, refused as soon as it is longer than `most`."""
    kept = bytearray()
    for piece in pieces:
        kept += piece
        if len(kept) > most:
            raise StoreRefusesError(detail="longer than listed")
        progress(len(kept), most)
    return bytes(kept)


def temporary(name: str) -> str:
    """The name under which a file is sent: always the same for it, so that another try replaces what was left."""
    folder, slash, last = name.rpartition("/")
    return f"{folder}{slash}.tmp-{last}"


def below(folder: str) -> str:
    """The beginning that the names of all files below a folder have."""
    return f"{folder.strip('/')}/" if folder.strip("/") else ""
