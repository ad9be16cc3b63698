"""The key of a workspace, kept beside it in slots that a passphrase or the recovery words open.

A random data key encrypts the workspace; each slot holds that key, wrapped. A change of passphrase
rewrites one slot and not the workspace. A slot of kind `profile` holds beside it the secret of one
person's private area; the one of kind `recovery` that of whoever made the words. Slots of kinds that this
version does not know are kept as they are. Layout: docs/formats/workspace-keys.md.
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
from app.vault.renewals import Renewal, renewals, without
from app.vault.slot_file import KeysDamagedError, Slot
from app.vault.wrapping import TAG_BYTES, Derivation, Passphrase, unwrap, wrap

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
    """What a passphrase or the recovery words opened: the key of the workspace, and one person's private area."""

    key: DataKey
    secret: bytes = field(repr=False)
    """32 bytes that make the keys of the private area."""
    profile: str = ""
    """Whose slot it was; "" for a slot of kind `passphrase`, which is the founder's."""
    renewed: tuple[Renewal, ...] = ()
    """Newer keys than the one in the slot, the newest first; one of them opens the file, unless a kill came between."""
    is_settled: bool = True
    """Whether the slot is as a new one would be; if not, `settle` makes it so."""

    @property
    def keys(self) -> tuple[DataKey, ...]:
        """Every key that may open the file, the likeliest first."""
        return (*(DataKey(one.key) for one in self.renewed), self.key)


def keys_path(workspace: Path) -> Path:
    """Where the keys of `workspace` lie: beside it, `.keys` added to its name."""
    return workspace.with_name(workspace.name + ".keys")


def create(workspace: Path, passphrase: str, *, cost: Cost | None = None) -> Opened:
    """A new data key, kept beside `workspace` in one slot; proven to open before it is given back.

    Without `cost` this machine is measured first. Raises FileExistsRefusedError if keys are there:
    overwriting them would lose the data they open.
    """
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    typed, how = Passphrase(passphrase), Derivation.fresh(cost or calibrate())
    slot_file.write(keys_path(workspace), (wrap(key.raw, typed, how, PASSPHRASE),), replace=False)
    return _proven(workspace, passphrase, key)


def unlock(workspace: Path, passphrase: str) -> DataKey:
    """The data key of `workspace`; falls back to the second copy if the keys file is missing or damaged.

    Raises WrongPassphraseError, KeysMissingError, KeysDamagedError, KeysTooNewError or NotEnoughMemoryError.
    """
    return open_slot(workspace, passphrase).keys[0]


def open_slot(workspace: Path, passphrase: str) -> Opened:
    """All that a passphrase opens. Raises as `unlock`."""
    opened, _ = _opened(slot_file.read(keys_path(workspace)), Passphrase(passphrase))
    return opened


def change_passphrase(workspace: Path, old: str, *, new: str, profile: str = "", cost: Cost | None = None) -> DataKey:
    """Let `new` open what `old` opened; other slots stay, and so do the data key and the private area.

    A slot of kind `passphrase` becomes the one of `profile` where that is named; without it the private
    area of that slot is another one afterwards. Both copies are rewritten, so the old passphrase opens
    neither. Backups made before still open with it. Raises as `unlock`, and PassphraseTakenError.
    """
    path = keys_path(workspace)
    slots = slot_file.read(path)
    opened, place = _opened(slots, Passphrase(old))
    typed = Passphrase(new)
    _refuse_taken((*slots[:place], *slots[place + 1 :]), typed)
    mine = replace(opened, profile=opened.profile or profile)
    fresh = {**slots[place], **_slot(mine, typed, derivation(slots, cost))}
    slot_file.write(path, (*slots[:place], fresh, *slots[place + 1 :]), replace=True)
    _proven(workspace, new, opened.key)
    return opened.keys[0]


def settle(workspace: Path, opened: Opened, passphrase: str, *, profile: str, cost: Cost | None = None) -> Opened:
    """Make the slot that `passphrase` opens as a new one would be: around `opened.key`, with the dearest cost there is.

    `opened.key` is the key that did open the file. `cost` raises what one guess has to cost.
    """
    path = keys_path(workspace)
    slots = slot_file.read(path)
    typed = Passphrase(passphrase)
    _found, place = _opened(slots, typed)
    mine = Opened(opened.key, opened.secret, opened.profile or profile)
    kept = {name: value for name, value in slots[place].items() if name != "renewed"}
    fresh = {**kept, **_slot(mine, typed, derivation(slots, cost or Cost.floor()))}
    slot_file.write(path, (*slots[:place], fresh, *slots[place + 1 :]), replace=True)
    return _proven(workspace, passphrase, opened.key)


def add(workspace: Path, key: DataKey, passphrase: str, *, profile: str, cost: Cost | None = None) -> Opened:
    """A further slot, for this profile, with a private area of its own. Raises PassphraseTakenError."""
    fresh = Opened(key, secrets.token_bytes(SECRET_BYTES), profile)
    return put(workspace, fresh, passphrase, slots=slot_file.read(keys_path(workspace)), cost=cost)


def put(
    workspace: Path, fresh: Opened, passphrase: str, *, slots: tuple[Slot, ...], cost: Cost | None = None
) -> Opened:
    """Write these slots and one more for `fresh`; proven to open. Raises PassphraseTakenError."""
    typed = Passphrase(passphrase)
    _refuse_taken(slots, typed)
    slot_file.write(keys_path(workspace), (*slots, _slot(fresh, typed, derivation(slots, cost))), replace=True)
    return _proven(workspace, passphrase, fresh.key)


