"""The key of a workspace, kept beside it in slots that a passphrase opens.

A random data key encrypts the workspace; each slot holds that key, wrapped. A change of passphrase
rewrites one slot and not the workspace. Slots of kinds this version does not know (recovery cards,
profiles) are kept as they are. Layout: docs/formats/workspace-keys.md.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.errors import GroundworkError
from app.i18n import N_
from app.vault import slot_file
from app.vault.cost import Cost, calibrate, derive
from app.vault.slot_file import KeysDamagedError, Slot

KEY_BYTES = 32
PASSPHRASE = "passphrase"
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16
_BOUND_TO = b"groundwork-keys-v1\0passphrase"


class WrongPassphraseError(GroundworkError):
    """The keys file is whole, and this passphrase opens none of its slots."""

    message = N_("This passphrase does not open the workspace. Please check capital letters and the keyboard language.")


@dataclass(frozen=True)
class DataKey:
    """The 32 random bytes that encrypt one workspace."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")


def keys_path(workspace: Path) -> Path:
    """Where the keys of `workspace` lie: beside it, `.keys` added to its name."""
    return workspace.with_name(workspace.name + ".keys")


def create(workspace: Path, passphrase: str, *, cost: Cost | None = None) -> DataKey:
    """A new data key, kept beside `workspace` in one slot; proven to open before it is given back.

    Without `cost` this machine is measured first. Raises FileExistsRefusedError if keys are there:
    overwriting them would lose the data they open.
    """
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    path = keys_path(workspace)
    slot_file.write(path, (_wrapped(key, passphrase, cost or calibrate()),), replace=False)
    return _proven(workspace, passphrase, key)


def unlock(workspace: Path, passphrase: str) -> DataKey:
    """The data key of `workspace`; falls back to the second copy if the keys file is missing or damaged.

    Raises WrongPassphraseError, KeysMissingError, KeysDamagedError, KeysTooNewError or NotEnoughMemoryError.
    """
    key, _ = _opened(slot_file.read(keys_path(workspace)), passphrase)
    return key


def change_passphrase(workspace: Path, old: str, *, new: str, cost: Cost | None = None) -> DataKey:
    """Let `new` open what `old` opened; other slots stay, and so does the data key.

    Both copies are rewritten, so the old passphrase opens neither. Backups made before still open
    with it. Raises as `unlock`.
    """
    path = keys_path(workspace)
    slots = slot_file.read(path)
    key, place = _opened(slots, old)
    fresh = {**slots[place], **_wrapped(key, new, cost or calibrate())}
    slot_file.write(path, (*slots[:place], fresh, *slots[place + 1 :]), replace=True)
    return _proven(workspace, new, key)


def _proven(workspace: Path, passphrase: str, key: DataKey) -> DataKey:
    if unlock(workspace, passphrase) != key:
        raise KeysDamagedError(name=keys_path(workspace).name, detail="written keys give another key")
    return key


def _opened(slots: tuple[Slot, ...], passphrase: str) -> tuple[DataKey, int]:
    """The key, and which slot gave it; a slot that cannot be read does not keep another from opening."""
    unreadable: GroundworkError | None = None
    for place, slot in enumerate(slots):
        if slot.get("kind") != PASSPHRASE:
            continue
        try:
            return _unwrapped(slot, passphrase), place
        except InvalidTag:
            continue
        except (KeyError, TypeError, ValueError) as failure:
            unreadable = KeysDamagedError(name="", detail=f"slot {place}: {type(failure).__name__}")
    raise unreadable or WrongPassphraseError()


def _wrapped(key: DataKey, passphrase: str, cost: Cost) -> Slot:
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping = derive(_secret(passphrase), salt, cost)
    return {
        "kind": PASSPHRASE,
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "wrapped": ChaCha20Poly1305(wrapping).encrypt(nonce, key.raw, _BOUND_TO).hex(),
    }


def _unwrapped(slot: Mapping[str, object], passphrase: str) -> DataKey:
    """Raises InvalidTag for a wrong passphrase, ValueError, KeyError or TypeError for a slot that is none."""
    if slot["kdf"] != "argon2id":
        raise ValueError("unknown derivation")
    cost = Cost(_count(slot, "memory_kib"), _count(slot, "passes"), _count(slot, "lanes"))
    salt, nonce = _bytes(slot, "salt", _SALT_BYTES), _bytes(slot, "nonce", _NONCE_BYTES)
    wrapped = _bytes(slot, "wrapped", KEY_BYTES + _TAG_BYTES)
    wrapping = derive(_secret(passphrase), salt, cost)
    return DataKey(ChaCha20Poly1305(wrapping).decrypt(nonce, wrapped, _BOUND_TO))


def _secret(passphrase: str) -> bytes:
    """One keyboard writes é as one sign, another as two: NFKC makes them the same passphrase."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def _count(slot: Mapping[str, object], name: str) -> int:
    value = slot[name]
    if type(value) is not int:
        raise TypeError(name)
    return value


def _bytes(slot: Mapping[str, object], name: str, length: int) -> bytes:
    value = slot[name]
    if not isinstance(value, str) or len(value) != 2 * length:
        raise TypeError(name)
    return bytes.fromhex(value)
