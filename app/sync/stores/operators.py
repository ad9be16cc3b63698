"""OpenDAL, asked politely: one operator for each limit of time, and failures in our words.

Three things are our own, each for a reason that was seen. Retries: those of the library take up an answer that was
cut where it broke off, again and again. Listing folder by folder: its recursive listing of WebDAV says "empty" when
a folder cannot be read. Listing through its asynchronous half: the other one stops the whole program while it waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from app.progress import Progress
from app.sync.stores.failures import StoreNotThereError
from app.sync.stores.said import explained
from app.sync.stores.store import Entry, Patience, drained

if TYPE_CHECKING:
    from opendal import AsyncOperator, Operator

_CHUNK = 256 << 10


class Operators:
    """The verbs of the library for one place, each once and without another try."""

    def __init__(self, scheme: str, options: Mapping[str, str], patience: Patience) -> None:
        self._scheme, self._options, self.patience = scheme, dict(options), patience
        self._made = lru_cache(maxsize=8)(self._make)

    def write(self, name: str, data: bytes) -> None:
        """One request with all of it."""
        try:
            self._within(len(data)).write(name, data)
        except _failures() as failure:
            raise explained(failure) from None

    def read(self, name: str, most: int, progress: Progress) -> bytes:
        """The content, refused as soon as it is longer than `most`."""
        try:
            with self._within(min(most, _CHUNK)).open(name, "rb") as file:
                return drained(iter(partial(file.read, _CHUNK), b""), most, progress)
        except _failures() as failure:
            raise explained(failure) from None

    def stat(self, name: str) -> Entry:
        """Size and hint of one file, or of a folder whose name ends with a slash."""
        try:
            return _entry(name, self._within(0).stat(name))
        except _failures() as failure:
            raise explained(failure) from None

    def delete(self, name: str) -> None:
        """Remove one file."""
        try:
            self._within(0).delete(name)
        except _failures() as failure:
            raise explained(failure) from None

    def rename(self, name: str, to: str) -> None:
        """Move one file; where an answer got lost, one that has moved already is found under its new name."""
        self._towards(to, lambda: self._within(0).rename(name, to))

    def copy(self, name: str, to: str) -> None:
        """Copy one file within the place; one that was copied and is gone is found under its new name."""
        self._towards(to, lambda: self._within(0).copy(name, to))

    def listed(self, folder: str, *, recursive: bool) -> tuple[list[Entry], list[str]]:
        """The files of a folder, and the folders in it; `folder` is "" or ends with a slash.

        WebDAV names the folder itself too; where nothing at all is named, it is missing, or what answers is no server.
        """
        try:
            found = asyncio.run(_gathered(self._waiting(), folder or "/", recursive=recursive))
        except _failures() as failure:
            raise explained(failure) from None
        if not found and not recursive and folder:
            self.stat(folder)
        others = [(path, about) for path, about in found if path not in (folder, "/", "")]
        files = [_entry(path, about) for path, about in others if not path.endswith("/")]
        return files, [path for path, _about in others if path.endswith("/")]

    def _towards(self, to: str, work: Callable[[], None]) -> None:
        try:
            work()
        except _failures() as failure:
            told = explained(failure)
            if not isinstance(told, StoreNotThereError):
                raise told from None
            try:
                self.stat(to)
            except StoreNotThereError:
                raise told from None

    def _within(self, size: int) -> Operator:
        """An operator that gives up on a request with this much content in time; sizes are rounded up to a MiB."""
        rounded = -(-size // (1 << 20)) << 20
        made: Operator = self._made(self.patience.seconds(rounded))
        return made

    def _make(self, seconds: float) -> Operator:
        import opendal
        from opendal.layers import TimeoutLayer

        return opendal.Operator(self._scheme, **self._options).layer(TimeoutLayer(seconds, seconds))

    def _waiting(self) -> AsyncOperator:
        import opendal
        from opendal.layers import TimeoutLayer

        seconds = self.patience.seconds()
        return opendal.AsyncOperator(self._scheme, **self._options).layer(TimeoutLayer(seconds, seconds))


async def _gathered(operator: AsyncOperator, folder: str, *, recursive: bool) -> list[tuple[str, Any]]:
    found = await operator.list(folder, recursive=recursive)
    return [(one.path, one.metadata) async for one in found]


def _failures() -> tuple[type[Exception], ...]:
    from opendal import exceptions

    every = [one for one in vars(exceptions).values() if isinstance(one, type) and issubclass(one, Exception)]
    return (*every, OSError)


def _entry(name: str, about: Any) -> Entry:
    return Entry(name, int(about.content_length or 0), str(about.etag or about.last_modified or ""))
