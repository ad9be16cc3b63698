"""The slot that the recovery seed opens: the key of the workspace, its maker's private area, the organisation's keys.

There is one at a time: new words make the old ones void. Layout: docs/formats/workspace-keys.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag

from app.errors import GroundworkError
from app.i18n import N_
from app.vault import slot_file
from app.vault.identity import KEY_BYTES as SIGNING_BYTES
from app.vault.identity import KeysUnreadableError, OrganisationKeys
from app.vault.renewals import Renewal
from app.vault.slot_file import KeysDamagedError, Slot
from app.vault.slots import KEY_BYTES, SECRET_BYTES, DataKey, Opened, keys_path, owner_of
from app.vault.wrapping import unwrap_with_seed, wrap_with_seed

RECOVERY = "recovery"
_IDENTITY_BYTES = 74
"""An age identity as text."""


class RecoveryWrongError(GroundworkError):
    """The words or cards are whole, and they are those of another workspace, or were made void."""

    message = N_("These words do not open this workspace. They may belong to another one, or newer ones were made.")


class RecoveryMissingError(GroundworkError):
    """Nobody ever made recovery words for this workspace."""

    message = N_("No recovery words were ever made for this workspace, so nothing but its passphrase opens it.")


@dataclass(frozen=True)
class Recovered:
    """What the seed opened."""

    opened: Opened
    organisation: OrganisationKeys


def put(workspace: Path, opened: Opened, seed: bytes, organisation: OrganisationKeys) -> None:
    """Make the slot of these words, in place of an older one; proven to open before this returns."""
    path = keys_path(workspace)
    others = tuple(slot for slot in slot_file.read(path) if slot.get("kind") != RECOVERY)
    owner = owner_of(opened.key, opened.profile)
    parts = (opened.key.raw, opened.secret, organisation.signing, organisation.identity.encode())
    plain = b"".join((*parts, opened.profile.encode()))
    fresh = {**wrap_with_seed(plain, seed, RECOVERY, owner), "owner": owner}
    slot_file.write(path, (*others, fresh), replace=True)
    if open_with(workspace, seed).opened.key != opened.key:
        raise KeysDamagedError(name=path.name, detail="written keys give another key")


def open_with(workspace: Path, seed: bytes) -> Recovered:
    """What the words open. Raises RecoveryMissingError, RecoveryWrongError and what reading the keys raises."""
    found = [slot for slot in slot_file.read(keys_path(workspace)) if slot.get("kind") == RECOVERY]
    if not found:
        raise RecoveryMissingError
    for slot in found:
        try:
            return _recovered(slot, unwrap_with_seed(slot, seed, RECOVERY, str(slot["owner"])))
        except InvalidTag:
            continue
        except (KeyError, TypeError, ValueError, KeysUnreadableError) as failure:
            name = keys_path(workspace).name
            raise KeysDamagedError(name=name, detail=f"recovery slot: {type(failure).__name__}") from failure
    raise RecoveryWrongError


def exists(workspace: Path) -> bool:
    """Whether there are recovery words that open this workspace."""
    return any(slot.get("kind") == RECOVERY for slot in slot_file.read(keys_path(workspace)))


def _recovered(slot: Slot, plain: bytes) -> Recovered:
    ends = [KEY_BYTES, KEY_BYTES + SECRET_BYTES]
    ends += [ends[-1] + SIGNING_BYTES, ends[-1] + SIGNING_BYTES + _IDENTITY_BYTES]
    key, secret, signing, identity, profile = (
        plain[start:end] for start, end in zip((0, *ends), (*ends, len(plain)), strict=True)
    )
    kept = {"signing": signing.hex(), "identity": identity.decode()}
    opened = Opened(DataKey(key), secret, profile.decode())
    return Recovered(
        replace(opened, renewed=Renewal.opened(slot, secret)),
        OrganisationKeys.from_dict(kept),
    )
