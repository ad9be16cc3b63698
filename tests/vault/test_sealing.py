"""Sealing: only the named open it, all of it or nothing."""

from __future__ import annotations

import errno
import io

import pyrage
import pytest

from app.vault import sealing
from app.vault.identity import OrganisationKeys
from app.vault.sealing import SealBrokenError, SealedForOthersError, SealedTooLargeError

A = OrganisationKeys.from_seed(b"the first of the recipients")
B = OrganisationKeys.from_seed(b"the second of the recipients")
C = OrganisationKeys.from_seed(b"nobody of the recipients")
PLAIN = bytes(range(256)) * 1000
SEALED = sealing.seal(PLAIN, [A.public, B.public])


@pytest.mark.parametrize("keys", [A, B])
def test_every_recipient_opens_it(keys):
    assert sealing.open_sealed(SEALED, keys, limit=len(PLAIN)) == PLAIN


def test_nobody_else_opens_it():
    with pytest.raises(SealedForOthersError):
        sealing.open_sealed(SEALED, C, limit=len(PLAIN))


def test_it_is_a_plain_age_file():
    assert SEALED.startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert pyrage.decrypt(SEALED, [pyrage.x25519.Identity.from_str(A.identity)]) == PLAIN


def test_what_age_sealed_is_opened():
    sealed = pyrage.encrypt(b"by another program", [pyrage.x25519.Recipient.from_str(A.public.recipient)])
    assert sealing.open_sealed(sealed, A, limit=100) == b"by another program"


def test_sealing_twice_gives_different_bytes():
    assert sealing.seal(PLAIN, [A.public]) != sealing.seal(PLAIN, [A.public])


def test_nothing_at_all_can_be_sealed():
    assert sealing.open_sealed(sealing.seal(b"", [A.public]), A, limit=0) == b""


def test_sealing_for_nobody_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="nobody"):
        sealing.seal(PLAIN, [])


@pytest.mark.parametrize(
    "sealed",
    [b"", b"age-encryption.org/v1\n", SEALED[:300], SEALED[:-1], SEALED[:100_000], SEALED + b"x", b"x" + SEALED],
    ids=["empty", "a line", "header", "last byte", "middle", "longer", "shifted"],
)
def test_what_was_cut_or_changed_gives_nothing(sealed):
    sink = io.BytesIO()
    with pytest.raises(SealBrokenError):
        sealing.open_stream(io.BytesIO(sealed), sink, A, limit=len(PLAIN))
    assert sink.getvalue() == b""


def test_a_flipped_bit_near_the_end_gives_nothing():
    changed = bytearray(SEALED)
    changed[-30] ^= 1
    sink = io.BytesIO()
    with pytest.raises(SealBrokenError):
        sealing.open_stream(io.BytesIO(changed), sink, A, limit=len(PLAIN))
    assert sink.getvalue() == b""


def test_more_than_the_limit_is_stopped_and_taken_back():
    sink = io.BytesIO()
    with pytest.raises(SealedTooLargeError):
        sealing.open_stream(io.BytesIO(SEALED), sink, A, limit=len(PLAIN) - 1)
    assert sink.getvalue() == b""


class FullDisk(io.BytesIO):
    """A file on a disk that has no room left."""

    def write(self, _chunk: object) -> int:
        raise OSError(errno.ENOSPC, "no room")


def test_a_full_disk_is_not_mistaken_for_damage():
    with pytest.raises(OSError, match="no room"):
        sealing.open_stream(io.BytesIO(SEALED), FullDisk(), A, limit=len(PLAIN))
