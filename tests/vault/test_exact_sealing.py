"""Sealing to an exact size: what any age program opens, with nothing random in its size."""

from __future__ import annotations

import pyrage
import pytest

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
