"""S3 and what speaks like it. A file appears whole by one request, so none is ever renamed into place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from app.progress import Progress, silent
from app.sync.stores import probing
from app.sync.stores.failures import StoreError, StoreRefusesError
from app.sync.stores.operators import Operators
from app.sync.stores.store import Abilities, Entry, below, retrying


class S3Store:
    """Objects under one prefix of a bucket."""

    def __init__(self, operators: Operators) -> None:
        self._operators, self._patience = operators, operators.patience

    def put(self, name: str, data: bytes) -> None:
        """Send it by one request and read it back; what came out otherwise is taken away again."""
        try:
            retrying(self._patience, lambda: self._operators.write(name, data))
            if self.get(name, len(data)) != data:
                raise StoreRefusesError(detail="read back differs")
        except StoreRefusesError:
            with suppress(StoreError):
                self._operators.delete(name)
            raise

    def get(self, name: str, most: int, progress: Progress = silent) -> bytes:
        """The content of an object of at most `most` bytes."""
        return retrying(self._patience, lambda: self._operators.read(name, most, progress))

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Every object below a folder, a thousand with each request."""
        yield from retrying(self._patience, lambda: self._operators.listed(below(folder), recursive=True))[0]

    def stat(self, name: str) -> Entry:
        """Size and tag of one object."""
        return retrying(self._patience, lambda: self._operators.stat(name))

    def delete(self, name: str) -> None:
        """Remove an object."""
        retrying(self._patience, lambda: self._operators.delete(name))

    def rename(self, name: str, to: str) -> None:
        """Copy and delete, as S3 knows no other way; done twice it changes nothing more."""
        retrying(self._patience, partial(self._move, name, to))

    def probe(self) -> Abilities:
        """Try all of it."""
        return probing.probe(self, renames=False)

    def close(self) -> None:
        """Nothing is held."""

    def _move(self, name: str, to: str) -> None:
        self._operators.copy(name, to)
        self._operators.delete(name)
