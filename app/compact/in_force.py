"""Which reference pack is in force on this computer: the newest whole one, taken from a file or shipped."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app import paths
from app.compact.pack import Pack, read
from app.compact.remembered import remembering
from app.compact.shapes import PackDamagedError

SHIPPED = "gcm-1.4.0"
VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}")
"""How a version of a pack is written; nothing else becomes the name of a folder."""
_NAME = "gcm-"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """A pack that a person took from a file; `damaged` where its files are not those that were taken."""

    version: str
    folder: Path
    damaged: bool
    outdated: bool
    """Not newer than the pack that ships, so never used."""


def load(folder: Path | None = None) -> Pack:
    """The pack in `folder`, by default the one in force; read once. Raises PackDamagedError."""
    return _read_once(folder or folder_in_force())


def with_older_titles(pack: Pack) -> Pack:
    """The pack with what older ones on this computer called what is gone from it: for whoever looks.

    Documents are made with the pack alone, so that the same pack makes the same pages everywhere.
    """
    return _remembering(pack, tuple(one for one in _there() if is_newer(pack.version, one)))


def of_version(version: str) -> Pack | None:
    """The pack of this version, if it is on this computer and whole."""
    folder = _there().get(version)
    return load(folder) if folder else None


def folder_in_force() -> Path:
    """Where the files of the pack in force are. A damaged one that was taken is passed over, and `taken` says so."""
    whole = (one.folder for one in taken() if not one.damaged and not one.outdated)
    return next(whole, shipped())


def shipped() -> Path:
    """The files of the pack that ships with the program."""
    return paths.resources() / "compact" / SHIPPED


def shipped_version() -> str:
    """The version of the pack that ships."""
    return SHIPPED.removeprefix(_NAME)


def taken() -> tuple[Taken, ...]:
    """Every pack that was taken on this computer, the newest first; looked at once until `look_again`."""
    return _taken(paths.packs())


def place_of(version: str) -> Path:
    """Where the files of a taken pack of this version are, or would be."""
    return paths.packs() / f"{_NAME}{version}"


def is_newer(version: str, than: str) -> bool:
    """Whether one version comes after another, number by number."""
    return _rank(version) > _rank(than)


def look_again() -> None:
    """Forget what was seen: a pack was taken or removed."""
    for seen in (_taken, _read_once, _remembering):
        seen.cache_clear()


_read_once = lru_cache(maxsize=8)(read)


@lru_cache(maxsize=4)
def _taken(packs: Path) -> tuple[Taken, ...]:
    folders = packs.iterdir() if packs.is_dir() else ()
    named = {one.name.removeprefix(_NAME): one for one in folders if one.name.startswith(_NAME)}
    versions = sorted((one for one in named if VERSION.fullmatch(one)), key=_rank, reverse=True)
    return tuple(_looked_at(version, named[version]) for version in versions)


def _there() -> dict[str, Path]:
    """Every whole pack on this computer by its version, the newest first."""
    found = {shipped_version(): shipped(), **{one.version: one.folder for one in taken() if not one.damaged}}
    return {version: found[version] for version in sorted(found, key=_rank, reverse=True)}


@lru_cache(maxsize=4)
def _remembering(pack: Pack, older: tuple[str, ...]) -> Pack:
    there = _there()
    return remembering(pack, (load(there[one]) for one in older))


def _looked_at(version: str, folder: Path) -> Taken:
    outdated = not is_newer(version, shipped_version())
    try:
        damaged = _read_once(folder).version != version
    except PackDamagedError as failure:
        log.warning("pack %s is damaged: %s", version, type(failure).__name__)
        damaged = True
    return Taken(version, folder, damaged, outdated)


def _rank(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
