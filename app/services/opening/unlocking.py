"""Unlocking: which of the keys that a passphrase opened is that of the file, and what a kill in between left behind."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from app.errors import GroundworkError
from app.progress import Progress, silent
from app.storage import opening, rekeying
from app.storage.database import Database, NotAWorkspaceError
from app.vault import slots
from app.vault.slots import Opened

log = logging.getLogger(__name__)


def file_of(
    path: Path, opened: Opened, progress: Progress = silent, *, server_password: str = ""
) -> tuple[Database, Opened]:
    """The file, or the store that it names, opened; and what was opened, with the key that did it alone.

    A renewal of the keys that was killed before the new file was in its place is taken back.
    """
    for place, key in enumerate(opened.keys):
        try:
            kept = opening.open_existing(path, key.raw, progress, password=server_password)
        except NotAWorkspaceError:
            if key == opened.keys[-1]:
                raise
            continue
        rekeying.clear(path)
        if place:
            slots.take_back(path, tuple(one.id for one in opened.renewed[:place]))
        return kept, replace(opened, key=key, renewed=())
    raise NotAWorkspaceError(name=path.name)


def settle(path: Path, opened: Opened, passphrase: str, profile: str) -> None:
    """Bring the slot of whoever works up to date, while the passphrase is at hand; not where nothing can be written."""
    if opened.is_settled:
        return
    try:
        slots.settle(path, opened, passphrase, profile=profile)
    except GroundworkError as failure:
        log.info("the slot stays as it is: %s", type(failure).__name__)
