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

from app.domain.once import Answers
from app.domain.parts import Part, summed
from app.domain.shared import Submission
from app.places import load
from app.privacy.beside import Reader
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.picturing.printing import Printed, printed
from app.services.picturing.unpacking import Came, Known, Unpacked, at_once, digest
from app.services.submitting import published
from app.services.submitting.published import NOTHING, Before
from app.storage import listings, projections

_LETTERS = 2
"""By so many letters of the digest of their ids organisations are in one of 256 groups."""


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
    return Projected(files, work.bundled(), work.reader.smallest, work.bases)


def entries(workspace: Workspace, asked: Reader, projected: Projected) -> tuple[Submission, ...] | None:
    """What the organisations that count tell, as it is printed, by id and call.

    None if not all of it is what the parts were made with: then those parts are forgotten, and made again with it.
    """
    told: list[Submission] = []
    missing = set(projected.bases)
    with workspace.reading() as session:
        for owner, basis, listed in listings.get(session, _entries_of(asked)):
            if projected.bases.get(owner) == basis:
                told.extend(listed)
                missing.discard(owner)
    if not missing:
        return tuple(told)
    with workspace.noting() as session:
        projections.forget(session, _name(asked), sorted(missing))
    return None


class _Work:
    """Everything that is kept for one reader, and bringing it up to date."""

    def __init__(self, workspace: Workspace, known: Known, asked: Reader, progress: Progress) -> None:
        self._workspace, self._known, self._asked = workspace, known, asked
        self._name = _name(asked)
        self._answered = _answered(known.answers)
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
                listings.put(session, _entries_of(self._asked), told)
        progress(len(stale), len(stale))

    def bundled(self) -> dict[str, Part]:
        """The parts, of each group of organisations as one where nothing in them is tied to those of others."""
        groups: dict[str, list[str]] = {}
        for owner in self.bases:
            groups.setdefault(digest(owner)[:_LETTERS], []).append(owner)
        now = {one: digest([[owner, self.bases[owner]] for owner in owners]) for one, owners in groups.items()}
        reader = f"{self._name} groups"
        with self._workspace.reading() as session:
            kept = projections.bases(session, reader)
            found = projections.get(session, reader, dict[str, Part])
        made: dict[str, tuple[str, dict[str, Part]]] = {}
        for one in sorted(group for group, basis in now.items() if kept.get(group) != basis):
            with self._workspace.reading() as session:
                made[one] = now[one], _group(one, projections.get(session, self._name, Part, groups[one]))
        if gone := sorted({*made, *(kept.keys() - now.keys())}):
            with self._workspace.noting() as session:
                projections.forget(session, reader, gone)
                projections.put(session, reader, made)
        found |= {one: parts for one, (_basis, parts) in made.items()}
        return {owner: part for one in now for owner, part in found[one].items()}

    def _printed(self, owner: str, said: Sequence[Submission], before: Before) -> tuple[Part, Printed]:
        ids = (one.id for one in self._known.versions(owner))
        counting = [one for each, one in zip(ids, said, strict=True) if each in self._counting[owner]]
        return printed(counting, self.reader, before.with_received(said), self._answered.get(owner, frozenset()))

    def _forget(self, gone: Sequence[str]) -> None:
        """Keep no part of an organisation that does not count here any more."""
        if gone:
            with self._workspace.noting() as session:
                projections.forget(session, self._name, gone)
                projections.forget(session, _entries_of(self._asked), gone)

    def _smallest(self) -> int:
        """The strictest k of all files that count here: it holds for everything."""
        wanted = {each for counting in self._counting.values() for each in counting}
        files = (one for owner in self._counting for one in self.came[owner])
        return max([self._asked.smallest, *(one.threshold for one in files if one.id in wanted)])

    def _basis(self, owner: str, common: str) -> str:
        about = [self._counting[owner], sorted(self._answered.get(owner, ())), self.reader.smallest]
        return digest([self._unpacked.basis[owner], common, about])


def _name(asked: Reader) -> str:
    return f"{asked.period.iso} {asked.audience.value}"


def _entries_of(asked: Reader) -> str:
    return f"{_name(asked)} entries"


def _group(name: str, parts: Mapping[str, Part]) -> dict[str, Part]:
    """Those in which something is tied by themselves, all others as one."""
    tied = {owner: part for owner, part in parts.items() if part.tied}
    return {**tied, f"group {name}": summed(part for owner, part in sorted(parts.items()) if owner not in tied)}


def _answered(answers: Answers) -> dict[str, frozenset[str]]:
    """By organisation, the activities that somebody answered about, whatever the answer."""
    found: dict[str, set[str]] = {}
    for owner, entry in (side for pair in answers.given for side in pair):
        found.setdefault(owner, set()).add(entry)
    return {owner: frozenset(told) for owner, told in found.items()}


@lru_cache(maxsize=1)
def _places_version() -> list[str]:
    places = load()
    return [places.version(country) for country in places.listed()]
