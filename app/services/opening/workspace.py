"""A workspace: one organisation's encrypted file on this machine, made once and opened by a passphrase."""

from __future__ import annotations

from pathlib import Path

from app.compact import load
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Cancelled, Progress, silent
from app.services.opening import judging, placing, unlocking
from app.services.opening.founding import SHORTEST_PASSPHRASE as SHORTEST_PASSPHRASE
from app.services.opening.founding import Founding as Founding
from app.services.opening.founding import Organisation as Organisation
from app.services.opening.founding import PassphraseTooShortError as PassphraseTooShortError
from app.services.opening.founding import WorkspaceExistsError as WorkspaceExistsError
from app.services.opening.founding import values as founding_values
from app.services.opening.open_workspace import CopyDamagedError as CopyDamagedError
from app.services.opening.open_workspace import Workspace as Workspace
from app.services.opening.origin import Origin as Origin
from app.services.opening.people import NotAllowedError as NotAllowedError
from app.services.opening.people import Profile as Profile
from app.services.opening.people import ProfileGoneError as ProfileGoneError
from app.storage import database, values
from app.storage.database import Database
from app.storage.server_refusals import ServerPasswordError as ServerPasswordError
from app.vault import identity, slots
from app.vault.cost import Cost, calibrate
from app.vault.slots import WrongPassphraseError as WrongPassphraseError

SUFFIX = ".groundwork"


class WorkspaceMissingError(GroundworkError):
    """No file at that path."""

    message = N_("There is no workspace at {name}.")


def create(
    path: Path, passphrase: str, founding: Founding, *, origin: Origin | None = None, cost: Cost | None = None
) -> Workspace:
    """A new workspace at `path`, with keys of its own; nothing is left behind if it cannot be made.

    `cost` is what opening costs whoever guesses; without it, it is measured on this machine.
    Raises WorkspaceExistsError, PassphraseTooShortError, SyncedFolderError unless it may lie anywhere, and what the
    disk says.
    """
    if not founding.anywhere:
        placing.refuse_synced(path.parent)
    if path.exists() or slots.keys_path(path).exists():
        raise WorkspaceExistsError(name=path.name)
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShortError(count=SHORTEST_PASSPHRASE)
    origin = origin or Origin()
    opened = slots.create(path, passphrase, cost=cost or calibrate())
    try:
        kept = database.create(path, opened.key.raw)
    except GroundworkError:
        slots.keys_path(path).unlink(missing_ok=True)
        raise
    with kept.writing() as session:
        for name, value in founding_values(founding, origin).items():
            values.put(session, name, value)
    return _with_area(Workspace(path, kept, origin, opened))


def open_existing(
    path: Path,
    passphrase: str,
    *,
    origin: Origin | None = None,
    progress: Progress = silent,
    server_password: str = "",
) -> Workspace:
    """The workspace at `path`, for whoever has this passphrase: on a shared laptop it says who works.

    `progress` is called only where an older file has to be brought up to date first. If it stops that, nothing is
    lost: the next opening goes on there. `server_password` is wanted by a database server alone.
    Raises what is wrong in one sentence, and then has changed nothing.
    """
    if not path.exists():
        raise WorkspaceMissingError(name=path.name)
    found = slots.open_slot(path, passphrase)
    kept, opened = unlocking.file_of(path, found, progress, server_password=server_password)
    origin = origin or Origin()
    try:
        _take_own_writer(kept, origin)
        judging.catch_up(kept, load(), progress)
        made = _with_area(Workspace(path, kept, origin, opened))
    except (GroundworkError, Cancelled):
        kept.close()
        raise
    unlocking.settle(path, opened, passphrase, made.profile.id)
    return made


def _take_own_writer(kept: Database, origin: Origin) -> None:
    """A copy that is opened for the first time writes on as somebody else than the workspace it was made of."""
    with kept.reading() as session:
        is_copy = values.get(session, values.COPIED) is True
    if is_copy:
        with kept.writing() as session:
            values.put(session, "writer", origin.random(8).hex())
            values.put(session, values.COPIED, False)


def passphrase_opens(workspace: Workspace, passphrase: str) -> bool:
    """Whether this passphrase would open the workspace that is open; costs what opening costs.

    Raises what is wrong with the keys file.
    """
    try:
        slots.open_slot(workspace.path, passphrase)
    except slots.WrongPassphraseError:
        return False
    return True


def _with_area(workspace: Workspace) -> Workspace:
    """Let the others know for which keys to seal what only this person may read."""
    own = workspace.area.public if workspace.area else None
    if own and workspace.team.area_keys.get(workspace.profile.id) != own:
        with workspace.noting() as session:
            workspace.take_team(session, workspace.team.with_keys(workspace.profile.id, own))
    return workspace


def quick_cost() -> Cost:
    """The least that one guess may cost: only for tests and demonstrations, whose passphrases are known to all."""
    return Cost.floor()


def digits(workspace: Workspace) -> str:
    """The digits of this organisation's key, to be compared by telephone."""
    return identity.fingerprint(workspace.keys.public.signing)
