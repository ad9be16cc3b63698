"""Renewals: a newer key of the workspace, sealed into each slot for its owner, whose passphrase nobody else has.

A slot that was not opened since the keys were renewed still wraps the key before; beside it lies the new one,
an age file for the keys of its owner's private area. The slot is written anew when its owner opens it next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.errors import GroundworkError
from app.vault.identity import OrganisationKeys, PublicKeys
from app.vault.sealing import open_sealed, seal
from app.vault.slot_file import Slot

_KEY_BYTES = 32
_MOST = 8


@dataclass(frozen=True)
class Renewal:
    """One newer key, and the name of the renewal that made it."""

    id: str
    key: bytes = field(repr=False)

    @classmethod
    def opened(cls, slot: Slot, secret: bytes) -> tuple[Renewal, ...]:
        """Those of a slot that this secret of a private area opens, the newest first."""
        kept = renewals(slot)
        if not kept:
            return ()
        area = OrganisationKeys.from_seed(secret)
        found = ((str(one.get("id")), _key(one, area)) for one in kept)
        return tuple(cls(id, key) for id, key in found if key is not None)


def renewals(slot: Slot) -> tuple[Slot, ...]:
    """What a slot holds of renewals, as it lies there; what is none is passed over."""
    kept = slot.get("renewed")
    return tuple(one for one in kept[:_MOST] if isinstance(one, dict)) if isinstance(kept, list) else ()


def with_renewal(slot: Slot, fresh: Renewal, owner: str, keys: PublicKeys) -> Slot:
    """The slot with a newer key beside what it holds."""
    entry = {"id": fresh.id, "owner": owner, "sealed": seal(fresh.key, [keys]).hex()}
    return {**slot, "renewed": [entry, *renewals(slot)][:_MOST]}


def only(slots: Iterable[Slot], renewal: str) -> tuple[Slot, ...]:
    """The slots with this renewal alone, as after it went through."""
    return tuple(_kept(slot, lambda one: one == renewal) for slot in slots)


def without(slots: Iterable[Slot], ids: Iterable[str]) -> tuple[Slot, ...]:
    """The slots without these renewals, which never went through."""
    gone = frozenset(ids)
    return tuple(_kept(slot, lambda one: one not in gone) for slot in slots)


def _kept(slot: Slot, wanted: Callable[[str], bool]) -> Slot:
    kept = [one for one in renewals(slot) if wanted(str(one.get("id")))]
    bare = {name: value for name, value in slot.items() if name != "renewed"}
    return {**bare, "renewed": kept} if kept else bare


def _key(entry: Slot, area: OrganisationKeys) -> bytes | None:
    try:
        key = open_sealed(bytes.fromhex(str(entry.get("sealed"))), area, limit=_KEY_BYTES)
    except (GroundworkError, ValueError):
        return None
    return key if len(key) == _KEY_BYTES else None
