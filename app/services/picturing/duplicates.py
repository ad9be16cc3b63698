"""Duplicates: activities that several organisations tell of; a coordinator links them, and nothing of them is changed.

An answer is kept for ever under the entries' own identities: it holds for every revision, for files that come in again
in another order, and for those that come in later. The newest answer about a pair holds; taking it back is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from app.domain.once import Answer, Answers, Pair, Proposal, pair, proposals
from app.domain.once.grouping import grouped
from app.domain.shared import Identity, SharedActivity, Told
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.coordinating import honouring
from app.services.coordinating.triage import stands
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import ONCE, Decision

__all__ = ["Answer", "Answers", "EntryMissingError", "Found", "Identity", "Pair", "Proposal", "pair"]


class EntryMissingError(GroundworkError):
    """No counted activity, or more than one, begins with what was typed."""

    message = N_("There is no single activity {id} in what counts. Give more of its id.")


class SameEntryError(GroundworkError):
    """An entry was compared with itself."""

    message = N_("These are one and the same entry. Name two.")


@dataclass(frozen=True)
class Found:
    """Everything about duplicates of a period."""

    told: tuple[Told, ...]
    """Every counted activity, one entry once."""
    alike: tuple[Proposal, ...]
    """Every pair that is alike, answered or not; the likeliest first."""
    answers: Answers
    basis: frozenset[str] = frozenset()
    """The files that this was found in: with the same ones, the same is found."""

    @cached_property
    def known(self) -> Mapping[Identity, Told]:
        """The counted entries by what they are called."""
        return {one.identity: one for one in self.told}

    @cached_property
    def same(self) -> Mapping[Identity, Identity]:
        """Each entry that counts together with others, and the entry by which they are known."""
        return grouped(self.told, self.answers)

    @cached_property
    def proposed(self) -> tuple[Proposal, ...]:
        """The pairs that nobody has answered and that do not count once already."""
        return tuple(
            each
            for each in self.alike
            if self.answers.of(*each.pair) is Answer.OPEN
            and self.same.get(each.pair[0], each.pair[0]) != self.same.get(each.pair[1], each.pair[1])
        )

    @cached_property
    def groups(self) -> tuple[tuple[Told, ...], ...]:
        """Activities that several entries tell of, by a shared number or because they were linked."""
        found: dict[Identity, list[Told]] = {}
        for member, group in sorted(self.same.items()):
            found.setdefault(group, []).append(self.known[member])
        return tuple(tuple(group) for _first, group in sorted(found.items()))

    def answered(self, answer: Answer) -> tuple[tuple[Told, Told], ...]:
        """The pairs with this answer of which both entries count."""
        known = self.known
        pairs = self.answers.about(answer)
        return tuple((known[one], known[other]) for one, other in pairs if one in known and other in known)

    def with_answers(self, given: Answers) -> Found:
        """The same with the answers that hold now: nothing is compared again."""
        return Found(self.told, self.alike, given, self.basis)


def look(workspace: Workspace, period: Period | None = None, progress: Progress = silent) -> Found:
    """What is alike, linked and answered among all activities that count, or those of a period."""
    told = tuple(counted(workspace, period, progress))
    return Found(told, proposals(told, Answers(), progress).found, answers(workspace), basis(workspace))


def brought(
    workspace: Workspace, submissions: Iterable[str], progress: Progress = silent
) -> dict[str, tuple[Proposal, ...]]:
    """What these submissions tell of that others probably tell of, too, accepted or not; those that bring any.

    Compared is with everything that counts, and with each other; the likeliest first.
    """
    wanted = frozenset(submissions)
    with workspace.reading() as session:
        fresh = [one for one in exchange.received(session) if one.id in wanted]
    told = {one.identity: one for one in counted(workspace, None, progress)}
    whose: dict[Identity, str] = {}
    for one, submission in honouring.readings(workspace, sorted(fresh, key=lambda each: (each.revision, each.id))):
        for entry in submission.of(SharedActivity):
            new = Told(submission.organisation, entry)
            told[new.identity] = new
            whose[new.identity] = one.id
    found: dict[str, list[Proposal]] = {}
    for each in proposals(told.values(), answers(workspace), progress, about=whose.keys()).found:
        for owner in dict.fromkeys(whose[side] for side in each.pair if side in whose):
            found.setdefault(owner, []).append(each)
    return {owner: tuple(pairs) for owner, pairs in found.items()}


def basis(workspace: Workspace) -> frozenset[str]:
    """What everything that is found depends on: the files that came in, and which of them count."""
    held, standing = stands(workspace)
    return frozenset((*(one.id for one in held), *(f"{one.id} counts" for one in standing.counted)))


def answers(workspace: Workspace) -> Answers:
    """The answers that hold."""
    with workspace.reading() as session:
        found = decisions.newest(session, ONCE)
    return Answers({_pair_of(subject): Answer(one.answer) for subject, one in found.items()})


def answer(workspace: Workspace, one: Identity, other: Identity, given: Answer) -> Answer:
    """Keep an answer about two entries; the one that held before comes back, to undo it. Raises SameEntryError."""
    if one == other:
        raise SameEntryError
    before = answers(workspace).of(one, other)
    with workspace.writing() as session:
        stamp = workspace.next_stamps(session).stamp()
        subject = msgspec.json.encode(pair(one, other)).decode()
        decisions.put(session, Decision(stamp, subject, ONCE, given.value, by=workspace.profile.id))
    return before


def find(told: Iterable[Told], words: str) -> Identity:
    """The entry with this id, the beginning of one, or `organisation:entry`. Raises EntryMissingError."""
    organisation, _, entry = words.rpartition(":")
    known = {one.identity for one in told}
    found = [one for one in known if entry and one[1].startswith(entry) and one[0].startswith(organisation)]
    exact = [one for one in found if one[1] == entry]
    if len(exact or found) != 1:
        raise EntryMissingError(id=words)
    return (exact or found)[0]


def counted(workspace: Workspace, period: Period | None = None, progress: Progress = silent) -> Iterator[Told]:
    """Every counted activity, one entry once; of an entry in answers to several calls, the last one."""
    held, standing = stands(workspace)
    wanted = {one.id for one in standing.counted}
    ordered = sorted((one for one in held if one.id in wanted), key=lambda one: (one.organisation, one.period, one.id))
    kept: dict[Identity, Told] = {}
    for done, (_received, submission) in enumerate(honouring.readings(workspace, ordered)):
        progress(done, len(ordered))
        for entry in submission.of(SharedActivity):
            if period is None or entry.start is None or period.overlaps(entry.start, entry.end):
                told = Told(submission.organisation, entry)
                kept[told.identity] = told
    progress(len(ordered), len(ordered))
    return iter([kept[identity] for identity in sorted(kept)])


def _pair_of(subject: str) -> Pair:
    return msgspec.json.decode(subject, type=tuple[tuple[str, str], tuple[str, str]])
