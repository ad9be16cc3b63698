"""Duplicates: activities that several organisations tell of; a coordinator links them, and nothing of them is changed.

An answer is kept for ever under the entries' own identities: it holds for every revision, for files that come in again
in another order, and for those that come in later. The newest answer about a pair holds; taking it back is an answer.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from app.domain.once import Answer, Answers, Pair, Proposal, grouped_by, pair, shared_number
from app.domain.once.proposing import is_open, order, proposed
from app.domain.once.sweeping import Alike
from app.domain.once.traits import month_of
from app.domain.shared import Identity, SharedActivity, Told
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.coordinating import honouring, triage
from app.services.coordinating.triage import Verdict, stands
from app.services.opening.workspace import Workspace
from app.services.picturing import comparing, counting
from app.services.picturing.comparing import Numbered
from app.storage import decisions, exchange
from app.storage.decisions import ONCE, Decision

MOST = 500
"""So many pairs that nobody has answered are shown; more come as soon as these are answered."""

__all__ = ["Answer", "Answers", "EntryMissingError", "Found", "Identity", "Pair", "Proposal", "pair"]


class EntryMissingError(GroundworkError):
    """No counted activity, or more than one, begins with what was typed."""

    message = N_("There is no single activity {id} in what counts. Give more of its id.")


class SameEntryError(GroundworkError):
    """An entry was compared with itself."""

    message = N_("These are one and the same entry. Name two.")


@dataclass(frozen=True)
class Found:
    """What is known about duplicates of a period, as far as a person can look through it."""

    alike: tuple[Proposal, ...]
    """The likeliest pairs that nobody had answered, and those that were answered; the likeliest first."""
    numbers: Mapping[Identity, str]
    """The entries that are shown or may count together with others, and their shared numbers."""
    known: Mapping[Identity, Told]
    """What these tell."""
    answers: Answers
    more: int = 0
    """So many pairs beyond those were not answered either."""
    is_empty: bool = False
    """Whether there was nothing to compare."""
    waiting: frozenset[Identity] = frozenset()
    """Those of them that nobody accepted yet."""
    basis: frozenset[str] = frozenset()
    """The files that this was found in: with the same ones, the same is found."""

    @cached_property
    def same(self) -> Mapping[Identity, Identity]:
        """Each entry that counts together with others, and the entry by which they are known."""
        return grouped_by(self.numbers, self.answers)

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
        return replace(self, answers=given)


def look(
    workspace: Workspace, period: Period | None = None, progress: Progress = silent, *, waiting: bool = False
) -> Found:
    """What is alike, linked and answered among all activities that count, or those of a period.

    With `waiting` also those of files that nobody has decided about, in place of what their organisations told before.
    """
    counting.compare(workspace, progress)
    fresh = _told_in(workspace, _waiting(workspace)) if waiting else {}
    given, numbered = answers(workspace), comparing.numbered(workspace)
    known = _known(workspace, given, fresh, numbered)
    if period is not None:
        known = {identity: one for identity, one in known.items() if _is_in(one, period)}
    same = grouped_by(_numbers(known), given)
    count = _Count(given, same, period)
    pairs = heapq.nsmallest(MOST, filter(count.is_open, _alike(workspace, fresh, progress)), key=order)
    pairs += count.answered
    sides = {side for each in pairs for side in (each.one, each.other)}
    known |= comparing.told(workspace, sides - known.keys()) | {side: fresh[side] for side in sides & fresh.keys()}
    return Found(
        tuple(proposed(each, known) for each in sorted(pairs, key=order)),
        _numbers(known),
        known,
        given,
        more=max(0, count.open - MOST),
        is_empty=not fresh and not any(one.activities for one in numbered.values()),
        waiting=frozenset(fresh),
        basis=basis(workspace),
    )


def brought(
    workspace: Workspace, submissions: Iterable[str], progress: Progress = silent
) -> dict[str, tuple[Proposal, ...]]:
    """What these submissions tell of that others probably tell of, too, accepted or not; those that bring any.

    Compared is with everything that counts, and with each other; the likeliest first.
    """
    counting.compare(workspace, progress)
    whose: dict[Identity, str] = {}
    fresh = _told_in(workspace, frozenset(submissions), whose)
    given = answers(workspace)
    same = grouped_by(_numbers(_known(workspace, given, fresh, comparing.numbered(workspace))), given)
    pairs = [each for each in comparing.beside(workspace, fresh, progress) if is_open(each, same, given)]
    known = {**comparing.told(workspace, {side for each in pairs for side in (each.one, each.other)}), **fresh}
    found: dict[str, list[Proposal]] = {}
    for each in sorted(pairs, key=order):
        for owner in dict.fromkeys(whose[side] for side in (each.one, each.other) if side in whose):
            found.setdefault(owner, []).append(proposed(each, known))
    return {owner: tuple(found[owner]) for owner in found}


def basis(workspace: Workspace) -> frozenset[str]:
    """What everything that is found depends on: the files that came in, and which of them count."""
    held, standing = stands(workspace)
    return frozenset((*(one.id for one in held), *(f"{one.id} counts" for one in standing.counted)))


def files_waiting(workspace: Workspace) -> int:
    """How many files nobody has decided about."""
    return len(_waiting(workspace))


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


def find(workspace: Workspace, words: str, *, waiting: bool = False) -> Told:
    """The counted activity with this id, the beginning of one, or `organisation:entry`. Raises EntryMissingError.

    With `waiting` also one in a file that nobody has decided about.
    """
    organisation, _, entry = words.rpartition(":")
    fresh = _told_in(workspace, _waiting(workspace)) if waiting else {}
    every = (one for one in (*counted(workspace), *fresh.values()) if entry and one.entry.id.startswith(entry))
    found = {one.identity: one for one in every if one.organisation.id.startswith(organisation)}
    exact = [one for one in found.values() if one.entry.id == entry]
    if len(exact or found) != 1:
        raise EntryMissingError(id=words)
    return (exact or list(found.values()))[0]


def counted(workspace: Workspace) -> Iterator[Told]:
    """Every counted activity, one entry once; of an entry in answers to several calls, the last one."""
    counting.compare(workspace)
    return comparing.every(workspace)


class _Count:
    """Tells pairs that nobody answered from those that somebody did, and counts the former."""

    def __init__(self, given: Answers, same: Mapping[Identity, Identity], period: Period | None) -> None:
        self._given, self._same, self._period = given, same, period
        self.open = 0
        self.answered: list[Alike] = []

    def is_open(self, each: Alike) -> bool:
        """Whether it is to be proposed."""
        if self._period is not None and each.first and not _has(self._period, each):
            return False
        if is_open(each, self._same, self._given):
            self.open += 1
            return True
        self.answered.append(each)
        return False


def _has(period: Period, each: Alike) -> bool:
    return each.first <= month_of(period.end) and each.last >= month_of(period.start)


def _is_in(told: Told, period: Period) -> bool:
    entry = told.entry
    return not isinstance(entry, SharedActivity) or entry.start is None or period.overlaps(entry.start, entry.end)


def _alike(workspace: Workspace, fresh: Mapping[Identity, Told], progress: Progress) -> Iterator[Alike]:
    """What is kept, and who is like one of those that are beside it."""
    yield from (each for each in comparing.alike(workspace) if each.one not in fresh and each.other not in fresh)
    if fresh:
        yield from comparing.beside(workspace, fresh, progress)


def _known(
    workspace: Workspace, given: Answers, fresh: Mapping[Identity, Told], numbered: Mapping[str, Numbered]
) -> dict[Identity, Told]:
    """What counts by itself, or that somebody answered about."""
    wanted = {side for pair in given.given for side in pair}
    wanted.update((owner, entry) for owner, one in numbered.items() for entry, _number in one.numbers)
    return {**comparing.told(workspace, wanted), **fresh}


def _numbers(known: Mapping[Identity, Told]) -> dict[Identity, str]:
    entries = ((identity, one.entry) for identity, one in known.items())
    return {identity: shared_number(entry) for identity, entry in entries if isinstance(entry, SharedActivity)}


def _waiting(workspace: Workspace) -> frozenset[str]:
    """The files that nobody has decided about."""
    return frozenset(one.id for one in triage.inbox(workspace) if one.verdict is Verdict.WAITING)


def _told_in(
    workspace: Workspace, submissions: frozenset[str], whose: dict[Identity, str] | None = None
) -> dict[Identity, Told]:
    """What these files tell, each entry by the newest of them; `whose` learns in which one it stands."""
    with workspace.reading() as session:
        files = [one for one in exchange.received(session) if one.id in submissions]
    found: dict[Identity, Told] = {}
    for one, submission in honouring.readings(workspace, sorted(files, key=lambda each: (each.revision, each.id))):
        for entry in submission.of(SharedActivity):
            new = Told(submission.organisation, entry)
            found[new.identity] = new
            if whose is not None:
                whose[new.identity] = one.id
    return found


def _pair_of(subject: str) -> Pair:
    return msgspec.json.decode(subject, type=tuple[tuple[str, str], tuple[str, str]])
