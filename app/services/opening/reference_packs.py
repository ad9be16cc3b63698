"""Reference packs by file: whoever holds an organisation's key signs one, and a person takes it for this computer.

Nothing is taken by itself: the digits of the key are compared by telephone, or the key is one that this workspace
knows and a person says yes. What was taken is checked again whenever it is used (decision 0031).
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.compact import PackDamagedError, comparing, in_force, load
from app.compact.comparing import Changes
from app.compact.pack import Pack
from app.compact.pack import read as read_pack
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.files import explained, make_folder, write_whole
from app.folding import only_digits
from app.i18n import N_, _
from app.services.opening.workspace import Workspace
from app.storage import exchange
from app.sync import packs, reading
from app.sync.manifest import Purpose
from app.sync.packs import PackFile
from app.sync.refusals import BundleError
from app.vault.identity import fingerprint

_SIGNED = "signed.gwb"
"""The bundle as it came, beside the files that were in it."""


class PackNotNewerError(GroundworkError):
    """An older pack, or another one of the same version, would take the place of what is there."""

    message = N_("This pack is version {version}, and Groundwork has version {known}. Only a newer one can be taken.")


class PackVersionError(GroundworkError):
    """The version of a pack is not written as versions are."""

    message = N_("The version of this pack is written “{version}”. It has to be three numbers, such as 1.5.0.")


class PackDigitsDifferError(GroundworkError):
    """The digits compared are not those of the key that signed."""

    message = N_("These digits are not those of the key that signed this pack. Do not take it; call them.")


class PackUnconfirmedError(GroundworkError):
    """Nobody has compared the digits of a key that this workspace does not know."""

    message = N_("Compare the digits of the key by telephone first: {digits}. Nothing was taken.")


class PackMissingError(GroundworkError):
    """No pack of that version was taken."""

    message = N_("No reference pack of version “{version}” was taken on this computer.")


class Signer(StrEnum):
    """What this workspace knows of the key that signed a pack."""

    OWN = "own"
    COORDINATOR = "coordinator"
    """It made a call that was taken into this workspace."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Offered:
    """A pack in a file, checked but not taken: who signed it, and what would change."""

    version: str
    known: str
    """The version in force."""
    digits: str
    signer: Signer
    name: str
    """Whose key it is, as this workspace knows it; empty for an unknown one."""
    changes: Changes


@dataclass(frozen=True)
class Kept:
    """A pack that was taken: its version, who signed it, and whether it is used."""

    version: str
    digits: str
    in_force: bool
    damaged: bool
    outdated: bool


def make(workspace: Workspace, folder: Path) -> tuple[str, bytes]:
    """The version of the pack in a folder, and the file that carries it, signed by this organisation.

    Raises PackDamagedError, PackVersionError, NotAllowedError.
    """
    workspace.may(Verb.ORGANISATION)
    pack = read_pack(folder)
    _check_version(pack.version)
    names = [one.relative_to(folder).as_posix() for one in sorted(folder.rglob("*.json"))]
    files = {name: (folder / name).read_bytes() for name in names}
    return pack.version, packs.write(
        pack.version, files, made_on=workspace.now().strftime("%Y-%m-%d"), keys=workspace.keys
    )


def look(workspace: Workspace, data: bytes) -> Offered:
    """What a file brings, without taking it. Raises what is wrong with it, or PackNotNewerError."""
    found = packs.opened(data)
    pack = _checked(found)
    signer, name = _signer(workspace, found.signing)
    before = load()
    digits = fingerprint(found.signing)
    return Offered(pack.version, before.version, digits, signer, name, comparing.changes(before, pack))


def take(workspace: Workspace, data: bytes, digits: str = "") -> Offered:
    """Keep the pack for this computer, because a person says so; a workspace uses it from its next opening.

    `digits` are those that were compared, however they are spaced; without them the key must be known here.
    Raises PackDigitsDifferError, PackUnconfirmedError, and what `look` raises.
    """
    workspace.may(Verb.ORGANISATION)
    offered = look(workspace, data)
    if digits and not same_digits(digits, offered.digits):
        raise PackDigitsDifferError
    if not digits and offered.signer is Signer.UNKNOWN:
        raise PackUnconfirmedError(digits=offered.digits)
    place = in_force.place_of(offered.version)
    make_folder(place.parent)
    fresh = _written(place.parent, {**packs.opened(data).files, _SIGNED: data})
    shutil.rmtree(place, ignore_errors=True)
    try:
        fresh.rename(place)
    except OSError as failure:
        shutil.rmtree(fresh, ignore_errors=True)
        raise explained(failure, place) from failure
    in_force.look_again()
    return offered


def same_digits(typed: str, known: str) -> bool:
    """Whether these are the same digits of a key, however somebody spaced them."""
    return only_digits(typed) == only_digits(known)


def listed() -> tuple[Kept, ...]:
    """Every pack that was taken on this computer, the newest first."""
    used = in_force.folder_in_force()
    return tuple(
        Kept(one.version, _signed_by(one.folder), one.folder == used, one.damaged, one.outdated)
        for one in in_force.taken()
    )


def complaint() -> str:
    """What to tell where the newest pack that was taken is damaged, and so another one is used; "" if all is well."""
    newest = next((one for one in in_force.taken() if not one.outdated), None)
    if newest is None or not newest.damaged:
        return ""
    told = _("The reference pack {version} is damaged, so {known} is used. Please take it again from its file.")
    return told.format(version=newest.version, known=load().version)


def remove(version: str) -> None:
    """Take a pack off this computer; records keep their codes. Raises PackMissingError."""
    known = {one.version: one.folder for one in in_force.taken()}
    if version not in known:
        raise PackMissingError(version=version)
    shutil.rmtree(known[version], ignore_errors=True)
    in_force.look_again()


def _checked(found: PackFile) -> Pack:
    """The pack, read from a folder of its own that is gone afterwards."""
    _check_version(found.version)
    with tempfile.TemporaryDirectory(prefix="groundwork-") as folder:
        pack = read_pack(_written(Path(folder), found.files))
    if pack.version != found.version:
        raise PackDamagedError(file="manifest.json", detail="another version than the bundle says")
    known = load().version
    if not in_force.is_newer(pack.version, known):
        raise PackNotNewerError(version=pack.version, known=known)
    return pack


def _check_version(version: str) -> None:
    if not in_force.VERSION.fullmatch(version):
        raise PackVersionError(version=version)


def _written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A fresh folder in `folder` with these files; it has a name that no pack has."""
    fresh = folder / f".{secrets.token_hex(8)}.part"
    for name, content in files.items():
        make_folder((fresh / name).parent)
        write_whole(fresh / name, content)
    return fresh


def _signer(workspace: Workspace, signing: bytes) -> tuple[Signer, str]:
    if signing in workspace.keys.ours:
        return Signer.OWN, workspace.organisation.name
    with workspace.reading() as session:
        calls = exchange.calls(session)
    for call in calls:
        made = reading.read(call.bundle, purpose=Purpose.CALL)
        if made.manifest.sender.signing == signing:
            return Signer.COORDINATOR, str(made.header.get("coordinator", ""))
    return Signer.UNKNOWN, ""


def _signed_by(folder: Path) -> str:
    try:
        return fingerprint(packs.opened((folder / _SIGNED).read_bytes()).signing)
    except (OSError, BundleError):
        return ""
