"""Sealing to an exact size: what any age program opens, with nothing random in its size."""

from __future__ import annotations

import base64
import hmac

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.vault import sealing
from app.vault.bech32 import decode, encode
from app.vault.exact_sealing import seal_exactly, seal_for_nobody
from app.vault.sealing import SealBrokenError, SealedForOthersError
from app.vault.sealing_key import OpeningKey

KEY = OpeningKey.generate()
CHUNK = 1 << 16


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_age_opens_it_and_its_size_follows_from_the_content_alone(size: int) -> None:
    plain = bytes(range(256)) * (size // 256) + bytes(size % 256)
    sealed = seal_exactly(plain, KEY.public)

    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(KEY.identity)]) == plain
    other = OpeningKey.generate().public
    assert {len(seal_exactly(plain, to)) for to in (KEY.public, other)} == {len(sealed)}
    assert seal_exactly(plain, KEY.public) != sealed


def test_another_key_and_a_changed_byte_open_nothing() -> None:
    sealed = seal_exactly(b"for one alone", KEY.public)
    with pytest.raises(SealedForOthersError):
        sealing.open_sealed(sealed, OpeningKey.generate(), limit=100)
    for place in (60, 130, 180, len(sealed) - 1):
        broken = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises((SealBrokenError, SealedForOthersError)):
            sealing.open_sealed(broken, KEY, limit=100)


def test_what_is_sealed_for_nobody_repeats_for_whoever_has_the_secret_only() -> None:
    made = seal_for_nobody(b"nothing", b"s" * 32, b"one")
    assert made == seal_for_nobody(b"nothing", b"s" * 32, b"one")
    assert made != seal_for_nobody(b"nothing", b"t" * 32, b"one")
    assert made != seal_for_nobody(b"nothing", b"s" * 32, b"two")
    assert len(made) == len(seal_exactly(b"nothing", KEY.public))
    with pytest.raises(SealedForOthersError):
        sealing.open_sealed(made, KEY, limit=100)


def test_the_letters_of_a_key_give_its_bytes_back() -> None:
    raw = bytes(range(32))
    assert decode(encode("age", raw)) == raw


def test_the_file_is_built_as_the_specification_of_age_says_line_by_line() -> None:
    """Read with the primitives alone: head, stanza, wrap, MAC, nonce and chunks of age-encryption.org/v1."""
    plain = bytes(CHUNK + 5)
    sealed = seal_exactly(plain, KEY.public)
    head, _dashes, rest = sealed.partition(b"\n---")
    version, stanza, body = head.split(b"\n")
    assert version == b"age-encryption.org/v1" and body.count(b"=") == 0
    assert len(body) == 43, "32 bytes of unpadded base64, and so less than the 64 at which a line is broken"
    kind, share_text = stanza.removeprefix(b"-> ").split(b" ")
    assert kind == b"X25519" and len(share_text) == 43
    share, recipient = _raw(share_text), decode(KEY.public.recipient)
    secret = X25519PrivateKey.from_private_bytes(decode(KEY.identity.lower()))
    shared = secret.exchange(X25519PublicKey.from_public_bytes(share))
    wrap = _hkdf(shared, share + recipient, b"age-encryption.org/v1/X25519")
    file_key = ChaCha20Poly1305(wrap).decrypt(bytes(12), _raw(body), None)
    assert len(file_key) == 16
    mac_text, _newline, payload = rest.removeprefix(b" ").partition(b"\n")
    assert _raw(mac_text) == hmac.digest(_hkdf(file_key, b"", b"header"), head + b"\n---", "sha256")
    stream = ChaCha20Poly1305(_hkdf(file_key, payload[:16], b"payload"))
    first, last = payload[16 : 16 + CHUNK + 16], payload[16 + CHUNK + 16 :]
    opened = stream.decrypt(bytes(12), first, None) + stream.decrypt(bytes(10) + b"\x01\x01", last, None)
    assert opened == plain


def test_what_is_cut_or_goes_on_after_its_end_is_refused_at_every_edge() -> None:
    for size in (0, 1, CHUNK, CHUNK + 1):
        sealed = seal_exactly(bytes(size), KEY.public)
        cuts = {0, 1, 100, len(sealed) - 1, len(sealed) - 16, len(sealed) - 17} | (
            {len(sealed) - 17} if size else set()
        )
        for broken in (*(sealed[:cut] for cut in cuts), sealed + b"\0", sealed + sealed[-16:]):
            with pytest.raises((SealBrokenError, SealedForOthersError)):
                sealing.open_sealed(broken, KEY, limit=1 << 20)


def test_the_library_seals_for_the_same_keys_and_both_are_opened_alike() -> None:
    for size in (0, 1, CHUNK - 1, CHUNK, CHUNK + 1):
        theirs = pyrage.encrypt(bytes(size), [pyrage.x25519.Recipient.from_str(KEY.public.recipient)])
        assert sealing.open_sealed(theirs, KEY, limit=1 << 20) == bytes(size)
        assert sealing.open_sealed(seal_exactly(bytes(size), KEY.public), KEY, limit=1 << 20) == bytes(size)


def _raw(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)


def _hkdf(secret: bytes, salt: bytes, use: bytes) -> bytes:
    """RFC 5869 with SHA-256, for one block: written out here, so that nothing of the writer is asked."""
    pseudo_random = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(pseudo_random, use + b"\x01", "sha256")
