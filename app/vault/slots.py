"""The key of a workspace, kept beside it in slots that a passphrase opens.

A random data key encrypts the workspace; each slot holds that key, wrapped. A change of passphrase
rewrites one slot and not the workspace. A slot of kind `profile` holds beside it the secret of one
person's private area, which is in no other slot and nowhere in the workspace. Slots of kinds this
version does not know (recovery cards) are kept as they are. Layout: docs/formats/workspace-keys.md.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag

from app.errors import GroundworkError
from app.i18n import N_
from app.vault import slot_file
from app.vault.cost import Cost, calibrate
from app.vault.identity import pseudonym
from app.vault.slot_file import KeysDamagedError, Slot
from app.vault.wrapping import TAG_BYTES, unwrap, wrap

KEY_BYTES = SECRET_BYTES = 32
PASSPHRASE = "passphrase"
PROFILE = "profile"
_OWNER = "groundwork-profile-slot-v1"
_PRIVATE_AREA = b"groundwork-private-area-v1"


class WrongPassphraseError(GroundworkError):
    """The keys file is whole, and this passphrase opens none of its slots."""

    message = N_("This passphrase does not open the workspace. Please check capital letters and the keyboard language.")


class PassphraseTakenError(GroundworkError):
    """It opens another slot already: nobody could tell who is working."""

    message = N_("This passphrase cannot be used in this workspace. Please choose another one.")


@dataclass(frozen=True)
class DataKey:
    """The 32 random bytes that encrypt one workspace."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")


@dataclass(frozen=True)
class Opened:
    """What a passphrase opened: the key of the workspace, and one person's private area."""

    key: DataKey
    secret: bytes = field(repr=False)
    """32 bytes that make the keys of the private area."""
    profile: str = ""
    """Whose slot it was; "" for a slot of kind `passphrase`, which is the founder's."""


def keys_path(workspace: Path) -> Path:
    """Where the keys of `workspace` lie: beside it, `.keys` added to its name."""
    return workspace.with_name(workspace.name + ".keys")


def create(workspace: Path, passphrase: str, *, cost: Cost | None = None) -> Opened:
    """A new data key, kept beside `workspace` in one slot; proven to open before it is given back.

    Without `cost` this machine is measured first. Raises FileExistsRefusedError if keys are there:
    overwriting them would lose the data they open.
    """
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    path = keys_path(workspace)
    slot_file.write(path, (wrap(key.raw, passphrase, cost or calibrate(), PASSPHRASE),), replace=False)
    return _proven(workspace, passphrase, key)


def unlock(workspace: Path, passphrase: str) -> DataKey:
    """The data key of `workspace`; falls back to the second copy if the keys file is missing or damaged.

    Raises WrongPassphraseError, KeysMissingError, KeysDamagedError, KeysTooNewError or NotEnoughMemoryError.
    """
    return open_slot(workspace, passphrase).key


def open_slot(workspace: Path, passphrase: str) -> Opened:
    """All that a passphrase opens. Raises as `unlock`."""
    opened, _ = _opened(slot_file.read(keys_path(workspace)), passphrase)
    return opened


def change_passphrase(workspace: Path, old: str, *, new: str, profile: str = "", cost: Cost | None = None) -> DataKey:
    """Let `new` open what `old` opened; other slots stay, and so do the data key and the private area.

    A slot of kind `passphrase` becomes the one of `profile` where that is named; without it the private
    area of that slot is another one afterwards. Both copies are rewritten, so the old passphrase opens
    neither. Backups made before still open with it. Raises as `unlock`, and PassphraseTakenError.
    """
    path = keys_path(workspace)
    slots = slot_file.read(path)
    opened, place = _opened(slots, old)
    others = (*slots[:place], *slots[place + 1 :])
    _refuse_taken(others, new)
    mine = replace(opened, profile=opened.profile or profile)
    fresh = {**slots[place], **_slot(mine, new, cost or calibrate())}
    slot_file.write(path, (*slots[:place], fresh, *slots[place + 1 :]), replace=True)
    return _proven(workspace, new, opened.key).key


