"""Projecting: what each organisation adds to a picture is worked out once, and again when what it depends on changes.

Kept beside every part is the basis it was made from: which files there are of the organisation and which of them
count, whose key is trusted, what was answered about its activities, what was published before, the smallest group
that may be told and the period. A part with another basis than the present one is never used.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from app.domain.once import Answers
from app.domain.parts import Part, part_of, summed
from app.domain.shared import FeedbackCount, PublicOrganisation, SharedActivity, Submission, Told
from app.domain.terms import Period
from app.places import load
from app.privacy.beside import Reader
from app.privacy.widening import widened
from app.progress import Progress
from app.services.coordinating import honouring
from app.services.opening.workspace import Workspace
from app.services.picturing import merging
from app.services.submitting import published
from app.services.submitting.published import NOTHING, Before
from app.storage import projections
from app.storage.exchange import Received

_VERSION = "1"
"""Of the rules by which parts are made: another number, and all of them are made again."""
_FILES = "files"
_LETTERS = 2
"""By so many letters of the digest of their ids organisations are in one of 256 groups."""
_AT_ONCE = 100
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
        return tuple(
            one for one in self.held[organisation] if one.id in self.counted and period.covers(Period.parse(one.period))
        )


@dataclass(frozen=True)
class Projected:
    """What was worked out of everything that came in."""

    files: Mapping[str, Came]
    parts: Mapping[str, Part]
    """By organisation, or by group where the parts of several are added up already."""
    smallest: int


def project(workspace: Workspace, known: Known, asked: Reader, progress: Progress) -> Projected:
    """The parts of all organisations for a reader; only those are worked out whose basis is another one than before."""
    work = _Work(workspace, known, asked)
    while stale := work.stale():
        work.catch_up(stale, progress)
    work.forget_others()
    files = {one.id: one for owner in known.held for one in work.files[owner]}
    return Projected(files, work.bundled(), work.smallest())


class _Work:
    """Everything that is kept for one reader, and bringing it up to date."""

    def __init__(self, workspace: Workspace, known: Known, asked: Reader) -> None:
        self._workspace, self._known, self._asked = workspace, known, asked
        self._reader = f"{asked.period.iso} {asked.audience.value}"
        self._answered = _answered(known.answers)
        self._before: Mapping[str, Before] | None = None
        with workspace.reading() as session:
            self.files = projections.get(session, _FILES, tuple[Came, ...])
            self._kept_files = projections.bases(session, _FILES)
            self._kept_parts = projections.bases(session, self._reader)
        self._now = {owner: _files_basis(held, known.trusted.get(owner, "")) for owner, held in known.held.items()}
        self._versions = known.counted | known.replaced
        self._counting = {owner: known.counting(owner, asked.period) for owner in known.held}
        self._common = _digest([known.marks, _places_version()])
        self.owners = sorted(owner for owner, counting in self._counting.items() if counting)

    def smallest(self) -> int:
        """The strictest k of all files that count here, as far as they were read: it holds for everything."""
        wanted = {one.id for owner in self.owners for one in self._counting[owner]}
        files = (one for owner in self.owners if owner in self.files for one in self.files[owner])
        return max([self._asked.smallest, *(one.threshold for one in files if one.id in wanted)])

    def stale(self) -> list[str]:
        """Whose files, or else whose part, was worked out from something else than what there is now."""
        late = [owner for owner, basis in self._now.items() if self._kept_files.get(owner) != basis]
        if late:
            return sorted(late)
        smallest = self.smallest()
        return [owner for owner in self.owners if self._kept_parts.get(owner) != self._part_basis(owner, smallest)]

    def catch_up(self, stale: Sequence[str], progress: Progress) -> None:
        """Work these out and keep them, some at a time, so that memory stays flat."""
        if self._before is None:
            self._before = published.by_organisation(published.before(self._workspace))
        smallest = self.smallest()
        waiting, done = iter(stale), 0
        while some := tuple(islice(waiting, _AT_ONCE)):
            files, parts = {}, {}
            for owner in some:
                progress(done, len(stale))
                done += 1
                read = list(honouring.readings(self._workspace, self._known.held[owner]))
                files[owner] = self._now[owner], tuple(_came(*each) for each in read)
                if self._counting[owner]:
                    parts[owner] = self._part_basis(owner, smallest), self._part(owner, read, smallest)
            self.files |= {owner: found for owner, (_basis, found) in files.items()}
            self._kept_files |= {owner: basis for owner, (basis, _found) in files.items()}
            self._kept_parts |= {owner: basis for owner, (basis, _part) in parts.items()}
            with self._workspace.noting() as session:
                projections.put(session, _FILES, files)
                projections.put(session, self._reader, parts)
        progress(len(stale), len(stale))

    def forget_others(self) -> None:
        """Keep no part of an organisation that does not count here any more."""
        gone = self._kept_parts.keys() - set(self.owners)
        if gone:
            with self._workspace.noting() as session:
                projections.forget(session, self._reader, sorted(gone))

    def bundled(self) -> dict[str, Part]:
        """The parts, of each group of organisations as one where nothing in them is tied to those of others."""
        groups: dict[str, list[str]] = {}
        for owner in self.owners:
            groups.setdefault(_digest(owner)[:_LETTERS], []).append(owner)
        now = {one: _digest([[owner, self._kept_parts[owner]] for owner in owners]) for one, owners in groups.items()}
        reader = f"{self._reader} groups"
        with self._workspace.reading() as session:
            kept = projections.bases(session, reader)
            found = projections.get(session, reader, dict[str, Part])
        made: dict[str, tuple[str, dict[str, Part]]] = {}
        for one in sorted(group for group, basis in now.items() if kept.get(group) != basis):
            with self._workspace.reading() as session:
                made[one] = now[one], _group(one, projections.get(session, self._reader, Part, groups[one]))
        if gone := sorted({*made, *(kept.keys() - now.keys())}):
            with self._workspace.noting() as session:
                projections.forget(session, reader, gone)
                projections.put(session, reader, made)
        found |= {one: parts for one, (_basis, parts) in made.items()}
        return {owner: part for one in now for owner, part in found[one].items()}

    def _part(self, owner: str, read: Iterable[honouring.Read], smallest: int) -> Part:
        assert self._before is not None
        counting = {one.id for one in self._counting[owner]}
        versions = [submission for one, submission in read if one.id in self._versions]
        known = self._before.get(owner, NOTHING).with_received(versions)
        readable = [widened(submission, self._asked.audience) for one, submission in read if one.id in counting]
        return _made(readable, replace(self._asked, smallest=smallest), known, self._answered.get(owner, ()))

    def _part_basis(self, owner: str, smallest: int) -> str:
        counting = [one.id for one in self._counting[owner]]
        versions = [one.id for one in self._known.held[owner] if one.id in self._versions]
        about = [counting, versions, sorted(self._answered.get(owner, ())), smallest]
        return _digest([self._now[owner], self._common, about])


def _group(name: str, parts: Mapping[str, Part]) -> dict[str, Part]:
    """Those in which something is tied by themselves, all others as one."""
    tied = {owner: part for owner, part in parts.items() if part.tied}
    return {**tied, f"group {name}": summed(part for owner, part in sorted(parts.items()) if owner not in tied)}


def _files_basis(held: Iterable[Received], trusted: str) -> str:
    return _digest([_VERSION, sorted((one.id, one.sender) for one in held), trusted])


def _made(readable: list[Submission], reader: Reader, known: Before, answered: Iterable[str]) -> Part:
    ordered = sorted(readable, key=lambda one: one.call)
    printed = merging.printed(ordered, reader, known)
    exact = merging.exactly(ordered, reader, known)
    told = [
        Told(one.organisation, entry)
        for one in printed
        for entry in one.of(SharedActivity)
        if merging.in_period(entry, reader.period)
    ]
    others = [entry for one in printed for entry in one.entries if not isinstance(entry, SharedActivity)]
    exactly = [entry for one in exact for entry in one.of(FeedbackCount)]
    return part_of(told, others, frozenset(answered), merged=merging.MERGED, exactly=exactly)


def _came(one: Received, submission: Submission) -> Came:
    taken_back = len({notice.target for notice in submission.honoured})
    activities = sum(1 for _entry in submission.of(SharedActivity))
    return Came(one.id, submission.organisation, activities, taken_back, submission.disclosure.threshold)


def _answered(answers: Answers) -> dict[str, set[str]]:
    """By organisation, the activities that somebody answered about, whatever the answer."""
    found: dict[str, set[str]] = {}
    for owner, entry in (side for pair in answers.given for side in pair):
        found.setdefault(owner, set()).add(entry)
    return found


@lru_cache(maxsize=1024)
def _period(iso: str) -> Period:
    return Period.parse(iso)


@lru_cache(maxsize=1)
def _places_version() -> list[str]:
    places = load()
    return [places.version(country) for country in places.listed()]


def _digest(basis: object) -> str:
    return hashlib.sha256(json.dumps(basis, separators=(",", ":")).encode()).hexdigest()
