"""The backup file: a ZIP of the encrypted workspace and its keys, with a manifest of sizes and hashes.

Nothing in it is readable without a passphrase that opened the workspace when the backup was made; the manifest
names no organisation. Layout: docs/formats/backup.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from app.errors import GroundworkError
from app.files import explained, sync_folder
from app.i18n import N_
from app.progress import Progress, silent

FORMAT = "groundwork-backup"
VERSION = 1
WORKSPACE, KEYS, MANIFEST = "workspace.groundwork", "workspace.keys", "backup.json"
_MANIFEST_BYTES = 1 << 16
_CHUNK = 1 << 20
_EPOCH = (2020, 1, 1, 0, 0, 0)
"""The date of every entry: the manifest tells the true one."""


class NotABackupError(GroundworkError):
    """Another kind of file, or one that was cut or changed."""

    message = N_("{name} is not a whole backup of Groundwork: it was cut short, damaged or is something else.")


class BackupTooNewError(GroundworkError):
    """Made by a newer program: nothing was changed."""

    message = N_("This backup was made by a newer Groundwork (format {found}; this one reads {known}). Please update.")


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself without being opened."""

    workspace: str
    """A number that is the same for all backups of one workspace and tells nothing else."""
    made_at: datetime
    files: dict[str, tuple[int, str]]
    """Per file: size in bytes and SHA-256."""


def write(target: Path, workspace: str, made_at: datetime, parts: dict[str, Path], progress: Progress = silent) -> None:
    """Put the parts (entry name to file) into a new backup at `target`, read it back whole, then give it its name.

    Raises the errors of `app.files`; then nothing is left behind.
    """
    fresh = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _fill(fresh, workspace, made_at, parts, progress)
        check(fresh, progress)
        fresh.replace(target)
    except OSError as failure:
        raise explained(failure, target) from failure
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(target.parent)


def manifest(path: Path) -> Manifest:
    """What the backup says of itself. Raises NotABackupError or BackupTooNewError."""
    with _opened(path) as archive:
        return _manifest(archive, path)


def check(path: Path, progress: Progress = silent) -> Manifest:
    """Read every byte and compare it with the manifest. Raises NotABackupError or BackupTooNewError."""
    with _opened(path) as archive:
        found = _manifest(archive, path)
        for name in found.files:
            _copy(archive, name, None, found, progress)
    return found


def extract(path: Path, to: dict[str, Path], progress: Progress = silent) -> Manifest:
    """Write the named entries where `to` says, each compared with the manifest. Raises as `check`, and OSError."""
    with _opened(path) as archive:
        found = _manifest(archive, path)
        for name, target in to.items():
            with target.open("xb") as file:
                _copy(archive, name, file, found, progress)
                file.flush()
                os.fsync(file.fileno())
    return found


def _fill(fresh: Path, workspace: str, made_at: datetime, parts: dict[str, Path], progress: Progress) -> None:
    total = sum(part.stat().st_size for part in parts.values())
    with fresh.open("xb") as file:
        files: dict[str, dict[str, object]] = {}
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, part in parts.items():
                digest = hashlib.sha256()
                with part.open("rb") as source, archive.open(_entry(name), "w", force_zip64=True) as sink:
                    for chunk in _chunks(source):
                        sink.write(chunk)
                        digest.update(chunk)
                        progress(file.tell(), total * 2)
                files[name] = {"size": part.stat().st_size, "sha256": digest.hexdigest()}
            told = {"format": FORMAT, "version": VERSION, "workspace": workspace, "made": made_at.isoformat()}
            archive.writestr(_entry(MANIFEST), json.dumps({**told, "files": files}, indent=1))
        file.flush()
        os.fsync(file.fileno())


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, date_time=_EPOCH)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as failure:
        raise NotABackupError(name=path.name, detail=type(failure).__name__) from failure


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        with archive.open(MANIFEST) as file:
            told = json.loads(file.read(_MANIFEST_BYTES))
        if told["format"] != FORMAT:
            raise ValueError("another format")
        if told["version"] > VERSION:
            raise BackupTooNewError(found=told["version"], known=VERSION)
        files = {name: (int(one["size"]), str(one["sha256"])) for name, one in told["files"].items()}
        if set(files) != {WORKSPACE, KEYS}:
            raise ValueError("other files")
        return Manifest(str(told["workspace"]), datetime.fromisoformat(told["made"]), files)
    except (KeyError, TypeError, ValueError, RuntimeError, zipfile.BadZipFile, OSError) as failure:
        raise NotABackupError(name=path.name, detail=type(failure).__name__) from failure


def _copy(
    archive: zipfile.ZipFile, name: str, to: IO[bytes] | None, found: Manifest, progress: Progress = silent
) -> None:
    size, wanted = found.files[name]
    digest, seen = hashlib.sha256(), 0
    shown = Path(archive.filename or name).name
    try:
        with archive.open(name) as source:
            for chunk in _chunks(source):
                digest.update(chunk)
                seen += len(chunk)
                if seen > size:
                    break
                if to is not None:
                    to.write(chunk)
                progress(seen, size)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError) as failure:
        raise NotABackupError(name=shown, detail=type(failure).__name__) from failure
    if seen != size or digest.hexdigest() != wanted:
        raise NotABackupError(name=shown, detail=f"{name} differs")


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk
