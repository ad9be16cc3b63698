"""Backups: one sealed file a day outside the program's folders, proven to open, and brought back in two clicks."""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import paths
from app.errors import GroundworkError
from app.files import DiskFullError, explained, make_folder
from app.progress import Progress, silent
from app.services.opening.workspace import SUFFIX, Workspace, WorkspaceExistsError, open_existing
from app.storage import backup_file
from app.storage.backup_file import KEYS, WORKSPACE, NotABackupError
from app.vault import slots

ENDING = ".gwbackup"
REMIND_AFTER_DAYS = 7
NEWEST, WEEKS, MONTHS = 7, 4, 6
"""How many are kept: the newest ones, and the newest of each of the last weeks and months that have one."""
_ABANDONED_S = 3600
_DAY_AND_TIME = "%Y-%m-%d %H%M%S"


@dataclass(frozen=True)
class Backup:
    """One backup file that is whole as far as its manifest tells."""

    path: Path
    made_at: datetime
    size: int
    """In bytes."""


def make(workspace: Workspace, folder: Path, progress: Progress = silent) -> Backup:
    """A new backup of the workspace in a folder of its own under `folder`, proven by opening; older ones are thinned.

    Raises what the disk says and CopyDamagedError; then nothing is left behind and older backups stay.
    """
    own = folder / workspace.path.stem
    try:
        make_folder(own)
        _clear(own, workspace)
        _room(own, workspace)
    except OSError as failure:
        raise explained(failure, own) from failure
    now = workspace.now()
    target = own / f"{workspace.path.stem} {now.strftime(_DAY_AND_TIME)}{ENDING}"
    copy = own / f".{secrets.token_hex(8)}.part"
    try:
        workspace.copy(copy)
        backup_file.write(
            target, tag(workspace), now, {WORKSPACE: copy, KEYS: slots.keys_path(workspace.path)}, progress
        )
    finally:
        for left in own.glob(copy.name + "*"):
            left.unlink(missing_ok=True)
    made = Backup(target, now, target.stat().st_size)
    for old in superfluous([made, *(one for one in every(workspace, folder) if one.path != target)]):
        old.path.unlink(missing_ok=True)
    return made


def every(workspace: Workspace, folder: Path) -> tuple[Backup, ...]:
    """The backups of this workspace under `folder`, newest first; files that are none are passed over."""
    found = [_seen(path, tag(workspace)) for path in (folder / workspace.path.stem).glob(f"*{ENDING}")]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.made_at, reverse=True))


def superfluous(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those that thinning takes away: beyond the newest ones, all but the newest of each recent week and month."""
    ordered = sorted(backups, key=lambda one: one.made_at, reverse=True)
    kept = set(ordered[:NEWEST])
    for name, most in (("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        spans: dict[str, Backup] = {}
        for one in ordered:
            spans.setdefault(one.made_at.strftime(name), one)
        kept.update(list(spans.values())[:most])
    return tuple(one for one in ordered if one not in kept)


def is_due(workspace: Workspace, folder: Path) -> bool:
    """Whether no backup was made on this day yet; what only shows sample data needs none."""
    if workspace.path.is_relative_to(paths.cache()):
        return False
    last = next(iter(every(workspace, folder)), None)
    return last is None or last.made_at.date() < workspace.now().date()


def days_since(workspace: Workspace, folder: Path) -> int | None:
    """How many days ago the newest backup was made, None if there is none."""
    last = next(iter(every(workspace, folder)), None)
    return None if last is None else (workspace.now() - last.made_at).days


def verify(path: Path, passphrase: str = "", progress: Progress = silent) -> Backup:
    """Read every byte; with a passphrase also open it and have the database check itself.

    Raises NotABackupError, BackupTooNewError, and what opening raises.
    """
    found = backup_file.check(path, progress)
    if passphrase:
        with tempfile.TemporaryDirectory(prefix=".groundwork-", dir=path.parent) as place:
            trial = Path(place) / f"trial{SUFFIX}"
            backup_file.extract(path, {WORKSPACE: trial, KEYS: slots.keys_path(trial)})
            opened = open_existing(trial, passphrase)
            try:
                if opened.faults():
                    raise NotABackupError(name=path.name, detail="the database is damaged")
            finally:
                opened.close()
    return Backup(path, found.made_at, path.stat().st_size)


def restore(path: Path, to: Path, progress: Progress = silent) -> Path:
    """Make a new workspace at `to` of a backup; it opens with the passphrase of the day the backup was made.

    Nothing is ever written over. Raises WorkspaceExistsError, NotABackupError, BackupTooNewError and the disk's words.
    """
    keys = slots.keys_path(to)
    if to.exists() or keys.exists():
        raise WorkspaceExistsError(name=to.name)
    fresh = to.with_name(f".{secrets.token_hex(8)}.part")
    fresh_keys = slots.keys_path(fresh)
    try:
        backup_file.extract(path, {WORKSPACE: fresh, KEYS: fresh_keys}, progress)
        fresh_keys.rename(keys)
        fresh.rename(to)
    except OSError as failure:
        raise explained(failure, to) from failure
    finally:
        fresh.unlink(missing_ok=True)
        fresh_keys.unlink(missing_ok=True)
    return to


def place_for(path: Path, folder: Path) -> Path:
    """Where a backup is best brought back to: beside other work, under a name that nothing has yet."""
    stem = re.sub(r" \d{4}-\d{2}-\d{2} \d{6}$", "", path.stem)
    for number in range(1, 1000):
        name = f"{stem} ({number}){SUFFIX}" if number > 1 else f"{stem}{SUFFIX}"
        if not (folder / name).exists() and not slots.keys_path(folder / name).exists():
            return folder / name
    raise WorkspaceExistsError(name=stem)


def tag(workspace: Workspace) -> str:
    """The number that all backups of one workspace carry; it tells nothing of the organisation."""
    return hashlib.sha256(f"groundwork-backup\0{workspace.organisation.id}".encode()).hexdigest()[:16]


def _clear(folder: Path, workspace: Workspace) -> None:
    """Take away what a program that was killed while backing up left behind; never what one is writing now."""
    for left in folder.glob(".*.part*"):
        if left.stat().st_mtime < workspace.now().timestamp() - _ABANDONED_S:
            left.unlink(missing_ok=True)


def _room(folder: Path, workspace: Workspace) -> None:
    """A copy and the backup made of it must fit, or nothing is begun."""
    if shutil.disk_usage(folder).free < 2.2 * workspace.path.stat().st_size:
        raise DiskFullError(name=workspace.path.name, folder=str(folder))


def _seen(path: Path, wanted: str) -> Backup | None:
    try:
        found = backup_file.manifest(path)
        size = path.stat().st_size
    except (GroundworkError, OSError):
        return None
    return Backup(path, found.made_at.astimezone(UTC), size) if found.workspace == wanted else None
