"""Unpacking: the files of an organisation are opened once, and again when what they say together changes.

What they say depends on which there are, whose key is trusted, and which of them somebody accepted. Of the latter it
is kept whole, without what was taken back, so that no picture, report or table of any reader opens them again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import msgspec

from app.domain.once import Answers
from app.domain.shared import PublicOrganisation, SharedActivity, Submission
from app.domain.terms import Period
from app.progress import Progress
from app.services.coordinating import honouring
from app.services.opening.workspace import Workspace
from app.storage import listings, projections
from app.storage.exchange import Received

_VERSION = "4"
"""Of what is kept here and of the rules by which parts are made of it: another number, and all is made again."""
_FILES, _SAID = "files", "said"
AT_ONCE = 25
"""So many organisations are worked out before they are kept: who stops in between goes on there."""


@dataclass(frozen=True)
class Came:
    """What a picture says of one file, whoever reads it."""

    id: str
    organisation: PublicOrganisation
    activities: int
    taken_back: int
    threshold: int


@dataclass(frozen=True)
class Known:
    """What parts are made from: everything that came in, what of it counts, and what was answered and published."""

    held: Mapping[str, tuple[Received, ...]]
    """By organisation, in the order of their revisions."""
    counted: frozenset[str]
    replaced: frozenset[str]
    trusted: Mapping[str, str]
    answers: Answers
    marks: tuple[str, ...]

    def counting(self, organisation: str, period: Period) -> tuple[Received, ...]:
        """The files of an organisation that make up its part in a picture of this period."""
        found = (one for one in self.held[organisation] if one.id in self.counted)
        return tuple(one for one in found if period.covers(period_of(one.period)))

    def versions(self, organisation: str) -> tuple[Received, ...]:
        """The files of an organisation that count, and those that did before they were replaced."""
        return tuple(one for one in self.held[organisation] if one.id in self.counted or one.id in self.replaced)


class Unpacked:
    """What all files say, brought up to date."""

    def __init__(self, workspace: Workspace, known: Known, progress: Progress) -> None:
        self._workspace, self._known = workspace, known
        self.basis = {owner: self._basis(owner) for owner in known.held}
        with workspace.reading() as session:
            kept = projections.bases(session, _FILES)
            known_already = {owner for owner, basis in self.basis.items() if kept.get(owner) == basis}
            self.came = projections.get(session, _FILES, tuple[Came, ...], known_already)
        self._catch_up(sorted(self.basis.keys() - known_already), progress)

    def said(self, owners: Collection[str]) -> dict[str, tuple[Submission, ...]]:
        """By organisation, what its files say that count or did before, in the order of `Known.versions`."""
        with self._workspace.reading() as session:
            return {owner: listed for owner, _basis, listed in listings.get(session, _SAID, owners)}

    def _catch_up(self, stale: Sequence[str], progress: Progress) -> None:
        done = 0
        for some in at_once(stale):
            came, said = {}, {}
            for owner in some:
                progress(done, len(stale))
                done += 1
                came[owner], said[owner] = self._read(owner)
            self.came |= came
            with self._workspace.noting() as session:
                projections.put(session, _FILES, {owner: (self.basis[owner], came[owner]) for owner in some})
                listings.put(session, _SAID, {owner: (self.basis[owner], said[owner]) for owner in some})
        if stale:
            progress(len(stale), len(stale))

    def _read(self, owner: str) -> tuple[tuple[Came, ...], tuple[Submission, ...]]:
        """Only what somebody accepted is held whole, however much a sender sends."""
        versions = {one.id for one in self._known.versions(owner)}
        came, said = [], []
        for one, submission in honouring.readings(self._workspace, self._known.held[owner]):
            came.append(_came(one, submission))
            if one.id in versions:
                said.append(submission)
        return tuple(came), tuple(said)

    def _basis(self, owner: str) -> str:
        held, versions = self._known.held[owner], self._known.versions(owner)
        files = sorted((one.id, one.sender) for one in held)
        return digest([_VERSION, files, self._known.trusted.get(owner, ""), [one.id for one in versions]])


@lru_cache(maxsize=1024)
def period_of(iso: str) -> Period:
    """The period that a file is about: of ten thousand files most are about the same few."""
    return Period.parse(iso)


def at_once(owners: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Some at a time, so that memory stays flat."""
    waiting = iter(owners)
    while some := tuple(islice(waiting, AT_ONCE)):
        yield some


def digest(basis: object) -> str:
    """SHA-256 of what something was made from."""
    return hashlib.sha256(msgspec.json.encode(basis)).hexdigest()


def _came(one: Received, submission: Submission) -> Came:
    taken_back = len({notice.target for notice in submission.honoured})
    activities = sum(1 for _entry in submission.of(SharedActivity))
    return Came(one.id, submission.organisation, activities, taken_back, submission.disclosure.threshold)
