"""Looking at a file without keys: it says what it is, and never fails."""

from __future__ import annotations

import random

import pytest

from app.sync import archive, refusals
from app.sync.inspecting import Signature, inspect
from app.sync.manifest import Purpose
from app.sync.reading import read
from tests.sync.made import READER, SENDER, changed, entries_of, made, with_content


@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_good_file_is_told_by_its_outside(is_sealed):
    data = made(purpose=Purpose.SUBMISSION, is_sealed=is_sealed)
    found = inspect(data)
    assert found.manifest is not None
    assert (found.purpose, found.manifest.sender.fingerprint) == ("submission", SENDER.fingerprint)
    assert (found.signature, found.is_whole, found.is_sealed) == (Signature.GOOD, True, is_sealed)
    assert (found.size, found.problems) == (len(data), ())
    assert found.bundle_id == read(data, purpose=Purpose.SUBMISSION, keys=READER).bundle_id


def newer(outside) -> None:
    outside.update(format=3, min_reader=3)


def replaced(name: str, content: bytes) -> bytes:
    return archive.pack({**entries_of(made()), name: content}.items())


@pytest.mark.parametrize(
    ("data", "signature", "is_whole", "problem"),
    [
        (b"", Signature.MISSING, False, refusals.BundleDamagedError),
        (b"%PDF-1.7", Signature.MISSING, False, refusals.NotABundleError),
        (made()[:-1], Signature.MISSING, False, refusals.BundleDamagedError),
        (replaced("manifest.sig", b""), Signature.MISSING, True, refusals.SignatureBadError),
        (replaced("manifest.sig", bytes(96)), Signature.BAD, True, refusals.SignatureBadError),
        (replaced("data-0000", b"else"), Signature.GOOD, False, refusals.BundleDamagedError),
        (replaced("data-0001", b"more"), Signature.GOOD, False, refusals.BundleContentError),
        (replaced("manifest.json", b"[]"), Signature.BAD, False, refusals.BundleContentError),
        (with_content(b"{}\n{]\n"), Signature.GOOD, True, refusals.BundleContentError),
        (
            changed(made(), lambda outside: outside.update(min_reader=3)),
            Signature.GOOD,
            False,
            refusals.BundleTooNewError,
        ),
    ],
)
def test_what_is_wrong_is_told_without_failing(data, signature, is_whole, problem):
    found = inspect(data)
    assert (found.signature, found.is_whole, [type(one) for one in found.problems]) == (signature, is_whole, [problem])


def test_a_purpose_of_tomorrow_is_shown_as_it_is():
    found = inspect(changed(made(), lambda outside: outside.update(purpose="ballot"), purpose="ballot"))
    assert (found.purpose, found.signature, found.is_whole, found.problems) == ("ballot", Signature.GOOD, True, ())


def test_no_bytes_make_it_fail():
    chance = random.Random(7)
    good = made()
    for _ in range(300):
        place = chance.randrange(len(good))
        found = inspect(good[:place] + bytes([good[place] ^ (1 << chance.randrange(8))]) + good[place + 1 :])
        assert found.problems