def add(workspace: Path, key: DataKey, passphrase: str, *, profile: str, cost: Cost | None = None) -> Opened:
    """A further slot, for this profile, with a private area of its own. Raises PassphraseTakenError."""
    path = keys_path(workspace)
    slots = slot_file.read(path)
    _refuse_taken(slots, passphrase)
    fresh = Opened(key, secrets.token_bytes(SECRET_BYTES), profile)
    slot_file.write(path, (*slots, _slot(fresh, passphrase, cost or calibrate())), replace=True)
    return _proven(workspace, passphrase, key)


def remove(workspace: Path, key: DataKey, profile: str, *, is_founder: bool = False) -> None:
    """Take a profile's slot away; the founder's may still be one of kind `passphrase`.

    Copies of the keys file made before, in backups for instance, still open with that passphrase.
    """
    path, owner = keys_path(workspace), _owner(key, profile)
    gone = (PASSPHRASE,) if is_founder else ()
    left = tuple(slot for slot in slot_file.read(path) if slot.get("owner") != owner and slot.get("kind") not in gone)
    slot_file.write(path, left, replace=True)


def _proven(workspace: Path, passphrase: str, key: DataKey) -> Opened:
    opened = open_slot(workspace, passphrase)
    if opened.key != key:
        raise KeysDamagedError(name=keys_path(workspace).name, detail="written keys give another key")
    return opened


def _refuse_taken(slots: tuple[Slot, ...], passphrase: str) -> None:
    try:
        _opened(slots, passphrase)
    except (WrongPassphraseError, KeysDamagedError):
        return
    raise PassphraseTakenError


def _opened(slots: tuple[Slot, ...], passphrase: str) -> tuple[Opened, int]:
    """What was opened, and which slot did; a slot that cannot be read does not keep another from opening."""
    unreadable: GroundworkError | None = None
    for place, slot in enumerate(slots):
        if slot.get("kind") not in (PASSPHRASE, PROFILE):
            continue
        try:
            return _unwrapped(slot, passphrase), place
        except InvalidTag:
            continue
        except (KeyError, TypeError, ValueError) as failure:
            unreadable = KeysDamagedError(name="", detail=f"slot {place}: {type(failure).__name__}")
    raise unreadable or WrongPassphraseError()


def _slot(opened: Opened, passphrase: str, cost: Cost) -> Slot:
    if not opened.profile:
        return wrap(opened.key.raw, passphrase, cost, PASSPHRASE)
    owner = _owner(opened.key, opened.profile)
    plain = opened.key.raw + opened.secret + opened.profile.encode()
    return {**wrap(plain, passphrase, cost, PROFILE, owner), "owner": owner}


def _unwrapped(slot: Slot, passphrase: str) -> Opened:
    """Raises InvalidTag for a wrong passphrase, ValueError, KeyError or TypeError for a slot that is none."""
    if slot["kind"] == PASSPHRASE:
        if len(str(slot["wrapped"])) != 2 * (KEY_BYTES + TAG_BYTES):
            raise ValueError("wrapped")
        found = unwrap(slot, passphrase, PASSPHRASE)
        return Opened(DataKey(found.plain), found.derived(_PRIVATE_AREA))
    plain = unwrap(slot, passphrase, PROFILE, str(slot["owner"])).plain
    secret = plain[KEY_BYTES : KEY_BYTES + SECRET_BYTES]
    return Opened(DataKey(plain[:KEY_BYTES]), secret, plain[KEY_BYTES + SECRET_BYTES :].decode())


def _owner(key: DataKey, profile: str) -> str:
    """Names a profile's slot to those who have the key, and says nothing to others."""
    return pseudonym(key.raw, _OWNER, profile)
