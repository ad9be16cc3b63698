"""The keys of this organisation: those it was founded with, and each that followed on the word of the one before.

What follows travels to the organisation's other laptops as a set; two that changed the key at once agree on one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.storage import values
from app.storage.session import Session
from app.vault.identity import OrganisationKeys
from app.vault.key_change import KeyChange

FOUNDED = "keys"
NAME = "key changes"
"""New public key to what is known of it: the change that the key before signed, and the private key."""


def load(session: Session) -> OrganisationKeys:
    """The keys that sign and open now, with the names of those before."""
    founded = OrganisationKeys.from_dict(values.get(session, FOUNDED))
    kept = _kept(session)
    keys, path = founded, [founded.public.signing.hex()]
    while following := sorted(new for new, one in kept.items() if one["old"] == path[-1] and new not in path):
        path.append(following[0])
        keys = replace(keys, signing=bytes.fromhex(kept[following[0]]["signing"]))
    others = sorted(set(kept) - set(path))
    return replace(keys, former=tuple(bytes.fromhex(one) for one in (*path[:-1], *others)))


def changes(session: Session) -> tuple[KeyChange, ...]:
    """Every change of our own key, in an order that depends on them alone."""
    return tuple(sorted(_change(new, one) for new, one in _kept(session).items()))


def add(session: Session, change: KeyChange, signing: bytes) -> None:
    """Keep the key that follows, with the word of the one before it."""
    plain = {name: value for name, value in change.as_dict().items() if name != "new"}
    values.put(session, NAME, {**_kept(session), change.new: {**plain, "signing": signing.hex()}})


def _kept(session: Session) -> dict[str, Mapping[str, Any]]:
    return dict(values.get(session, NAME) or {})


def _change(new: str, kept: Mapping[str, Any]) -> KeyChange:
    return KeyChange(kept["organisation"], kept["old"], new, kept["day"], kept["signature"])
