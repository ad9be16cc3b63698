"""Where a workspace lies: on this computer, or in a place that may tear it apart or take it away."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path

from app.errors import GroundworkError
from app.i18n import N_, _

_SYNCED_NAMES = (
    *("dropbox", "onedrive", "google drive", "googledrive", "my drive", "nextcloud", "owncloud", "icloud", "megasync"),
    *("mobile documents", "com~apple~clouddocs", "syncthing", "seafile", "pcloud", "box sync", "yandex.disk"),
)
_SYNC_MARKS = (".stfolder", ".sync", ".nextcloudsync.log", ".owncloudsync.log", ".dropbox", ".seafile-data")
"""What programs that copy folders between computers leave in their top folder."""
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.gvfsd-fuse", "davfs", "9p", "afs"})
_STICK = frozenset({"vfat", "exfat", "msdos"})
_STICK_PLACES = ("/media", "/run/media", "/mnt", "/Volumes")


class Ground(StrEnum):
    """What kind of place a folder is."""

    LOCAL = "local"
    SYNCED = "synced"
    NETWORK = "network"
    REMOVABLE = "removable"


_WARNINGS = {
    Ground.SYNCED: N_(
        "This folder is copied to other computers by another program, which may tear a workspace apart. "
        "Keep the workspace in a folder of this computer only."
    ),
    Ground.NETWORK: N_("This folder lies on another computer. A workspace is safe only on a disk of this computer."),
    Ground.REMOVABLE: N_(
        "This folder lies on a stick or a memory card, which can be lost or pulled out while writing. "
        "Keep the workspace on this computer and put backups on the stick."
    ),
}


class SyncedFolderError(GroundworkError):
    """Another program would copy half a workspace, or put an older one over it."""

    message = N_(
        "“{folder}” is copied to other computers by another program, which may tear a workspace apart. Nothing was"
        " made. Choose a folder of this computer; your laptops can exchange their changes through such a folder."
    )


def refuse_synced(folder: Path) -> None:
    """Go on only where no other program copies the folder. Raises SyncedFolderError."""
    if ground(folder) is Ground.SYNCED:
        raise SyncedFolderError(folder=str(folder))


def ground(folder: Path) -> Ground:
    """What kind of place this folder is, as far as its name, its marks and the system tell."""
    place = folder.absolute()
    lines = [place, *place.parents]
    if any(part.lower().startswith(_SYNCED_NAMES) for part in place.parts):
        return Ground.SYNCED
    if any((line / mark).exists() for line in lines for mark in _SYNC_MARKS):
        return Ground.SYNCED
    if str(place).startswith("\\\\"):
        return Ground.NETWORK
    return of_mount(place, _mounts())


def warning(folder: Path) -> str:
    """Why a workspace should not lie there, in one sentence; empty where it may."""
    found = ground(folder)
    return _(_WARNINGS[found]) if found in _WARNINGS else ""


def of_mount(place: Path, mounts: dict[str, str]) -> Ground:
    """What the kind of file system that holds a place says of it; `mounts` tells the kind of each mount point."""
    held = next((str(line) for line in (place, *place.parents) if str(line) in mounts), "")
    kind = mounts.get(held, "")
    if kind in _NETWORK:
        return Ground.NETWORK
    if kind in _STICK and held.startswith(_STICK_PLACES):
        return Ground.REMOVABLE
    return Ground.LOCAL


def sticks() -> tuple[Path, ...]:
    """The sticks and memory cards that are in now and can be written to, as far as the system tells."""
    return tuple(sorted(place for place in sticks_of(_mounts()) if os.access(place, os.W_OK)))


def sticks_of(mounts: dict[str, str]) -> tuple[Path, ...]:
    """Those of these mount points that are sticks or memory cards."""
    return tuple(place for place in map(Path, mounts) if of_mount(place, mounts) is Ground.REMOVABLE)


def _mounts() -> dict[str, str]:
    """Mount points and their kind of file system; empty where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return {}
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return {}
    fields = (line.split() for line in lines)
    return {one[1].replace("\\040", " "): one[2] for one in fields if len(one) > 2}
