"""Sealing for oneself: what lies outside the workspace, under a key of its own that is kept inside it alone.

The bytes repeat for the same content and key, so that work that was struck finds again what it had put there.
"""

from __future__ import annotations

import hashlib
import io

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.exact_sealing import seal_exactly
from app.vault.identity import OrganisationKeys
from app.vault.sealing import open_sealed
from app.vault.sealing_key import OpeningKey

KEY_BYTES = 32
_SEED_BYTES, _CHANCE_BYTES = 64, 64
_FORMAT = b"groundwork-outside-v1"


def seal_own(plain: bytes, key: bytes) -> bytes:
    """`plain` as an age file that this key alone opens."""
    chance = _derived(key, b"chance" + hashlib.sha256(plain).digest(), _CHANCE_BYTES)
    return seal_exactly(plain, _opener(key).public, io.BytesIO(chance).read)


def open_own(sealed: bytes, key: bytes, *, limit: int) -> bytes:
    """What `seal_own` sealed. Raises what `open_sealed` raises."""
    return open_sealed(sealed, _opener(key), limit=limit)


def _opener(key: bytes) -> OpeningKey:
    return OpeningKey(OrganisationKeys.generate(io.BytesIO(_derived(key, b"reader", _SEED_BYTES)).read).identity)


def _derived(key: bytes, use: bytes, count: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=count, salt=None, info=_FORMAT + use).derive(key)
