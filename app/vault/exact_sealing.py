"""Sealing to an exact size: the same age files (v1, X25519), without the random line that the library adds to each.

A size that says nothing can only be shown where it is always the same. With given chance the bytes repeat, too.
"""

from __future__ import annotations

import base64
import io
import secrets
from collections.abc import Callable, Iterator

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.bech32 import decode
from app.vault.identity import OrganisationKeys
from app.vault.sealing_key import OpeningKey, SealingKey

_KEY_BYTES, _FILE_KEY_BYTES, _NONCE_BYTES = 32, 16, 16
_CHUNK_BYTES = 1 << 16
_VERSION = b"age-encryption.org/v1"
_NEEDED = 2 * _KEY_BYTES + _KEY_BYTES + _FILE_KEY_BYTES + _NONCE_BYTES
Chance = Callable[[int], bytes]


def seal_exactly(plain: bytes, to: SealingKey, chance: Chance = secrets.token_bytes) -> bytes:
    """`plain` as a binary age file for one key; its size depends on the size of `plain` alone."""
    file_key, own = chance(_FILE_KEY_BYTES), X25519PrivateKey.from_private_bytes(chance(_KEY_BYTES))
    share, recipient = own.public_key().public_bytes_raw(), decode(to.recipient)
    shared = own.exchange(X25519PublicKey.from_public_bytes(recipient))
    wrapping = _derived(shared, share + recipient, _VERSION + b"/X25519")
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    head = b"\n".join((_VERSION, b"-> X25519 " + _text(share), _text(wrapped), b"---"))
    mac = hmac.HMAC(_derived(file_key, None, b"header"), hashes.SHA256())
    mac.update(head)
    nonce = chance(_NONCE_BYTES)
    chunks = _chunks(plain, ChaCha20Poly1305(_derived(file_key, nonce, b"payload")))
    return b"".join((head, b" ", _text(mac.finalize()), b"\n", nonce, *chunks))


def seal_for_nobody(plain: bytes, secret: bytes, context: bytes) -> bytes:
    """As `seal_exactly`, for a key that follows from secret and context and is kept by nobody; the bytes repeat.

    Only for what holds nothing: whoever has the secret can open it.
    """
    kdf = HKDF(algorithm=hashes.SHA256(), length=_NEEDED, salt=None, info=b"groundwork-nobody-v1" + context)
    chance = io.BytesIO(kdf.derive(secret)).read
    to = OpeningKey(OrganisationKeys.generate(chance).identity).public
    return seal_exactly(plain, to, chance)


def _chunks(plain: bytes, cipher: ChaCha20Poly1305) -> Iterator[bytes]:
    """Each with its number; the last one says so, and is empty only where all is."""
    starts = range(0, max(len(plain), 1), _CHUNK_BYTES)
    for number, start in enumerate(starts):
        nonce = number.to_bytes(11, "big") + bytes([number == len(starts) - 1])
        yield cipher.encrypt(nonce, plain[start : start + _CHUNK_BYTES], None)


def _derived(secret: bytes, salt: bytes | None, use: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=salt, info=use).derive(secret)


def _text(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")
