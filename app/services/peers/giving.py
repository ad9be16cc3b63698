"""Giving practices: those that may leave for other organisations, in a signed file, kept as it was given.

Each goes the way of a sheet for peers: complete, approved, its texts read. What was given before and may no longer be
told is taken back in every later pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.records import Practice
from app.domain.shared import RECORD, Audience, Disclosure, SharedPractice, Submission, Withdrawal
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy.border import Passage
from app.privacy.withdrawal import honoured
from app.services.feedback import dating
from app.services.opening.workspace import Workspace
from app.services.paper import sheets
from app.services.paper.sheets import Order
from app.services.peers import practice_packs
from app.services.peers.practice_packs import CALL
from app.services.picturing import exporting
from app.services.records import recording
from app.services.submitting import answering, passing, reviewing, withdrawing
from app.services.submitting.findings import RELEASE, Finding
from app.storage import records


class NotAPracticeError(GroundworkError):
    """A pack holds practices alone."""

    message = N_("Only practices can be given to other organisations in this way, and {id} is something else.")


class NothingToGiveError(GroundworkError):
    """No practice may leave."""

    message = N_("There is no practice to give. Write one down, have it approved, and try again.")


class NothingMayLeaveError(NothingToGiveError):
    """There are practices, and each stays."""

    message = N_("No practice may leave now. {reason}")


class PracticeTakenBackError(GroundworkError):
    """What was taken back once is not given again."""

    message = N_("This practice was taken back from those who have it, so it is not given again.")


@dataclass(frozen=True)
class Staying:
    """A practice that is not given, and why."""

    record: str
    """Its id alone: what stays is not told among what leaves."""
    reason: str


@dataclass(frozen=True)
class Giving:
    """What a pack tells, before or after it was made."""

    told: Submission
    staying: tuple[Staying, ...]
    waiting: tuple[Finding, ...]
    """Texts that stay out because nobody has said that they were read."""

    @property
    def practices(self) -> tuple[SharedPractice, ...]:
        """The practices in it."""
        return tuple(self.told.of(SharedPractice))

    @property
    def taken_back(self) -> tuple[Withdrawal, ...]:
        """What it takes back of earlier packs."""
        return tuple(self.told.of(Withdrawal))


def look(workspace: Workspace, chosen: Iterable[str] = (), *, accept_findings: bool = False) -> Giving:
    """What would be given: the practices chosen, or all that may leave; nothing is written.

    Of those chosen each must be able to leave: raises NotAPracticeError, PracticeTakenBackError and what
    `sheets.crossed` raises; NothingToGiveError where nothing is left to tell, with the first reason if any stays.
    """
    order = Order(Audience.PEERS, accept_findings=accept_findings)
    before = [one.told for one in practice_packs.given(workspace)]
    notices = withdrawing.notices(workspace, before, _passage(workspace, before))
    gone = frozenset(notice.target for notice in notices if notice.scope == RECORD)
    wanted = tuple(dict.fromkeys(chosen))
    entries: list[SharedPractice] = []
    staying: list[Staying] = []
    waiting: list[Finding] = []
    for record in wanted or _every(workspace):
        try:
            entry, found = _crossed(workspace, record, order, gone)
        except GroundworkError as failure:
            if wanted:
                raise
            staying.append(Staying(record, failure.sentence()))
            continue
        entries.append(entry)
        waiting += [one for one in found if one.answer != RELEASE]
    told = _told(workspace, before, (*entries, *notices), order)
    told = honoured(told, notices)
    if not entries and not any(notice not in _last(before) for notice in notices):
        raise NothingMayLeaveError(reason=staying[0].reason) if staying else NothingToGiveError
    return Giving(replace(told, honoured=()), tuple(staying), tuple(waiting))


def make(workspace: Workspace, chosen: Iterable[str] = (), *, accept_findings: bool = False) -> tuple[Giving, bytes]:
    """The file, signed; it is kept here exactly as it is given. Raises what `look` raises."""
    giving = look(workspace, chosen, accept_findings=accept_findings)
    data = practice_packs.write(workspace, giving.told)
    practice_packs.keep(workspace, practice_packs.opened(data), data)
    return giving, data


def _crossed(
    workspace: Workspace, record: str, order: Order, gone: frozenset[str]
) -> tuple[SharedPractice, tuple[Finding, ...]]:
    """A practice as others read it, under the name that it has in packs and nowhere else."""
    if recording.kind_of(workspace, record) is not Practice:
        raise NotAPracticeError(id=record)
    seen = sheets.crossed(workspace, record, order)
    assert isinstance(seen.entry, SharedPractice)
    entry = replace(seen.entry, id=_pseudonym(workspace, record))
    if entry.id in gone:
        raise PracticeTakenBackError
    return entry, seen.findings


def _told(workspace: Workspace, before: list[Submission], entries: tuple[object, ...], order: Order) -> Submission:
    month = dating.this_month(workspace)
    period = Period(month, month)
    call = exporting.call(workspace, period, order.audience)
    organisation, _about = reviewing.ourselves(workspace, answering.eye(workspace, call, accept=order.accept_findings))
    packs = practice_packs.given(workspace)
    return Submission(
        organisation=organisation,
        call=CALL,
        period=period,
        revision=max((one.revision for one in before), default=0) + 1,
        previous=packs[-1].id if packs else "",
        disclosure=Disclosure(order.audience, max(order.audience.smallest, passing.own_threshold(workspace))),
        reference=workspace.pack.version,
        made_on=month.iso,
        entries=tuple(one for one in entries if isinstance(one, SharedPractice | Withdrawal)),
    )


def _passage(workspace: Workspace, before: list[Submission]) -> Passage:
    with workspace.reading() as session:
        found = tuple(records.every(session, Practice))
    month = dating.this_month(workspace)
    call = exporting.call(workspace, Period(month, month), Audience.PEERS)
    through = passing.passage(workspace, call, found, before)
    return replace(through, pseudonym=lambda record: _pseudonym(workspace, record))


def _pseudonym(workspace: Workspace, record: str) -> str:
    return passing.pseudonym_for(workspace, CALL, record)


def _every(workspace: Workspace) -> tuple[str, ...]:
    with workspace.reading() as session:
        return tuple(sorted(one.id for one in records.every(session, Practice)))


def _last(before: list[Submission]) -> frozenset[Withdrawal]:
    return frozenset(before[-1].of(Withdrawal)) if before else frozenset()
