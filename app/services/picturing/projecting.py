"""Projecting: what each organisation adds to a picture is worked out once, and again when what it depends on changes.

Kept beside every part is the basis it was made from: which files there are of the organisation and which of them
count, whose key is trusted, what was answered about its activities, what was published before, the smallest group
that may be told and the period. A part with another basis than the present one is never used, nor are the entries
that were printed with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.parts import Part
from app.domain.shared import Submission
from app.places import load
from app.privacy.beside import Reader
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.picturing import bundling, looking
from app.services.picturing.printing import Printed, printed
from app.services.picturing.unpacking import Came, Known, Unpacked, at_once, digest
from app.services.submitting import published
from app.services.submitting.published import NOTHING, Before
from app.storage import listings, projections


@dataclass(frozen=True)
class Projected:
    """What was worked out of everything that came in."""

    files: Mapping[str, Came]
    parts: Mapping[str, Part]
    """By organisation, or by group where the parts of several are added up already."""
    smallest: int
    bases: Mapping[str, str]
    """By organisation that counts here, what its part and its entries were made from."""


def project(workspace: Workspace, known: Known, asked: Reader, progress: Progress) -> Projected:
    """The parts of all organisations for a reader; only those are worked out whose basis is another one than before."""
    work = _Work(workspace, known, asked, progress)
    work.catch_up(progress)
    files = {one.id: one for owner in known.held for one in work.came[owner]}
    name = name_of(asked)
    parts = bundling.bundled(workspace, name, work.bases)
    looking.look(workspace, name)
    return Projected(files, parts, work.reader.smallest, work.bases)


class _Work:
    """Everything that is kept for one reader, and bringing it up to date."""

    def __init__(self, workspace: Workspace, known: Known, asked: Reader, progress: Progress) -> None:
        self._workspace, self._known, self._asked = workspace, known, asked
        self._name = name_of(asked)
        self._answered = known.answers.answered()
        self._unpacked = Unpacked(workspace, known, progress)
        self.came = self._unpacked.came
        counting = {owner: known.counting(owner, asked.period) for owner in known.held}
        self._counting = {owner: tuple(one.id for one in found) for owner, found in counting.items() if found}
        self.reader = replace(asked, smallest=self._smallest())
        common = digest([known.marks, _places_version()])
        self.bases = {owner: self._basis(owner, common) for owner in sorted(self._counting)}

    def catch_up(self, progress: Progress) -> None:
        """Work out what was made from something else than what there is now, some at a time, and keep it."""
        with self._workspace.reading() as session:
            kept = projections.bases(session, self._name)
        self._forget(sorted(kept.keys() - self.bases.keys()))
        stale = [owner for owner, basis in self.bases.items() if kept.get(owner) != basis]
        if not stale:
            return
        before, done = published.by_organisation(published.before(self._workspace)), 0
        for some in at_once(stale):
            parts, told = {}, {}
            for owner, said in self._unpacked.said(some).items():
                progress(done, len(stale))
                done += 1
                part, listed = self._printed(owner, said, before.get(owner, NOTHING))
                parts[owner], told[owner] = (self.bases[owner], part), (self.bases[owner], listed)
            with self._workspace.noting() as session:
                projections.put(session, self._name, parts)
                listings.put(session, looking.of(self._name)[0], told)
        progress(len(stale), len(stale))

    def _printed(self, owner: str, said: Sequence[Submission], before: Before) -> tuple[Part, Printed]:
        ids = (one.id for one in self._known.versions(owner))
        counting = [one for each, one in zip(ids, said, strict=True) if each in self._counting[owner]]
        return printed(counting, self.reader, before.with_received(said), self._answered.get(owner, frozenset()))

    def _forget(self, gone: Sequence[str]) -> None:
        """Keep no part of an organisation that does not count here any more."""
        if gone:
            with self._workspace.noting() as session:
                projections.forget(session, self._name, gone)
                projections.forget(session, looking.of(self._name)[0], gone)

    def _smallest(self) -> int:
        """The strictest k of all files that count here: it holds for everything."""
        wanted = {each for counting in self._counting.values() for each in counting}
        files = (one for owner in self._counting for one in self.came[owner])
        return max([self._asked.smallest, *(one.threshold for one in files if one.id in wanted)])

    def _basis(self, owner: str, common: str) -> str:
        about = [self._counting[owner], sorted(self._answered.get(owner, ())), self.reader.smallest]
        return digest([self._unpacked.basis[owner], common, about])


def name_of(asked: Reader) -> str:
    """Under what everything is kept for a reader."""
    return f"{asked.period.iso} {asked.audience.value}"


@lru_cache(maxsize=1)
def _places_version() -> list[str]:
    places = load()
    return [places.version(country) for country in places.listed()]
