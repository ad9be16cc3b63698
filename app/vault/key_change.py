"""A key change: the key that signed until now says which one signs from now on, and nobody else can say it.

What a reader makes of many of them depends on the set alone: order and repetition cannot matter. Where one key
names two that follow it, somebody has it who should not, and none of the two is believed.
Layout: docs/formats/key-change.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from app.vault.identity import KEY_BYTES, OrganisationKeys, sign, verify

_PURPOSE = "groundwork-key-change-v1"
_MOST = 64
"""Changes that one file may name: more than any organisation ever needs."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, order=True)
class KeyChange:
    """One signed statement; keys and signature are lower-case hexadecimal."""

    organisation: str
    """The id of whose keys these are: the statement is good for nobody else."""
    old: str
    new: str
    day: str
    """As ISO text; told to people, and nothing depends on it."""
    signature: str

    @property
    def is_true(self) -> bool:
        """Whether the old key signed exactly this."""
        try:
            old, message = bytes.fromhex(self.old), _message(self)
            signature = bytes.fromhex(self.signature)
        except (ValueError, UnicodeEncodeError):
            return False
        return self.old != self.new and verify(old, _PURPOSE, message, signature=signature)

    def as_dict(self) -> dict[str, str]:
        """Plain values for JSON."""
        return asdict(self)


@dataclass(frozen=True)
class Line:
    """The keys of one organisation, each named by the one before it; the last one signs now."""

    keys: tuple[str, ...]
    is_torn: bool = False
    """Whether the last one named two keys that follow it."""


def sign_change(keys: OrganisationKeys, organisation: str, new: bytes, day: str) -> KeyChange:
    """The word of the key that signs now for the one that follows it."""
    bare = KeyChange(organisation, keys.public.signing.hex(), new.hex(), day, "")
    signature = sign(keys, _PURPOSE, _message(bare))
    return KeyChange(bare.organisation, bare.old, bare.new, bare.day, signature.hex())


def read(told: object) -> tuple[tuple[KeyChange, ...], bool]:
    """The true changes that a file names, and whether all were true: a false one is a reason to look twice."""
    if not isinstance(told, list):
        return (), told is None
    found = [_read(one) for one in told[:_MOST]]
    true = tuple(one for one in found if one is not None and one.is_true)
    return true, len(true) == len(told)


def line_from(first: str, changes: Iterable[KeyChange]) -> Line:
    """The line of keys that begins with one that a person trusts, as far as one key alone follows each."""
    after: dict[str, set[str]] = {}
    for one in changes:
        after.setdefault(one.old, set()).add(one.new)
    keys = [first]
    while following := after.get(keys[-1], set()) - set(keys):
        if len(following) > 1:
            return Line(tuple(keys), is_torn=True)
        keys.append(following.pop())
    return Line(tuple(keys))


def first_of(signer: str, changes: Iterable[KeyChange]) -> str:
    """The first key of the line that ends with this one; itself where nothing leads to it, or two keys do."""
    before: dict[str, set[str]] = {}
    for one in changes:
        before.setdefault(one.new, set()).add(one.old)
    keys = [signer]
    while len(leading := before.get(keys[-1], set()) - set(keys)) == 1:
        keys.append(leading.pop())
    return keys[-1]


def _message(change: KeyChange) -> bytes:
    old, new = bytes.fromhex(change.old), bytes.fromhex(change.new)
    if len(old) != KEY_BYTES or len(new) != KEY_BYTES or not _DAY.fullmatch(change.day):
        raise ValueError("two keys and a day are expected")
    return old + new + change.day.encode("ascii") + change.organisation.encode()


def _read(told: object) -> KeyChange | None:
    if not isinstance(told, Mapping):
        return None
    texts = [told.get(name) for name in ("organisation", "old", "new", "day", "signature")]
    if any(not isinstance(one, str) for one in texts):
        return None
    found = KeyChange(*(str(one) for one in texts))
    lower = all(one == one.lower() for one in (found.old, found.new, found.signature))
    return found if lower else None