def take(
    workspace: Path, opened: Opened, passphrase: str, *, is_founder: bool = False, cost: Cost | None = None
) -> Opened:
    """Another passphrase for `opened.profile` without the one it had, as after the recovery words were typed.

    `opened.key` is the key that opens the file; the old passphrase opens nothing more. Raises PassphraseTakenError.
    """
    owner = owner_of(opened.key, opened.profile)

    def is_old(slot: Slot) -> bool:
        kind = slot.get("kind")
        return (kind == PROFILE and owner in owners(slot)) or (is_founder and kind == PASSPHRASE)

    left = tuple(slot for slot in slot_file.read(keys_path(workspace)) if not is_old(slot))
    return put(workspace, replace(opened, renewed=()), passphrase, slots=left, cost=cost)


def remove(workspace: Path, key: DataKey, profile: str, *, is_founder: bool = False) -> None:
    """Take a profile's slot away, and the recovery words if this person made them; the founder's may be `passphrase`.

    Copies of the keys file made before, in backups for instance, still open with that passphrase.
    """
    path = keys_path(workspace)
    gone = (PASSPHRASE,) if is_founder else ()
    owner = owner_of(key, profile)
    left = tuple(slot for slot in slot_file.read(path) if owner not in owners(slot) and slot.get("kind") not in gone)
    slot_file.write(path, left, replace=True)


def take_back(workspace: Path, ids: tuple[str, ...]) -> None:
    """Forget renewals that never went through."""
    path = keys_path(workspace)
    slot_file.write(path, without(slot_file.read(path), ids), replace=True)


def owner_of(key: DataKey, profile: str) -> str:
    """Names a profile's slot to those who have the key, and says nothing to others."""
    return pseudonym(key.raw, _OWNER, profile)


def owners(slot: Slot) -> tuple[object, ...]:
    """All that a slot names its owner by: once for every key it holds."""
    return (slot.get("owner"), *(one.get("owner") for one in renewals(slot)))


def derivation(slots: tuple[Slot, ...], cost: Cost | None = None) -> Derivation:
    """What a new slot is made with: the dearest derivation in the file, so that one try tells for all of them.

    A new one is begun where none is as dear as `cost`, or as this machine allows; the others follow as they open.
    """
    wanted = cost or calibrate()
    common = common_derivation(slots)
    return common if common is not None and common.cost.weight >= wanted.weight else Derivation.fresh(wanted)


def common_derivation(slots: tuple[Slot, ...]) -> Derivation | None:
    """The dearest derivation in the file, the first of equals."""
    return max(_derivations(slots), key=lambda one: one.cost.weight, default=None)


def costs(workspace: Path) -> tuple[Cost, ...]:
    """What one guess costs, for each slot that a passphrase opens."""
    return tuple(one.cost for one in _derivations(slot_file.read(keys_path(workspace))))


def _derivations(slots: tuple[Slot, ...]) -> list[Derivation]:
    found: list[Derivation] = []
    for slot in slots:
        if slot.get("kind") in (PASSPHRASE, PROFILE):
            try:
                found.append(Derivation.of(slot))
            except (KeyError, TypeError, ValueError):
                continue
    return found


def _proven(workspace: Path, passphrase: str, key: DataKey) -> Opened:
    opened = open_slot(workspace, passphrase)
    if opened.key != key:
        raise KeysDamagedError(name=keys_path(workspace).name, detail="written keys give another key")
    return opened


def _refuse_taken(slots: tuple[Slot, ...], passphrase: Passphrase) -> None:
    try:
        _opened(slots, passphrase)
    except (WrongPassphraseError, KeysDamagedError):
        return
    raise PassphraseTakenError


def _opened(slots: tuple[Slot, ...], passphrase: Passphrase) -> tuple[Opened, int]:
    """What was opened, and which slot did; a slot that cannot be read does not keep another from opening."""
    unreadable: GroundworkError | None = None
    for place, slot in enumerate(slots):
        if slot.get("kind") not in (PASSPHRASE, PROFILE):
            continue
        try:
            opened = _unwrapped(slot, passphrase)
        except InvalidTag:
            continue
        except (KeyError, TypeError, ValueError) as failure:
            unreadable = KeysDamagedError(name="", detail=f"slot {place}: {type(failure).__name__}")
            continue
        newer = Renewal.opened(slot, opened.secret)
        is_settled = not newer and Derivation.of(slot) == common_derivation(slots)
        return replace(opened, renewed=newer, is_settled=is_settled), place
    raise unreadable or WrongPassphraseError()


def _slot(opened: Opened, passphrase: Passphrase, how: Derivation) -> Slot:
    if not opened.profile:
        return wrap(opened.key.raw, passphrase, how, PASSPHRASE)
    owner = owner_of(opened.key, opened.profile)
    plain = opened.key.raw + opened.secret + opened.profile.encode()
    return {**wrap(plain, passphrase, how, PROFILE, owner), "owner": owner}


def _unwrapped(slot: Slot, passphrase: Passphrase) -> Opened:
    """Raises InvalidTag for a wrong passphrase, ValueError, KeyError or TypeError for a slot that is none."""
    if slot["kind"] == PASSPHRASE:
        if len(str(slot["wrapped"])) != 2 * (KEY_BYTES + TAG_BYTES):
            raise ValueError("wrapped")
        found = unwrap(slot, passphrase, PASSPHRASE)
        return Opened(DataKey(found.plain), found.derived(_PRIVATE_AREA))
    plain = unwrap(slot, passphrase, PROFILE, str(slot["owner"])).plain
    secret = plain[KEY_BYTES : KEY_BYTES + SECRET_BYTES]
    return Opened(DataKey(plain[:KEY_BYTES]), secret, plain[KEY_BYTES + SECRET_BYTES :].decode())
