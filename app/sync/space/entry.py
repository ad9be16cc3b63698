"""One entry of the key log: a small signed bundle, readable by anybody who holds it, changed by nobody.

docs/formats/key-log.md says what each kind means. What names people or laptops is sealed inside it. Kinds that
this version does not know are kept and passed on as they came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from app.errors import GroundworkError
from app.i18n import N_
from app.sync import bundle, reading
from app.sync.bundle import Label
from app.sync.manifest import Purpose
from app.sync.refusals import BundleContentError, BundleError
from app.sync.space.membership import Cut
from app.vault.identity import OrganisationKeys, PublicKeys

WHAT = "key-entry"
"""What the header of every entry says it is: a segment of the same purpose says something else."""
_HASH_LENGTH, _WRITER_LENGTH = 64, 16
_LARGEST = 2**53 - 1


class WrongSpaceError(BundleError):
    """Signed and whole, and about the laptops of another organisation."""

    message = N_("This file belongs to the laptops of another organisation, so it was not taken in.")


class Kind(StrEnum):
    """What an entry does."""

    FOUND = "found"
    ADD = "add"
    PROMOTE = "promote"
    DEMOTE = "demote"
    REVOKE = "revoke"
    ROTATE = "rotate"
    GRANT = "grant"
    NAME = "name"
    WRITER = "writer"
    ADOPT = "adopt"
    ROOT = "root"
    SETTLE = "settle"
    DEPOSIT = "deposit"


_NEEDED: Mapping[str, tuple[str, ...]] = {
    Kind.FOUND: (),
    Kind.ADD: ("device", "writer"),
    Kind.PROMOTE: ("subject",),
    Kind.DEMOTE: ("subject", "ends"),
    Kind.REVOKE: ("subject",),
    Kind.ROTATE: ("number", "key"),
    Kind.GRANT: ("grants",),
    Kind.NAME: ("subject", "about"),
    Kind.WRITER: ("writer",),
    Kind.ADOPT: ("names",),
    Kind.ROOT: ("key",),
    Kind.SETTLE: ("names",),
    Kind.DEPOSIT: ("about",),
}
"""What a kind cannot do without; one that lacks it is refused."""


@dataclass(frozen=True)
class Said:
    """What an entry says; a kind uses the fields it needs."""

    kind: str
    device: PublicKeys | None = None
    """add: the new laptop."""
    subject: str = ""
    """promote, demote, revoke, name: the fingerprint of the laptop it is about."""
    writer: str = ""
    """add, writer: the writer of the laptop, 16 hexadecimal digits."""
    is_admin: bool = False
    """add: whether the new laptop may admit others."""
    cuts: Mapping[str, Cut] = field(default_factory=dict)
    """revoke: the last segment of each writer that still counts."""
    names: frozenset[str] = frozenset()
    """revoke, demote, root: entries of the subject that still count; settle: those that never do; adopt: segments."""
    ends: frozenset[str] = frozenset()
    """demote: the entries that made the subject an admin and do so no more."""
    number: int = 0
    """rotate: which epoch begins."""
    key: PublicKeys | None = None
    """rotate: the key of the epoch; root: the new root."""
    grants: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    """Any kind: private keys of epochs, sealed, by fingerprint of the epoch's key, then of whoever can open it."""
    about: bytes = b""
    """name, deposit: the name of the laptop, what a new one needs of the organisation; sealed for an epoch key."""

    @property
    def about_whom(self) -> str:
        """The fingerprint of the laptop that it is about, "" for none."""
        return self.device.fingerprint if self.device else self.subject


@dataclass(frozen=True)
class Entry:
    """An entry of which every byte has been checked; whether it counts is `keylog.membership`'s to say."""

    id: str
    """The `bundle_id`."""
    space: str
    seq: int
    """One more than the highest it comes after."""
    after: tuple[str, ...]
    """The ids of entries that its signer held and no other entry came after."""
    signer: PublicKeys
    created: str
    said: Said


@dataclass(frozen=True)
class Place:
    """Where in which log a new entry stands."""

    space: str
    created: str
    """The day."""
    seq: int = 1
    after: tuple[str, ...] = ()


