"""A folder of this computer: a stick, a share, or what another program keeps in step with a cloud."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.errors import GroundworkError
from app.files import DiskFullError, FolderMissingError, NotWrittenError, ReadOnlyError, make_folder, write_whole
from app.progress import Progress, silent
from app.sync.stores import probing
from app.sync.stores.failures import (
    StoreError,
    StoreFullError,
    StoreNoRightError,
    StoreNotThereError,
    StoreRefusesError,
    StoreUnreachableError,
)
from app.sync.stores.store import DEEPEST, Abilities, Entry, drained

_CHUNK = 1 << 20
_KINDS: dict[type[GroundworkError], type[StoreError]] = {
    DiskFullError: StoreFullError,
    FolderMissingError: StoreNotThereError,
    ReadOnlyError: StoreNoRightError,
    NotWrittenError: StoreUnreachableError,
}


class FolderStore:
    """Files of one folder; written beside, forced to the disk, read back, renamed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, data: bytes) -> None:
        """Write a file whole or not at all."""
        self._there()
        path = self._path(name)
        try:
            make_folder(path.parent)
            write_whole(path, data, replace=True)
        except GroundworkError as failure:
            raise _KINDS.get(type(failure), StoreRefusesError)(detail=type(failure).__name__) from failure

    def get(self, name: str, most: int, progress: Progress = silent) -> bytes:
        """The content of a file of at most `most` bytes."""
        try:
            with self._path(name).open("rb") as file:
                return drained(iter(partial(file.read, _CHUNK), b""), most, progress)
        except OSError as failure:
            raise _explained(failure) from failure

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Every file below a folder; what cannot be looked at at this moment is passed by."""
        self._there()
        top = self._path(folder) if folder else self._folder
        yield from self._walked(top, 0)

    def stat(self, name: str) -> Entry:
        """Size and time of one file."""
        try:
            return self._entry(self._path(name), self._path(name).stat())
        except OSError as failure:
            raise _explained(failure) from failure

    def delete(self, name: str) -> None:
        """Remove a file."""
        self._there()
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as failure:
            raise _explained(failure) from failure

    def rename(self, name: str, to: str) -> None:
        """Give a file another name."""
        self._there()
        try:
            self._path(to).parent.mkdir(parents=True, exist_ok=True)
            self._path(name).replace(self._path(to))
        except OSError as failure:
            raise _explained(failure) from failure

    def probe(self) -> Abilities:
        """Try all of it."""
        return probing.probe(self, renames=True)

    def close(self) -> None:
        """Nothing is held."""

    def _there(self) -> None:
        if not self._folder.is_dir():
            raise StoreNotThereError(detail="no folder")

    def _path(self, name: str) -> Path:
        parts = [part for part in name.split("/") if part]
        if not parts or any(part in (".", "..") for part in parts):
            raise StoreRefusesError(detail="not a name")
        return self._folder.joinpath(*parts)

    def _walked(self, folder: Path, depth: int) -> Iterator[Entry]:
        try:
            found = sorted(os.scandir(folder), key=lambda one: one.name)
        except FileNotFoundError:
            return
        except OSError as failure:
            raise _explained(failure) from failure
        for one in found:
            try:
                if one.is_dir(follow_symlinks=False) and depth < DEEPEST:
                    yield from self._walked(Path(one.path), depth + 1)
                elif one.is_file(follow_symlinks=False):
                    yield self._entry(Path(one.path), one.stat())
            except OSError:
                continue

    def _entry(self, path: Path, about: os.stat_result) -> Entry:
        return Entry(path.relative_to(self._folder).as_posix(), about.st_size, str(about.st_mtime_ns))


def _explained(failure: OSError) -> StoreError:
    detail = failure.strerror or type(failure).__name__
    if isinstance(failure, (FileNotFoundError, NotADirectoryError, IsADirectoryError)):
        return StoreNotThereError(detail=detail)
    if isinstance(failure, PermissionError):
        return StoreNoRightError(detail=detail)
    return StoreUnreachableError(detail=detail)
