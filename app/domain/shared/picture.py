"""The picture: a coordinator's merged view of one period, made of counted submissions and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.coverage import Cell, State
from app.domain.shared.entries.entry import SharedEntry
from app.domain.shared.linked import Identity, Linked
from app.domain.shared.reached import Reach
from app.domain.shared.submission import Audience, PublicOrganisation
from app.domain.shared.sums import Sums
from app.domain.terms import Count, Period


@dataclass(frozen=True)
class Contributor:
    """One organisation that sent something for the period, and what became of it."""

    organisation: PublicOrganisation
    submission: str
    revision: int
    fate: str
    """accepted, waiting, returned, rejected, aside, replaced, clash or outside-period; only accepted ones count."""
    activities: int = 0
    taken_back: int = 0
    """Entries of it that its sender took back since; nothing of them is shown any more."""


@dataclass(frozen=True)
class ObjectiveView:
    """What all counted submissions say about one objective."""

    objective: int
    state: State
    activities: int
    organisations: int
    reach: Reach
    assessments: tuple[tuple[str, int], ...] = ()
    """(code of `self_assessment`, how many organisations)."""
    feedback: tuple[tuple[str, Count], ...] = ()
    """(feedback type, how many messages)."""
    feedback_withheld: tuple[tuple[str, int], ...] = ()
    """(feedback type, how many organisations' numbers are withheld and left out of the sum)."""
    nothing_done: int = 0
    """Organisations that wrote that nothing was done."""


@dataclass(frozen=True)
class PlaceView:
    """One region with a cell for each objective, 1 to 23."""

    place: str
    """Code of the region, "" where no place was told."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Told:
    """One entry of one organisation, kept together with who told it."""

    organisation: PublicOrganisation
    entry: SharedEntry

    @property
    def identity(self) -> Identity:
        """What it is called wherever somebody decides about it."""
        return self.organisation.id, self.entry.id


class Stream:
    """Very many entries in the order of their organisations: read anew by everybody who looks, and never held."""

    def __init__(self, read: Callable[[str], Iterator[Told]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[Told]:
        return self._read("")

    def of(self, organisation: str) -> Iterator[Told]:
        """Those of one organisation; those of others are not read."""
        return self._read(organisation)


Entries = tuple[Told, ...] | Stream


def of_organisation(found: Entries, organisation: str) -> Iterator[Told]:
    """What one organisation told of these; of very many, nothing of others is read."""
    if isinstance(found, Stream):
        return found.of(organisation)
    return (one for one in found if one.organisation.id == organisation)


@dataclass(frozen=True)
class Picture:
    """Everything a national chapter is drawn from; equal facts and decisions give an equal picture, byte for byte.

    Its figures are never made of its lists: those are there to be read, and of a large picture one by one.
    """

    period: Period
    audience: Audience
    threshold: int
    reference: str
    contributors: tuple[Contributor, ...]
    objectives: tuple[ObjectiveView, ...]
    places: tuple[PlaceView, ...]
    activities: Entries
    assessments: Entries
    absent_types: tuple[str, ...]
    """Stakeholder types of the Compact that nobody among the contributors has."""
    further: Entries = ()
    """Entries of all other kinds, as they were told: plans, commitments, practices, needs and so on."""
    voices: Entries = ()
    """Single messages whose speakers agreed, for the audience they were released to and for no wider one."""
    linked: tuple[Linked, ...] = ()
    """Activities that several entries tell of, and that count once."""
    numbers: int = 0
    """How many numbers of people and messages it has, the withheld ones included."""
    withheld: int = 0
    """How many of them are withheld for safety."""
    digest: str = ""
    """SHA-256 of the picture's facts; depends on nothing else."""
    activities_once: int = 0
    """How many activities there are, each counted once however many organisations tell of it."""
    further_kinds: Mapping[str, int] = field(default_factory=dict)
    """How many entries there are of each kind that is listed and not merged."""
    sums: Sums = field(default_factory=Sums)
    left_out: int = 0
    """How many entries stand in none of the lists; they are in every figure all the same."""

    @property
    def counted(self) -> tuple[Contributor, ...]:
        """The contributors whose submission is in the figures."""
        return tuple(one for one in self.contributors if one.fate == "accepted")

    @property
    def activity_of(self) -> dict[Identity, Identity]:
        """Each entry that tells of the same activity as others, and the entry by which that activity is known."""
        return {member: one.members[0] for one in self.linked for member in one.members}

    @property
    def is_held(self) -> bool:
        """Whether its entries are in memory, and may be walked through as often as one likes."""
        return not isinstance(self.activities, Stream)


@dataclass(frozen=True)
class Outline:
    """The figures of a picture without its entries: what they are made of can be told, and nobody's words are in it.

    Its digest is that of the picture.
    """

    period: Period
    audience: Audience
    threshold: int
    reference: str
    contributors: tuple[Contributor, ...]
    objectives: tuple[ObjectiveView, ...]
    places: tuple[PlaceView, ...]
    absent_types: tuple[str, ...]
    linked: tuple[Linked, ...]
    activities_once: int
    further_kinds: Mapping[str, int]
    numbers: int = 0
    withheld: int = 0
    digest: str = ""
    sums: Sums = field(default_factory=Sums)

    @property
    def counted(self) -> tuple[Contributor, ...]:
        """The contributors whose submission is in the figures."""
        return tuple(one for one in self.contributors if one.fate == "accepted")