def space_id(root: bytes) -> str:
    """The id of the space that this root key founded: nobody else can have founded it."""
    return hashlib.sha256(b"groundwork-space-v1\0" + root).hexdigest()[:32]


def write(said: Said, place: Place, keys: OrganisationKeys) -> bytes:
    """The entry as a signed bundle."""
    label = Label(
        Purpose.SEGMENT,
        place.created,
        space=place.space,
        seq=place.seq,
        previous=place.after[0] if place.after else "",
    )
    return bundle.write(label, {"what": WHAT, "after": list(place.after), **_plain(said)}, keys=keys)


def read(data: bytes, space: str) -> Entry:
    """The entry in these bytes. Raises WrongSpaceError, and a BundleError for what is no entry or is not whole."""
    found = _read(bytes(data))
    if found.space != space:
        raise WrongSpaceError
    return found


@lru_cache(maxsize=4096)
def _read(data: bytes) -> Entry:
    """Equal bytes are checked once: a log is read at every opening and changes rarely."""
    found = reading.read(data, purpose=Purpose.SEGMENT)
    header = found.header
    if header.get("what") != WHAT:
        raise BundleContentError(detail="no entry of a key log")
    try:
        said, after = _said(header), tuple(_hash(one) for one in header["after"])  # type: ignore[attr-defined]
    except (GroundworkError, KeyError, TypeError, ValueError, AttributeError) as failure:
        raise BundleContentError(detail=f"entry: {type(failure).__name__}") from failure
    outside = found.manifest
    return Entry(found.bundle_id, outside.space, outside.seq, after, outside.sender, outside.created, said)


def _plain(said: Said) -> dict[str, object]:
    plain: dict[str, object] = {
        "device": said.device.as_dict() if said.device else None,
        "subject": said.subject,
        "writer": said.writer,
        "is_admin": said.is_admin,
        "cuts": {writer: [cut.seq, cut.segment] for writer, cut in said.cuts.items()},
        "names": sorted(said.names),
        "ends": sorted(said.ends),
        "number": said.number,
        "key": said.key.as_dict() if said.key else None,
        "grants": {key: {who: one.hex() for who, one in some.items()} for key, some in said.grants.items()},
        "about": said.about.hex(),
    }
    return {"kind": said.kind, **{name: value for name, value in plain.items() if value}}


def _said(plain: Mapping[str, Any]) -> Said:
    kind = plain["kind"]
    if not isinstance(kind, str):
        raise TypeError("kind")
    if kind not in _NEEDED:
        return Said(kind)
    for name in _NEEDED[kind]:
        if not plain.get(name):
            raise ValueError(name)
    return Said(
        kind,
        device=PublicKeys.from_dict(plain["device"]) if plain.get("device") else None,
        subject=_hash(plain.get("subject", ""), empty=True),
        writer=_hex(plain.get("writer", ""), _WRITER_LENGTH, empty=True),
        is_admin=plain.get("is_admin") is True,
        cuts={
            _hex(writer, _WRITER_LENGTH): Cut(_whole(seq), _hash(segment))
            for writer, (seq, segment) in plain.get("cuts", {}).items()
        },
        names=frozenset(_hash(one) for one in plain.get("names", ())),
        ends=frozenset(_hash(one) for one in plain.get("ends", ())),
        number=_whole(plain.get("number", 0)),
        key=PublicKeys.from_dict(plain["key"]) if plain.get("key") else None,
        grants={
            _hash(key): {_hash(who): bytes.fromhex(one) for who, one in some.items()}
            for key, some in plain.get("grants", {}).items()
        },
        about=bytes.fromhex(plain.get("about", "")),
    )


def _hash(value: object, *, empty: bool = False) -> str:
    return _hex(value, _HASH_LENGTH, empty=empty)


def _hex(value: object, length: int, *, empty: bool = False) -> str:
    if not isinstance(value, str) or not (empty and value == "") and not _is_hex(value, length):
        raise ValueError("hexadecimal digits are expected")
    return value


def _is_hex(value: str, length: int) -> bool:
    return len(value) == length and not set(value) - set("0123456789abcdef")


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("a whole number is expected")
    return value
