"""Writing a file whole or not at all; every failure is a sentence about the disk, not a trace."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from app.errors import GroundworkError
from app.i18n import N_

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class DiskFullError(GroundworkError):
    """There is no room for the file; nothing half is left behind."""

    message = N_("There is not enough room in “{folder}” for “{name}”. Please make room, or choose another place.")


class FileExistsRefusedError(GroundworkError):
    """A file of that name is there, and nobody said that it may be replaced."""

    message = N_("“{name}” already exists in “{folder}” and was not changed. Please choose another name.")


class FolderMissingError(GroundworkError):
    """The folder is not there: never was, was renamed, or its stick was pulled out."""

    message = N_("The folder “{folder}” cannot be found. Is the stick or the shared drive still connected?")


class ReadOnlyError(GroundworkError):
    """The folder, or the file to replace, does not let this person write."""

    message = N_("“{name}” cannot be written in “{folder}”: writing there is not allowed. Please choose another place.")


class NotWrittenError(GroundworkError):
    """The disk answered with another failure, or gave back other bytes than it was given."""

    message = N_(
        "“{name}” could not be written in “{folder}”: the disk or the stick failed. Please choose another place."
    )


def write_whole(path: Path, data: bytes, *, replace: bool = False, private: bool = False) -> None:
    """Put `data` at `path` so that the name never stands for anything but the whole of it.

    Written beside under a temporary name, forced to the disk, read back, compared, renamed.
    `private` lets only this person read it, where the system knows of persons. Whatever goes wrong,
    an older file stays as it was and no temporary one stays behind. Raises the errors of this module.
    """
    try:
        _write_whole(path, data, replace=replace, private=private)
    except OSError as failure:
        raise explained(failure, path) from failure


def put_in_place(fresh: Path, path: Path) -> None:
    """Let a whole file that lies beside have its name from now on. Raises the errors of this module."""
    try:
        fresh.replace(path)
    except OSError as failure:
        raise explained(failure, path) from failure
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make `folder` and what is above it unless it is there: the rule for every place that takes several files.

    Raises the errors of this module; a file of that name is left as it is.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as failure:
        raise FileExistsRefusedError(name=folder.name, folder=str(folder.parent)) from failure
    except OSError as failure:
        raise explained(failure, folder) from failure


def explained(failure: OSError, path: Path) -> GroundworkError:
    """What the disk said about writing `path`, as one of the sentences of this module."""
    kind: type[GroundworkError] = NotWrittenError
    if failure.errno in _FULL:
        kind = DiskFullError
    if failure.errno in _GONE:
        kind = FolderMissingError
    if failure.errno in _CLOSED:
        kind = ReadOnlyError
    return kind(name=path.name, folder=str(path.parent), detail=failure.strerror or type(failure).__name__)


def sync_folder(folder: Path) -> None:
    """Force a rename in `folder` to the disk; systems that cannot do so for folders are left in peace."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network and FAT mounts refuse; the file itself is on the disk already
    finally:
        os.close(handle)


def _write_whole(path: Path, data: bytes, *, replace: bool, private: bool) -> None:
    if not replace and os.path.lexists(path):
        raise FileExistsRefusedError(name=path.name, folder=str(path.parent))
    fresh = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write_fresh(fresh, data, mode=0o600 if private else 0o666)
        if fresh.read_bytes() != data:
            raise NotWrittenError(name=path.name, folder=str(path.parent), detail="read back differs")
        if not replace and os.path.lexists(path):
            raise FileExistsRefusedError(name=path.name, folder=str(path.parent))
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def _write_fresh(path: Path, data: bytes, *, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
