"""WebDAV: Nextcloud, Apache, nginx and the like. A file is sent under another name, read back, and then moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from app.progress import Progress, silent
from app.sync.stores import probing
from app.sync.stores.failures import StoreError, StoreNotThereError, StoreRefusesError
from app.sync.stores.operators import Operators
from app.sync.stores.store import DEEPEST, Abilities, Entry, below, retrying, temporary


class WebdavStore:
    """Files below one address of a WebDAV server."""

    def __init__(self, operators: Operators, server: Operators, path: str) -> None:
        self._operators, self._patience = operators, operators.patience
        self._server, self._path = server, path

    def put(self, name: str, data: bytes) -> None:
        """Send it beside, read it back, move it: a server that shows a cut upload shows it under the other name."""
        fresh = temporary(name)
        try:
            retrying(self._patience, partial(self._send, fresh, data))
            self.rename(fresh, name)
        except StoreError as failure:
            if not failure.passing:
                with suppress(StoreError):
                    self._operators.delete(fresh)
            raise

    def get(self, name: str, most: int, progress: Progress = silent) -> bytes:
        """The content of a file of at most `most` bytes."""
        return retrying(self._patience, lambda: self._operators.read(name, most, progress))

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Every file below a folder, one request for each folder."""
        if not below(folder):
            self._there()
        waiting = [below(folder)]
        while waiting:
            asked = waiting.pop()
            try:
                files, folders = retrying(self._patience, partial(self._operators.listed, asked, recursive=False))
            except StoreNotThereError:
                continue
            yield from files
            waiting += [one for one in folders if one.startswith(asked) and one.count("/") <= DEEPEST]

    def stat(self, name: str) -> Entry:
        """Size and tag of one file."""
        return retrying(self._patience, lambda: self._operators.stat(name))

    def delete(self, name: str) -> None:
        """Remove a file."""
        retrying(self._patience, lambda: self._operators.delete(name))

    def rename(self, name: str, to: str) -> None:
        """Move a file."""
        retrying(self._patience, lambda: self._operators.rename(name, to))

    def probe(self) -> Abilities:
        """Try all of it."""
        return probing.probe(self, renames=True)

    def close(self) -> None:
        """Nothing is held."""

    def _there(self) -> None:
        """Ask the server for the place itself: a listing does not tell a missing one from an empty one."""
        if self._path:
            retrying(self._patience, lambda: self._server.stat(f"{self._path}/"))

    def _send(self, fresh: str, data: bytes) -> None:
        self._operators.write(fresh, data)
        if self._operators.read(fresh, len(data), silent) != data:
            raise StoreRefusesError(detail="read back differs", passing=True)
