"""Entries of the key log as bytes: they come out as they went in, and what lacks something is refused."""

from __future__ import annotations

import pytest

from app.sync import bundle
from app.sync.bundle import Label
from app.sync.manifest import Purpose
from app.sync.refusals import BundleContentError
from app.sync.space import entry
from app.sync.space.entry import WHAT, Kind, Place, Said, WrongSpaceError
from app.sync.space.membership import Cut
from app.vault.identity import OrganisationKeys

KEYS = OrganisationKeys.from_seed(b"a laptop in these tests")
SPACE, HASH, WRITER = "5" * 32, "a" * 64, "b" * 16
PLACE = Place(SPACE, "2026-10-31", 7, (HASH,))
FULL: dict[str, Said] = {
    Kind.FOUND: Said(Kind.FOUND),
    Kind.ADD: Said(Kind.ADD, device=KEYS.public, writer=WRITER, is_admin=True, grants={HASH: {HASH: b"sealed"}}),
    Kind.PROMOTE: Said(Kind.PROMOTE, subject=HASH),
    Kind.DEMOTE: Said(Kind.DEMOTE, subject=HASH, ends=frozenset({HASH}), names=frozenset({HASH})),
    Kind.REVOKE: Said(Kind.REVOKE, subject=HASH, cuts={WRITER: Cut(3, HASH)}, names=frozenset({HASH})),
    Kind.ROTATE: Said(Kind.ROTATE, number=2, key=KEYS.public),
    Kind.GRANT: Said(Kind.GRANT, grants={HASH: {HASH: b"sealed"}}),
    Kind.NAME: Said(Kind.NAME, subject=HASH, about=b"sealed"),
    Kind.WRITER: Said(Kind.WRITER, writer=WRITER),
    Kind.ADOPT: Said(Kind.ADOPT, names=frozenset({HASH})),
    Kind.ROOT: Said(Kind.ROOT, key=KEYS.public, names=frozenset({HASH})),
    Kind.SETTLE: Said(Kind.SETTLE, names=frozenset({HASH})),
    Kind.DEPOSIT: Said(Kind.DEPOSIT, about=b"sealed"),
}


def of_header(**header: object) -> bytes:
    """A rightly signed bundle that says this."""
    label = Label(Purpose.SEGMENT, "2026-10-31", space=SPACE, seq=1)
    return bundle.write(label, {"what": WHAT, "after": [], **header}, keys=KEYS)


def test_every_kind_comes_out_as_it_went_in() -> None:
    assert set(FULL) == set(Kind)
    for said in FULL.values():
        data = entry.write(said, PLACE, KEYS)
        found = entry.read(data, SPACE)
        assert found.said == said
        assert (found.seq, found.after, found.signer, found.created) == (7, (HASH,), KEYS.public, "2026-10-31")
        with pytest.raises(WrongSpaceError):
            entry.read(data, "6" * 32)


def test_a_kind_of_a_newer_program_is_taken_whatever_it_says() -> None:
    found = entry.read(of_header(kind="later", subject=[1], number="x"), SPACE)
    assert found.said == Said("later")
    known = entry.read(of_header(kind="promote", subject=HASH, later={"unknown": 1}), SPACE)
    assert known.said == Said(Kind.PROMOTE, subject=HASH)


@pytest.mark.parametrize(
    "header",
    [
        *({"kind": str(kind)} for kind in Kind if kind != Kind.FOUND),
        {"kind": 7},
        {},
        {"kind": "found", "after": "x"},
        {"kind": "promote", "subject": HASH[:-1]},
        {"kind": "promote", "subject": HASH.upper()},
        {"kind": "writer", "writer": "../../../etc/pas"},
        {"kind": "rotate", "number": True, "key": KEYS.public.as_dict()},
        {"kind": "rotate", "number": 2**60, "key": KEYS.public.as_dict()},
        {"kind": "rotate", "number": 1, "key": {"signing": "00" * 32, "recipient": KEYS.public.recipient}},
        {"kind": "revoke", "subject": HASH, "cuts": {WRITER: [1]}},
        {"kind": "revoke", "subject": HASH, "cuts": {WRITER: [-1, HASH]}},
        {"kind": "grant", "grants": {HASH: {HASH: "zz"}}},
        {"kind": "adopt", "names": {"a": 1}},
        {"kind": "promote", "subject": HASH, "what": "changes"},
    ],
)
def test_what_lacks_something_or_is_no_entry_is_refused(header: dict[str, object]) -> None:
    with pytest.raises(BundleContentError):
        entry.read(of_header(**header), SPACE)
