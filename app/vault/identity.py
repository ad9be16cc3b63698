"""Who signs and who may open: an organisation's two key pairs, fingerprints and pseudonyms.

Private keys are plain values here and live only inside the encrypted workspace. Nothing claims to
wipe them from memory: Python cannot.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import GroundworkError
from app.i18n import N_
from app.vault.bech32 import encode as _bech32

KEY_BYTES = 32
SIGNATURE_BYTES = 64
_SHORTEST_SEED = 16
_P = 2**255 - 19
_WEAK_POINTS = frozenset(
    {
        0,
        1,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
        _P - 1,
        _P,
        _P + 1,
    }
)
"""The y of points whose order divides 8: as public keys they let anybody sign, so they are no keys."""


class KeysUnreadableError(GroundworkError):
    """Stored or received key material is not a key; nothing was done with it."""

    message = N_("These keys cannot be read. Please ask for them again, or restore them from a backup.")


@dataclass(frozen=True)
class PublicKeys:
    """What others may know: the key that checks signatures and the age recipient to seal for."""

    signing: bytes
    """Ed25519 public key, 32 bytes."""
    recipient: str
    """age X25519 recipient, `age1…`."""

    def __post_init__(self) -> None:
        if len(self.signing) != KEY_BYTES or _is_weak(self.signing):
            raise KeysUnreadableError(detail="not an Ed25519 public key")
        try:
            pyrage.x25519.Recipient.from_str(self.recipient)
        except pyrage.RecipientError as failure:
            raise KeysUnreadableError(detail="not an age X25519 recipient") from failure

    @property
    def fingerprint(self) -> str:
        """64 hexadecimal digits that name the owner in files; `fingerprint()` is for people."""
        return fingerprint_hex(self.signing)

    def as_dict(self) -> dict[str, str]:
        """Plain values for JSON: `signing` in hexadecimal, `recipient` as age writes it."""
        return {"signing": self.signing.hex(), "recipient": self.recipient}

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> PublicKeys:
        """The keys that `as_dict` wrote; raises KeysUnreadableError for anything else."""
        return cls(_bytes_in(kept, "signing"), _text_in(kept, "recipient"))


@dataclass(frozen=True)
class OrganisationKeys:
    """An organisation's private keys: Ed25519 to sign, age X25519 to open what was sealed for it."""

    signing: bytes = field(repr=False)
    """Ed25519 private key, 32 bytes."""
    identity: str = field(repr=False)
    """age X25519 identity, `AGE-SECRET-KEY-1…`."""
    former: tuple[bytes, ...] = ()
    """Public signing keys that were used before this one, the first one first; what was sealed under their names
    the same identity opens."""

    @classmethod
    def generate(cls, random: Callable[[int], bytes] = secrets.token_bytes) -> OrganisationKeys:
        """New keys from `random(count)`; only tests and demonstrations pass their own."""
        return cls(random(KEY_BYTES), _identity_of(random(KEY_BYTES)))

    @classmethod
    def from_seed(cls, seed: bytes) -> OrganisationKeys:
        """The same keys for the same seed, always (HKDF-SHA256); at least 16 bytes of seed."""
        if len(seed) < _SHORTEST_SEED:
            raise ValueError("a seed of keys has at least 16 bytes")
        return cls(_derived(seed, b"groundwork-signing-v1"), _identity_of(_derived(seed, b"groundwork-sealing-v1")))

    @cached_property
    def public(self) -> PublicKeys:
        """What may be given to anybody."""
        signing = Ed25519PrivateKey.from_private_bytes(self.signing).public_key().public_bytes_raw()
        return PublicKeys(signing, str(pyrage.x25519.Identity.from_str(self.identity).to_public()))

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits, as in `PublicKeys`."""
        return self.public.fingerprint

    @property
    def ours(self) -> tuple[bytes, ...]:
        """Every public key that signs or signed for this organisation; the first one stays its name for others."""
        return (*self.former, self.public.signing)

    @property
    def names(self) -> frozenset[str]:
        """The fingerprints under which something may have been sealed for this organisation."""
        return frozenset(fingerprint_hex(one) for one in self.ours)

    def as_dict(self) -> dict[str, str]:
        """Plain values for JSON inside the encrypted workspace, and nowhere else."""
        return {"signing": self.signing.hex(), "identity": self.identity}

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> OrganisationKeys:
        """The keys that `as_dict` wrote; raises KeysUnreadableError for anything else."""
        signing, identity = _bytes_in(kept, "signing"), _text_in(kept, "identity")
        try:
            pyrage.x25519.Identity.from_str(identity)
        except pyrage.IdentityError as failure:
            raise KeysUnreadableError(detail="not an age X25519 identity") from failure
        if len(signing) != KEY_BYTES:
            raise KeysUnreadableError(detail="signing key is not 32 bytes")
        return cls(signing, identity)


def sign(keys: OrganisationKeys, purpose: str, message: bytes) -> bytes:
    """64 bytes of Ed25519 over `purpose`, a zero byte and `message`.

    The purpose keeps a signature made for one thing from being shown as made for another.
    """
    return Ed25519PrivateKey.from_private_bytes(keys.signing).sign(_signed_bytes(purpose, message))


def verify(public: PublicKeys | bytes, purpose: str, message: bytes, *, signature: bytes) -> bool:
    """Whether the owner of `public` signed exactly this message for exactly this purpose."""
    signing = public.signing if isinstance(public, PublicKeys) else public
    if _is_weak(signing):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(signing).verify(signature, _signed_bytes(purpose, message))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint_hex(signing: bytes) -> str:
    """SHA-256 of a public signing key as 64 hexadecimal digits: its name in files."""
    return hashlib.sha256(signing).hexdigest()


def fingerprint(signing: bytes) -> str:
    """Six groups of five digits to compare by telephone, the same in every language.

    Each group is the remainder by 100,000 of five bytes of SHA-256 of the key: about 99 bits.
    """
    digest = hashlib.sha256(signing).digest()
    groups = (int.from_bytes(digest[start : start + 5], "big") % 100_000 for start in range(0, 30, 5))
    return " ".join(f"{group:05d}" for group in groups)


def pseudonym(secret: bytes, *parts: str) -> str:
    """64 hexadecimal digits that stand for `parts` and say nothing without `secret` (HMAC-SHA256).

    Every part is preceded by its length, so ("ab", "c") and ("a", "bc") differ.
    """
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    message = b"".join(len(part).to_bytes(8, "big") + part for part in encoded)
    return hmac.new(secret, message, hashlib.sha256).hexdigest()


def _is_weak(signing: bytes) -> bool:
    return int.from_bytes(signing, "little") % 2**255 in _WEAK_POINTS


def _signed_bytes(purpose: str, message: bytes) -> bytes:
    if "\0" in purpose:
        raise ValueError("a purpose has no zero byte: it ends with one")
    return purpose.encode() + b"\0" + message


def _derived(seed: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=use).derive(seed)


def _identity_of(scalar: bytes) -> str:
    return _bech32("age-secret-key-", scalar).upper()


def _bytes_in(kept: Mapping[str, object], name: str) -> bytes:
    try:
        return bytes.fromhex(_text_in(kept, name))
    except ValueError as failure:
        raise KeysUnreadableError(detail=f"{name} is not hexadecimal") from failure


def _text_in(kept: Mapping[str, object], name: str) -> str:
    value = kept.get(name)
    if not isinstance(value, str):
        raise KeysUnreadableError(detail=f"{name} is missing")
    return value
