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


@dataclass(frozen=True)
class Unwrapped:
    """What a slot held, and the key it was wrapped with, of which more can be derived."""

    plain: bytes = field(repr=False)
    wrapping: bytes = field(repr=False)

    def derived(self, use: bytes) -> bytes:
        """32 more bytes for one use, which lie nowhere: they follow from the passphrase and the salt."""
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=use).derive(self.wrapping)


def wrap(plain: bytes, passphrase: str, cost: Cost, *purpose: str) -> Slot:
    """The fields of a slot; the first word of `purpose` is its kind, and all of them are bound to it."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    wrapping = derive(_secret(passphrase), salt, cost)
    return {
        "kind": purpose[0],
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "wrapped": ChaCha20Poly1305(wrapping).encrypt(nonce, plain, _bound_to(purpose)).hex(),
    }


def unwrap(slot: Mapping[str, object], passphrase: str, *purpose: str) -> Unwrapped:
    """What `wrap` wrapped. Raises InvalidTag for a wrong passphrase, ValueError, KeyError or TypeError for no slot."""
    if slot["kdf"] != "argon2id":
        raise ValueError("unknown derivation")
    cost = Cost(_count(slot, "memory_kib"), _count(slot, "passes"), _count(slot, "lanes"))
    salt, nonce, wrapped = _bytes(slot, "salt"), _bytes(slot, "nonce"), _bytes(slot, "wrapped")
    if len(salt) != SALT_BYTES or len(nonce) != NONCE_BYTES or not TAG_BYTES < len(wrapped) <= _MOST_BYTES:
        raise ValueError("a part has the wrong length")
    wrapping = derive(_secret(passphrase), salt, cost)
    return Unwrapped(ChaCha20Poly1305(wrapping).decrypt(nonce, wrapped, _bound_to(purpose)), wrapping)


def _bound_to(purpose: tuple[str, ...]) -> bytes:
    return "\0".join((_FORMAT, *purpose)).encode()


def _secret(passphrase: str) -> bytes:
    """One keyboard writes é as one sign, another as two: NFKC makes them the same passphrase."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


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
