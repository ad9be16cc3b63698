"""Wrapping: bytes that only a passphrase opens, as the fields of one slot. Layout: docs/formats/workspace-keys.md."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.cost import Cost, derive
from app.vault.slot_file import Slot

SALT_BYTES, NONCE_BYTES, TAG_BYTES = 16, 12, 16
_MOST_BYTES = 1024
_FORMAT = "groundwork-keys-v1"
_SEEDED = "hkdf-sha256"


@dataclass(frozen=True)
class Derivation:
    """How a passphrase becomes a wrapping key: the salt, and what one guess costs."""

    salt: bytes
    cost: Cost

    @classmethod
    def fresh(cls, cost: Cost) -> Derivation:
        """A new salt."""
        return cls(secrets.token_bytes(SALT_BYTES), cost)

    @classmethod
    def of(cls, slot: Mapping[str, object]) -> Derivation:
        """What a slot was made with. Raises ValueError, KeyError or TypeError for none that is ever accepted."""
        cost = Cost(_count(slot, "memory_kib"), _count(slot, "passes"), _count(slot, "lanes"))
        salt = _bytes(slot, "salt")
        if slot["kdf"] != "argon2id" or len(salt) != SALT_BYTES or not cost.is_sane:
            raise ValueError("unknown derivation")
        return cls(salt, cost)


class Passphrase:
    """What somebody typed; derived once for each salt and cost, however many slots were made with them."""

    def __init__(self, typed: str) -> None:
        # one keyboard writes é as one sign, another as two: NFKC makes them the same passphrase
        self._secret = unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass")
        self._derived: dict[Derivation, bytes] = {}

    def key(self, how: Derivation) -> bytes:
        """The wrapping key. Raises NotEnoughMemoryError."""
        if how not in self._derived:
            self._derived[how] = derive(self._secret, how.salt, how.cost)
        return self._derived[how]


@dataclass(frozen=True)
class Unwrapped:
    """What a slot held, and the key it was wrapped with, of which more can be derived."""

    plain: bytes = field(repr=False)
    wrapping: bytes = field(repr=False)

    def derived(self, use: bytes) -> bytes:
        """32 more bytes for one use, which lie nowhere: they follow from the passphrase and the salt."""
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=use).derive(self.wrapping)


def wrap(plain: bytes, passphrase: Passphrase, how: Derivation, *purpose: str) -> Slot:
    """The fields of a slot; the first word of `purpose` is its kind, and all of them are bound to it."""
    derivation = {
        "kind": purpose[0],
        "kdf": "argon2id",
        "memory_kib": how.cost.memory_kib,
        "passes": how.cost.passes,
        "lanes": how.cost.lanes,
        "salt": how.salt.hex(),
    }
    return {**derivation, **_closed(plain, passphrase.key(how), purpose)}


def unwrap(slot: Mapping[str, object], passphrase: Passphrase, *purpose: str) -> Unwrapped:
    """What `wrap` wrapped. Raises InvalidTag for a wrong passphrase, ValueError, KeyError or TypeError for no slot."""
    how, parts = Derivation.of(slot), _parts(slot)
    wrapping = passphrase.key(how)
    return Unwrapped(_opened(parts, wrapping, purpose), wrapping)


def wrap_with_seed(plain: bytes, seed: bytes, *purpose: str) -> Slot:
    """As `wrap`, for a secret of 32 random bytes, which nobody can guess: HKDF-SHA256 instead of Argon2id."""
    salt = secrets.token_bytes(SALT_BYTES)
    derivation = {"kind": purpose[0], "kdf": _SEEDED, "salt": salt.hex()}
    return {**derivation, **_closed(plain, _of_seed(seed, salt), purpose)}


def unwrap_with_seed(slot: Mapping[str, object], seed: bytes, *purpose: str) -> bytes:
    """What `wrap_with_seed` wrapped. Raises as `unwrap`."""
    if slot["kdf"] != _SEEDED:
        raise ValueError("unknown derivation")
    return _opened(_parts(slot), _of_seed(seed, _bytes(slot, "salt")), purpose)


def _closed(plain: bytes, wrapping: bytes, purpose: tuple[str, ...]) -> Slot:
    nonce = secrets.token_bytes(NONCE_BYTES)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(nonce, plain, _bound_to(purpose))
    return {"nonce": nonce.hex(), "wrapped": wrapped.hex()}


def _opened(parts: tuple[bytes, bytes], wrapping: bytes, purpose: tuple[str, ...]) -> bytes:
    nonce, wrapped = parts
    return ChaCha20Poly1305(wrapping).decrypt(nonce, wrapped, _bound_to(purpose))


def _parts(slot: Mapping[str, object]) -> tuple[bytes, bytes]:
    nonce, wrapped = _bytes(slot, "nonce"), _bytes(slot, "wrapped")
    if len(nonce) != NONCE_BYTES or not TAG_BYTES < len(wrapped) <= _MOST_BYTES:
        raise ValueError("a part has the wrong length")
    return nonce, wrapped


def _of_seed(seed: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=b"groundwork-recovery-v1").derive(seed)


def _bound_to(purpose: tuple[str, ...]) -> bytes:
    return "\0".join((_FORMAT, *purpose)).encode()


def _count(slot: Mapping[str, object], name: str) -> int:
    value = slot[name]
    if type(value) is not int:
        raise TypeError(name)
    return value


def _bytes(slot: Mapping[str, object], name: str) -> bytes:
    value = slot[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return bytes.fromhex(value)
