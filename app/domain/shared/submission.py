"""A submission: a numbered, disclosure-checked selection of an organisation's records for one call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.domain.shared.entries.entry import SharedEntry
from app.domain.shared.entries.withdrawal import Withdrawal
from app.domain.terms import Period

E = TypeVar("E", bound=SharedEntry)


class Audience(StrEnum):
    """Who may read it; each has a smallest group that may be told as a number."""

    OWN = "own"
    COORDINATOR = "coordinator"
    PEERS = "peers"
    PUBLIC = "public"

    @property
    def smallest(self) -> int:
        """k of disclosure rule 3: a cell under it is withheld."""
        return {Audience.OWN: 1, Audience.COORDINATOR: 5}.get(self, 10)

    def includes(self, other: Audience) -> bool:
        """Whether everybody of the other audience is in this one, too: the public holds all, peers a coordinator."""
        order = list(Audience)
        return order.index(self) >= order.index(other)

    @property
    def has_government(self) -> bool:
        """Whether public authorities may be among its readers: of all that leaves an organisation, always."""
        return self is not Audience.OWN


@dataclass(frozen=True)
class PublicOrganisation:
    """An organisation as others may read it."""

    id: str
    name: str
    types: tuple[str, ...] = ()
    country: str = ""
    description: str = ""
    languages: tuple[str, ...] = ()
    region: str = ""
    """The regional review that its country belongs to."""
    levels: tuple[str, ...] = ()
    web: str = ""
    contact_role: str = ""
    """Whom to ask, as a role and never a name."""


@dataclass(frozen=True)
class Disclosure:
    """Under which rules the content was made: printed on every page kind and checked by the receiver."""

    audience: Audience
    threshold: int
    records_held_back: int = 0
    """Records of the period that stay with the organisation (drafts, no consent, withheld by a person)."""
    counts_withheld: int = 0
    """How many of its numbers are withheld for safety."""
    counts: int = 0
    """How many numbers of people and messages it has, the withheld ones included."""


@dataclass(frozen=True)
class Unknown:
    """Something that a newer program wrote: a whole entry of a kind not known here, or fields of a known one.

    It is told that it is there; the bundle keeps its bytes, so a later program still finds them.
    """

    kind: str
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Submission:
    """What one organisation hands over for one call. A later revision replaces an earlier one of the same call."""

    organisation: PublicOrganisation
    call: str
    period: Period
    revision: int
    disclosure: Disclosure
    reference: str
    """Version of the reference pack the codes come from."""
    languages: tuple[str, ...] = ()
    previous: str = ""
    """Identity of the submission this one replaces: the chain by which gaps and replays show."""
    made_on: str = ""
    """The month it was made, as ISO text; no hour leaves."""
    signer_role: str = ""
    entries: tuple[SharedEntry, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    honoured: tuple[Withdrawal, ...] = ()
    """What its sender took back since: gone from `entries`. Only the receiving side fills this in."""

    def of(self, kind: type[E]) -> Iterator[E]:
        """The entries of one kind, in their order."""
        return (entry for entry in self.entries if isinstance(entry, kind))
