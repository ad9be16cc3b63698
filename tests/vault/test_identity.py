"""Keys of an organisation: what they sign, who they are, and keys that are none."""

from __future__ import annotations

import hashlib
import json

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from app.vault import identity
from app.vault.identity import KeysUnreadableError, OrganisationKeys, PublicKeys

KEYS = OrganisationKeys.from_seed(b"sixteen bytes or more")
OTHER = OrganisationKeys.from_seed(b"another sixteen bytes")
P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P


def test_the_same_seed_gives_the_same_keys_for_ever():
    assert KEYS.as_dict() == {
        "signing": "23bd78287d11c53fa97050158c5b3035d05b51f884a8fd39f328f832d9a33682",
        "identity": "AGE-SECRET-KEY-1DSMPAPGNMUE2UYWENGZNCDUQ4ZKJTU87NTVC348UFUM8N8M3DK4SHCX9QP",
    }


def test_the_public_half_is_derived_once_however_often_it_is_asked_for():
    keys = OrganisationKeys.from_seed(bytes(32))
    assert keys.public is keys.public
    assert keys == OrganisationKeys.from_seed(bytes(32)) and keys.signing.hex() not in repr(keys)


def test_a_seed_that_can_be_guessed_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="16 bytes"):
        OrganisationKeys.from_seed(b"short")


def test_new_keys_differ_unless_their_randomness_is_given():
    assert OrganisationKeys.generate() != OrganisationKeys.generate()
    assert OrganisationKeys.generate(bytes) == OrganisationKeys.generate(bytes)


@given(st.binary(min_size=32, max_size=32))
def test_age_reads_every_identity_that_is_made(scalar):
    made = OrganisationKeys.generate(lambda _: scalar).identity
    assert str(pyrage.x25519.Identity.from_str(made)) == made


def test_keys_go_through_json_and_come_back():
    assert OrganisationKeys.from_dict(json.loads(json.dumps(KEYS.as_dict()))) == KEYS
    assert PublicKeys.from_dict(json.loads(json.dumps(KEYS.public.as_dict()))) == KEYS.public


def test_private_keys_do_not_show_when_printed():
    shown = f"{KEYS!r} {KEYS} {[KEYS]}"
    assert KEYS.identity not in shown
    assert KEYS.signing.hex() not in shown
    assert repr(KEYS.signing) not in shown


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"signing": 5, "recipient": KEYS.public.recipient},
        {"signing": "zz", "recipient": KEYS.public.recipient},
        {"signing": "00" * 31, "recipient": KEYS.public.recipient},
        {"signing": "00" * 32, "recipient": KEYS.public.recipient},
        {"signing": KEYS.public.signing.hex(), "recipient": "age1nothing"},
        {"signing": KEYS.public.signing.hex(), "recipient": KEYS.identity},
    ],
)
def test_public_keys_that_are_none_are_refused(kept):
    with pytest.raises(KeysUnreadableError):
        PublicKeys.from_dict(kept)


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {**KEYS.as_dict(), "signing": "00"},
        {**KEYS.as_dict(), "identity": KEYS.public.recipient},
    ],
)
def test_private_keys_that_are_none_are_refused(kept):
    with pytest.raises(KeysUnreadableError):
        OrganisationKeys.from_dict(kept)


def test_a_signature_is_plain_ed25519_over_purpose_zero_byte_and_message():
    signature = identity.sign(KEYS, "receipt", b"message")
    Ed25519PublicKey.from_public_bytes(KEYS.public.signing).verify(signature, b"receipt\0message")


def test_a_signature_holds_for_its_signer_purpose_and_message_only():
    signature = identity.sign(KEYS, "receipt", b"message")
    assert identity.verify(KEYS.public, "receipt", b"message", signature=signature)
    assert identity.verify(KEYS.public.signing, "receipt", b"message", signature=signature)
    assert not identity.verify(OTHER.public, "receipt", b"message", signature=signature)
    assert not identity.verify(KEYS.public, "call", b"message", signature=signature)
    assert not identity.verify(KEYS.public, "receipt", b"massage", signature=signature)
    assert not identity.verify(KEYS.public, "receipt", b"message", signature=signature[:-1])
    assert not identity.verify(b"", "receipt", b"message", signature=signature)


def test_a_purpose_cannot_run_into_the_message():
    with pytest.raises(ValueError, match="zero byte"):
        identity.sign(KEYS, "re\0ceipt", b"message")


def added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The sum of two points of the curve, written out as in RFC 8032."""
    (x1, y1), (x2, y2) = one, other
    product = D * x1 * x2 * y1 * y2
    return (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P


def x_for(y: int) -> int:
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    root = pow(square, (P + 3) // 8, P)
    return root if root * root % P == square else root * pow(2, (P - 1) // 4, P) % P


@pytest.mark.parametrize("sign_bit", [0, 1])
@pytest.mark.parametrize(
    "y",
    [
        0,
        1,
        P - 1,
        P,
        P + 1,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    ],
)
def test_a_point_for_which_anybody_can_sign_is_no_key(y, sign_bit):
    point = (x_for(y), y % P)
    for _ in range(3):
        point = added(point, point)
    assert point == (0, 1)
    weak = (y | sign_bit << 255).to_bytes(32, "little")
    with pytest.raises(KeysUnreadableError):
        PublicKeys(weak, KEYS.public.recipient)
    first = (1).to_bytes(32, "little")
    assert not any(
        identity.verify(weak, "p", b"%d" % number, signature=r + bytes(32))
        for number in range(16)
        for r in (first, weak)
    )


def test_a_fingerprint_is_six_groups_of_five_digits_from_sha_256():
    digest = hashlib.sha256(KEYS.public.signing).digest()
    groups = identity.fingerprint(KEYS.public.signing).split(" ")
    assert [len(group) for group in groups] == [5] * 6
    assert int(groups[0]) == int.from_bytes(digest[:5], "big") % 100_000
    assert int(groups[5]) == int.from_bytes(digest[25:30], "big") % 100_000
    assert KEYS.fingerprint == KEYS.public.fingerprint == digest.hex()


def test_a_pseudonym_depends_on_the_secret_and_on_where_parts_end():
    secret, another = bytes(32), bytes([1]) * 32
    assert identity.pseudonym(secret, "ab", "c") == identity.pseudonym(secret, "ab", "c")
    others = {
        identity.pseudonym(another, "ab", "c"),
        identity.pseudonym(secret, "a", "bc"),
        identity.pseudonym(secret, "abc"),
        identity.pseudonym(secret, "ab", "c", ""),
    }
    assert len(others) == 4
    assert identity.pseudonym(secret, "ab", "c") not in others


def test_a_pseudonym_stays_the_same_for_ever():
    assert (
        identity.pseudonym(bytes(32), "org", "0192")
        == "9f545a660f669da16d71e1ed572c9f60018611f2494b3d07bb8b38dc9fb58d3f"
    )
