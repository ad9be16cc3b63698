"""manifest.json: any manifest that is written is read back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync import manifest_text
from app.sync.limits import LARGEST_PART_BYTES, LARGEST_STORED_PART_BYTES
from app.sync.manifest import READ_ME, Manifest, Part, Purpose
from app.sync.refusals import BundleContentError, BundleTooLargeError
from tests.sync.made import SENDER

HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
NAMES = st.text("0123456789abcdefghijklmnopqrstuvwxyz-", max_size=64)
UNKNOWN = st.dictionaries(
    st.text("xyz", min_size=1, max_size=3), st.none() | st.booleans() | st.text("é\u0000ab"), max_size=3
)


@st.composite
def manifests(draw: st.DrawFn) -> Manifest:
    sealed = draw(st.booleans())
    sizes = draw(st.lists(st.integers(0, 2**20), min_size=1, max_size=4))
    data = [
        Part(f"data-{number:04d}", size, draw(HASHES), size, "" if sealed else draw(HASHES), None if sealed else 3)
        for number, size in enumerate(sizes)
    ]
    blobs = [Part(f"blob-{name}", 5, draw(HASHES), 5) for name in sorted(draw(st.sets(HASHES, max_size=3)))]
    return Manifest(
        purpose=draw(st.sampled_from(list(Purpose))).value,
        sender=SENDER.public,
        created=draw(st.sampled_from(["2026-10", "1970-01-01", "2060-12-31T23:59:59Z"])),
        parts=(*data, *blobs),
        recipients=tuple(draw(st.lists(HASHES, min_size=1, max_size=3))) if sealed else (),
        space=draw(NAMES),
        writer=draw(NAMES),
        seq=draw(st.integers(0, 2**53 - 1)),
        previous=draw(st.just("") | HASHES),
        extra=draw(UNKNOWN),
    )


@given(manifests())
def test_any_manifest_comes_back(manifest):
    assert manifest_text.decode(manifest_text.encode(manifest)) == manifest


@given(manifests())
def test_any_manifest_is_plain_json_in_ascii(manifest):
    text = manifest_text.encode(manifest)
    assert text.isascii()
    assert json.loads(text)["sender"]["fingerprint"] == SENDER.fingerprint


HASH = "0" * 64
DATA, BLOB, TEXT = Part("data-0000", 9, HASH, 9), Part(f"blob-{HASH}", 9, HASH, 9), Part(READ_ME, 9, HASH, 9)


def with_parts(*parts: Part) -> bytes:
    return manifest_text.encode(Manifest("call", SENDER.public, "2026-10", parts))


def test_parts_in_their_order_are_taken():
    assert manifest_text.decode(with_parts(DATA, BLOB, TEXT)).parts == (DATA, BLOB, TEXT)


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (BLOB,),
        (BLOB, DATA),
        (TEXT, DATA),
        (DATA, TEXT, BLOB),
        (DATA, TEXT, TEXT),
        (DATA, BLOB, BLOB),
        (DATA, DATA),
        (Part("data-0001", 9, HASH, 9),),
        (DATA, Part("data-0002", 9, HASH, 9)),
    ],
)
def test_parts_in_another_order_or_twice_are_refused(parts):
    with pytest.raises(BundleContentError):
        manifest_text.decode(with_parts(*parts))


@pytest.mark.parametrize(
    "parts",
    [
        (DATA, Part(BLOB.name, 9, HASH, LARGEST_PART_BYTES + 1)),
        (DATA, Part(BLOB.name, LARGEST_STORED_PART_BYTES + 1, HASH, 9)),
        (DATA, *(Part(f"blob-{number:064x}", 9, HASH, LARGEST_PART_BYTES) for number in range(17))),
        (DATA, *(Part(f"blob-{number:064x}", 9, HASH, 9) for number in range(4001))),
        tuple(Part(f"data-{number:04d}", 9, HASH, 9) for number in range(65)),
    ],
    ids=["unpacked", "stored", "together", "blobs", "data parts"],
)
def test_parts_over_a_limit_are_refused(parts):
    with pytest.raises(BundleTooLargeError):
        manifest_text.decode(with_parts(*parts))
