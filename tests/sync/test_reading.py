"""Reading what anybody may have made: everything is right, or there is one plain reason to refuse."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sync import archive, refusals
from app.sync.bundle import Label, write
from app.sync.compression import compress
from app.sync.limits import MEBIBYTE
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.identity import OrganisationKeys
from tests.sync.made import (
    HEADER,
    LINES,
    READER,
    SENDER,
    STRANGER,
    changed,
    entries_of,
    made,
    outside_of,
    signed,
    with_content,
)


def refused(data: bytes, *, keys: OrganisationKeys | None = READER) -> type[Exception]:
    """The class of the refusal; fails if the file is taken as a call."""
    with pytest.raises(refusals.BundleError) as caught:
        read(data, purpose=Purpose.CALL, keys=keys)
    assert caught.value.sentence().endswith(".")
    return caught.type


@settings(max_examples=30)
@given(st.binary(min_size=16, max_size=32))
def test_a_sealed_bundle_opens_with_no_other_key(seed):
    assert refused(made(is_sealed=True), keys=OrganisationKeys.from_seed(seed)) is refusals.NotForUsError


def test_a_sealed_bundle_does_not_open_without_keys():
    assert refused(made(is_sealed=True), keys=None) is refusals.NotForUsError


def test_both_the_manifest_and_the_seal_have_to_name_the_recipient():
    def name_the_stranger(outside):
        outside["recipients"] = [STRANGER.fingerprint]

    data = changed(made(is_sealed=True), name_the_stranger)
    assert refused(data, keys=STRANGER) is refusals.NotForUsError
    assert refused(data, keys=READER) is refusals.NotForUsError


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.CALL])
def test_a_bundle_made_for_another_purpose_is_told_apart_from_a_forged_one(purpose):
    data = made(purpose=purpose)
    assert refused(data) is refusals.WrongPurposeError


def test_the_refusal_of_a_misplaced_file_names_both_purposes_in_words():
    with pytest.raises(refusals.WrongPurposeError) as caught:
        read(made(purpose=Purpose.RECEIPT), purpose=Purpose.CALL)
    assert "a receipt" in caught.value.sentence()
    assert "a call" in caught.value.sentence()


def test_relabelling_the_purpose_does_not_help():
    outside = entries_of(made(purpose=Purpose.PACK))
    outside["manifest.json"] = outside["manifest.json"].replace(b'"pack"', b'"call"')
    assert refused(archive.pack(outside.items())) is refusals.SignatureBadError


def test_a_purpose_that_differs_from_the_signed_one_is_refused():
    assert refused(changed(made(), lambda outside: outside.update(purpose="pack"))) is refusals.BundleContentError


def test_the_signature_of_another_manifest_is_refused():
    entries, other = entries_of(made()), entries_of(made(is_sealed=True))
    assert (
        refused(archive.pack({**entries, "manifest.sig": other["manifest.sig"]}.items())) is refusals.SignatureBadError
    )


def test_a_signature_by_another_than_the_named_sender_is_refused():
    data = made()
    parts = {name: content for name, content in entries_of(data).items() if not name.startswith("manifest")}
    assert refused(signed(outside_of(data), parts, by=STRANGER)) is refusals.SignatureBadError


@pytest.mark.parametrize("signature", [b"", bytes(96), bytes(95), bytes(97), b"\xff" * 96], ids=len)
def test_a_signature_that_is_none_is_refused(signature):
    entries = entries_of(made())
    assert refused(archive.pack({**entries, "manifest.sig": signature}.items())) is refusals.SignatureBadError


def test_a_missing_signature_is_refused():
    entries = entries_of(made())
    del entries["manifest.sig"]
    assert refused(archive.pack(entries.items())) is refusals.SignatureBadError


@pytest.mark.parametrize("purpose", ["call", "a-purpose-of-tomorrow"])
def test_a_file_that_needs_a_newer_reader_asks_for_an_update(purpose):
    data = changed(made(), lambda outside: outside.update(format=3, min_reader=3), purpose=purpose)
    with pytest.raises(refusals.BundleTooNewError) as caught:
        read(data, purpose=Purpose.CALL)
    assert caught.value.fields == {"found": 3, "known": 2}


def test_a_newer_format_that_this_reader_may_read_is_read_and_its_additions_are_kept():
    def add(outside):
        outside.update(format=2, tomorrow={"a": [1]})
        outside["sender"]["tomorrow"] = True
        outside["parts"][0]["tomorrow"] = "x"

    found = read(changed(made(), add), purpose=Purpose.CALL)
    assert found.manifest.extra == {"tomorrow": {"a": [1]}}
    assert found.header == HEADER
    assert tuple(found.lines()) == LINES


def remove_part(outside):
    del outside["parts"][-1]


def swap_parts(outside):
    outside["parts"].reverse()


def wrong_fingerprint(outside):
    outside["sender"]["fingerprint"] = "0" * 64


def wrong_recipient_key(outside):
    outside["sender"]["recipient"] = "age1nothing"


def sizes(**values):
    return lambda outside: outside["parts"][0].update(values)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (remove_part, refusals.BundleContentError),
        (swap_parts, refusals.BundleContentError),
        (wrong_fingerprint, refusals.BundleContentError),
        (wrong_recipient_key, refusals.BundleContentError),
        (lambda outside: outside.pop("min_reader"), refusals.BundleContentError),
        (lambda outside: outside.update(seq=True), refusals.BundleContentError),
        (lambda outside: outside.update(seq=2**53), refusals.BundleContentError),
        (lambda outside: outside.update(space="../up"), refusals.BundleContentError),
        (lambda outside: outside.update(recipients=["everybody"]), refusals.BundleContentError),
        (lambda outside: outside.update(parts=[]), refusals.BundleContentError),
        (lambda outside: outside.update(parts=outside["parts"] * 3000), refusals.BundleTooLargeError),
        (sizes(sha256="0" * 64), refusals.BundleDamagedError),
        (sizes(size=1), refusals.BundleDamagedError),
        (sizes(lines=22), refusals.BundleContentError),
        (sizes(plain_sha256="0" * 64), refusals.BundleContentError),
        (sizes(plain_size=10), refusals.BundleContentError),
        (sizes(plain_size=65 * MEBIBYTE), refusals.BundleTooLargeError),
        (sizes(name="../data-0000"), refusals.BundleContentError),
    ],
)
def test_a_manifest_that_contradicts_the_file_or_the_format_is_refused(change, refusal):
    assert refused(changed(made(), change)) is refusal


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"{}",
        b"{}\n\n",
        b"[]\n",
        b'{}\n{"a":1,"a":2}\n',
        b'{}\n{"a":NaN}\n',
        b"{}\n" + b'{"a":' * 9 + b"1" + b"}" * 9 + b"\n",
        b'{}\n{"a":"' + bytes(b"x" * (MEBIBYTE + 1)) + b'"}\n',
    ],
)
def test_signed_content_that_breaks_the_rules_is_refused(plain):
    assert refused(with_content(plain)) is refusals.BundleContentError


def test_a_bomb_within_a_signed_bundle_is_stopped():
    bomb = compress(bytes(128 * MEBIBYTE))
    assert refused(with_content(b"", packed=bomb, size=1000)) is refusals.BundleContentError
    assert refused(with_content(b"", packed=bomb, size=128 * MEBIBYTE)) is refusals.BundleTooLargeError


def test_many_small_bombs_are_stopped_by_their_sum():
    packed = compress(b"{}\n" * MEBIBYTE)
    part = {"size": len(packed), "sha256": hashlib.sha256(packed).hexdigest(), "plain_size": 3 * MEBIBYTE}
    names = [f"data-{number:04d}" for number in range(64)]
    outside = {**outside_of(made()), "parts": [{"name": name, **part} for name in names]}
    assert refused(signed(outside, dict.fromkeys(names, packed))) is refusals.BundleTooLargeError


def test_a_signed_manifest_of_any_size_or_depth_is_refused_without_harm():
    assert refused(signed(b"{" + b" " * (3 * MEBIBYTE), {})) is refusals.BundleTooLargeError
    assert refused(signed(b'{"a":' * 100_000, {})) is refusals.BundleContentError
    assert refused(signed(b"", {})) is refusals.BundleContentError


def test_no_signed_content_does_more_than_be_refused():
    chance = random.Random(5)
    plain = b"\n".join([b'{"k":[1,2.5,null,"\\u00e9"]}', *LINES, b""])
    taken = 0
    for _ in range(500):
        mutated = bytearray(plain)
        for _ in range(chance.randrange(1, 4)):
            mutated[chance.randrange(len(mutated))] = chance.randrange(256)
        try:
            taken += bool(read(with_content(bytes(mutated)), purpose=Purpose.CALL).bundle_id)
        except refusals.BundleContentError:
            continue
    assert 0 < taken < 500


def test_no_signed_manifest_does_more_than_be_refused():
    chance = random.Random(6)
    entries = entries_of(made())
    parts = {name: content for name, content in entries.items() if not name.startswith("manifest")}
    for _ in range(500):
        mutated = bytearray(entries["manifest.json"])
        mutated[chance.randrange(len(mutated))] = chance.choice(b'{}[],:"0129aezNI-. \n\x00\xff')
        try:
            found = read(signed(bytes(mutated), parts), purpose=Purpose.CALL)
        except refusals.BundleError:
            continue
        assert tuple(found.lines()) == LINES


def test_a_large_bundle_can_be_read_twice():
    lines = tuple(b'{"n":%d,"text":"%s"}' % (number, b"%x" % number**150) for number in range(2, 60_000, 3))
    data = write(Label(Purpose.CALL, "2026-10", recipients=(READER.public,)), HEADER, lines=lines, keys=SENDER)
    found = read(data, purpose=Purpose.CALL, keys=READER)
    assert sum(part.plain_size for part in found.manifest.parts) > 8 * MEBIBYTE
    assert tuple(found.lines()) == tuple(found.lines()) == lines


def test_a_blob_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        read(made(), purpose=Purpose.CALL).blob("0" * 64)
