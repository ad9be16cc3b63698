"""Who belongs to a space, as the key log tells: laptops, those that were revoked, and the key that is current.

Made by `keylog.membership` from a set of entries, so that equal sets give equal answers on every laptop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from app.vault.identity import PublicKeys, fingerprint_hex


class Standing(Enum):
    """What becomes of a segment."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    """Its laptop, or that laptop's writer, is in no entry yet: it waits."""
    REVOKED = "revoked"
    """Written after the last segment that the revocation names: quarantine, until somebody adopts it."""


@dataclass(frozen=True)
class Cut:
    """The last segment of one writer that still counts."""

    seq: int
    segment: str
    """`bundle_id` of that segment."""


@dataclass(frozen=True)
class Revocation:
    """From where on a laptop counts no more; of several revocations the strictest."""

    cuts: Mapping[str, Cut]
    """By writer; of a writer that is not named nothing counts."""
    keeps: frozenset[str] = frozenset()
    """The entries of the key log, signed by that laptop, that still count."""
    on: str = ""
    """The day it was first revoked."""


@dataclass(frozen=True)
class Device:
    """One laptop that was validly admitted, also one that was revoked later."""

    keys: PublicKeys
    writers: tuple[str, ...]
    """The writers it has had, sorted: after a restored backup there is another one."""
    is_admin: bool
    """Whether it may admit, revoke and rotate."""
    added: str = ""
    """The day."""
    number: int = 0
    """Of the entry that admitted it: the order in which laptops came."""
    about: bytes = b""
    """Its name, sealed for an epoch key; b"" where it never got one."""
    revoked: Revocation | None = None

    @property
    def fingerprint(self) -> str:
        """64 hexadecimal digits that name it in files."""
        return self.keys.fingerprint


@dataclass(frozen=True)
class Epoch:
    """One key that segments are, or were, sealed for."""

    number: int
    entry: str
    """The id of the entry that made it."""
    keys: PublicKeys
    grants: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    """Its private key, sealed, by the fingerprint of whoever can open it; several admins may have granted it."""


@dataclass(frozen=True)
class Membership:
    """What a set of entries says. Equal sets, in any order and repetition, give equal memberships."""

    space: str
    root: PublicKeys | None = None
    """Signs what nobody may contradict; its age recipient is the recovery key. None before the founding is known."""
    devices: Mapping[str, Device] = field(default_factory=dict)
    """By fingerprint, those that were revoked included."""
    revoked: Mapping[str, Revocation] = field(default_factory=dict)
    """By fingerprint; also of a laptop whose admission is not known or does not count."""
    epochs: tuple[Epoch, ...] = ()
    """The current one first: the highest number, of equals the smallest hash."""
    void: tuple[Epoch, ...] = ()
    """Keys whose entries do not count, as their laptop was revoked: others sealed for them before they knew."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """Writer to the fingerprint of its laptop."""
    adopted: frozenset[str] = frozenset()
    """Segments of revoked laptops that an admin took in after looking at them."""
    deposits: tuple[bytes, ...] = ()
    """What a new laptop needs of the organisation, sealed for an epoch key; the newest first."""
    heads: tuple[str, ...] = ()
    """Entries that no held entry comes after: what the next one names."""
    seq: int = 0
    """The highest number of an entry."""
    missing: frozenset[str] = frozenset()
    """Entries that others name and that are not held: the log is not whole yet."""
    unknown: int = 0
    """How many entries are of kinds that only a newer program knows; they are kept and passed on."""

    @property
    def openable(self) -> tuple[Epoch, ...]:
        """Every key that something may be sealed for. What opens a segment proves nothing: its signature does."""
        return (*self.epochs, *self.void)

    @property
    def epoch(self) -> Epoch | None:
        """The one that is current; None before the founding is known."""
        return self.epochs[0] if self.epochs else None

    @property
    def present(self) -> tuple[Device, ...]:
        """Laptops that belong now, in the order they came."""
        found = (one for one in self.devices.values() if one.revoked is None)
        return tuple(sorted(found, key=lambda one: (one.number, one.fingerprint)))

    @property
    def is_stale(self) -> bool:
        """Whether a revoked laptop holds the current key, so that another one has to be made."""
        return self.epoch is not None and any(holder in self.revoked for holder in self.epoch.grants)

    @property
    def is_deadlocked(self) -> bool:
        """Whether no admin is left, as after two revoked each other: only the words can help."""
        return self.root is not None and not any(one.is_admin for one in self.present)

    def may_admit(self, fingerprint: str) -> bool:
        """Whether this laptop belongs now and is an admin."""
        device = self.devices.get(fingerprint)
        return device is not None and device.is_admin and device.revoked is None

    def standing(self, signer: bytes, *, writer: str, seq: int, segment: str) -> Standing:
        """What becomes of the segment `segment` (its `bundle_id`), number `seq` of `writer`, signed by `signer`.

        Ask again for every segment held whenever entries were added: a revocation may come after a segment.
        """
        who = fingerprint_hex(signer)
        revocation = self.revoked.get(who)
        if revocation is None:
            is_known = who in self.devices and self.owners.get(writer) == who
            return Standing.ACCEPTED if is_known else Standing.UNKNOWN
        if who in self.devices and segment in self.adopted:
            return Standing.ACCEPTED
        cut = revocation.cuts.get(writer)
        is_before = cut is not None and (seq < cut.seq or (seq, segment) == (cut.seq, cut.segment))
        if not is_before:
            return Standing.REVOKED
        return Standing.ACCEPTED if self.owners.get(writer) == who else Standing.UNKNOWN
