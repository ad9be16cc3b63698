"""Reviewing: what is still missing for a call, and every item that would leave, with what a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.checks import check
from app.domain.problems import blocking
from app.domain.records import Feedback, Record, Resources
from app.domain.shared import (
    Audience,
    Call,
    FeedbackCount,
    LoopTotal,
    PublicOrganisation,
    ResourcesOfObjective,
    ResourcesTotal,
    SharedAttachment,
    SharedEntry,
    Withdrawal,
)
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy import border
from app.privacy.beside import Reader, cost, counts_of
from app.privacy.border import Passage
from app.privacy.suppression import Cost
from app.progress import Progress, silent
from app.services.feedback import loops
from app.services.opening.workspace import Workspace
from app.services.records.recording import in_a_line, naming
from app.services.submitting import answering, enclosing, passing, published, selecting, withdrawing
from app.services.submitting.enclosing import Enclosed
from app.services.submitting.findings import KEEP, REASONS, RELEASE, Eye, Finding, findings_about, findings_in
from app.services.submitting.findings import Item as Item
from app.services.submitting.published import Before

Total = FeedbackCount | LoopTotal | ResourcesTotal | ResourcesOfObjective


class FindingMissingError(GroundworkError):
    """No finding with that id in the review of this call."""

    message = N_("There is nothing to decide under {finding}.")


@dataclass(frozen=True)
class Review:
    """Everything that would leave for a call, and everything that would not."""

    call: Call
    items: tuple[Item, ...]
    counts: tuple[Total, ...]
    """What leaves of many records together."""
    held_back: tuple[tuple[str, str], ...]
    """(record, reason) of what stays: draft, outside, private, government, unsigned, withdrawn."""
    withdrawals: tuple[Withdrawal, ...] = ()
    """What is taken back of all that this recipient got before."""
    smallest: int = 0
    """k: the smallest group that is told as a number."""
    organisation: PublicOrganisation = PublicOrganisation("", "")
    """Ourselves as the recipient would read it, without what waits for an answer or stays."""
    about: tuple[Finding, ...] = ()
    """What to look at in what we say of ourselves."""
    enclosed: Enclosed = field(default_factory=Enclosed)
    """What would leave in the second envelope, which the recipient of everything else cannot open."""

    @property
    def read(self) -> tuple[Item, ...]:
        """Everything with words that somebody may have to look at, also in the second envelope."""
        return (*self.items, *self.enclosed.items)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that somebody must look at, answered or not."""
        return (*self.about, *(finding for item in self.read for finding in item.findings))

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """Findings that still wait for a person."""
        return tuple(finding for finding in self.findings if not finding.answer)

    @property
    def entries(self) -> tuple[SharedEntry, ...]:
        """All that would leave for the recipient."""
        told = (item.entry for item in self.items)
        leaving = (one for one in told if not isinstance(one, SharedAttachment) or one.is_let_go)
        return (*leaving, *self.counts, *self.withdrawals)

    @property
    def approvable(self) -> tuple[SharedEntry, ...]:
        """All that would leave, as everybody who approves may read it: without sensitive reports."""
        return (*self.entries, *(item.entry for item in self.enclosed.items))

    @property
    def cost(self) -> Cost:
        """How many numbers would leave, and how many of them are withheld for safety."""
        return cost(self.entries)


def review(workspace: Workspace, call: Call, *, accept_findings: bool = False, progress: Progress = silent) -> Review:
    """What would leave for this call, exactly as it would be read; nothing is changed.

    With `accept_findings` every undecided finding counts as released, for scripts whose owner read everything.
    """
    with workspace.reading() as session:
        found = selecting.of_call(session, call)
        kept = selecting.resources_of(session, found)
    leaving, held_back = _parted(workspace, call, found)
    sent = published.sent(workspace)
    got = withdrawing.sent_to(workspace, call, sent)
    through = replace(passing.passage(workspace, call, found, got), crossing=frozenset(one.id for one in leaving))
    leaving, unsigned = _allowed(leaving, through)
    through = replace(through, crossing=frozenset(one.id for one in leaving))
    leaving, loose = _allowed(leaving, through)
    eye = answering.eye(workspace, call, accept=accept_findings)
    items: list[Item] = []
    for done, record in enumerate(leaving):
        progress(done, len(leaving))
        findings = findings_in(record, eye, signed=record.id in through.signed)
        entry = border.share(record, passing.decided(through, findings))
        items += [Item(record.id, title_of(record), entry, findings)] if entry is not None else []
    organisation, about = ourselves(workspace, eye)
    seen = Review(
        call,
        tuple(items),
        _totals(workspace, (found, kept), through),
        (*held_back, *unsigned, *loose),
        withdrawing.notices(workspace, got, through),
        through.smallest,
        organisation,
        about,
        enclosing.enclosed(workspace, call, found, through=through, eye=eye),
    )
    exact = _exact(seen, {one.id: one for one in leaving}, through, found)
    return _beside(workspace, seen, published.before(workspace, sent), exact)


def _exact(
    seen: Review, leaving: Mapping[str, Record], through: Passage, found: Iterable[Record]
) -> dict[str, SharedEntry]:
    """For the public: what has numbers, before they are rounded, by the record or by the id of a total."""
    if through.audience is not Audience.PUBLIC:
        return {}
    exactly = replace(through, audience=Audience.PEERS)
    made = ((item.record, border.share(leaving[item.record], exactly)) for item in seen.items if counts_of(item.entry))
    heard = border.count_feedback([one for one in found if isinstance(one, Feedback)], exactly)
    return {name: entry for name, entry in made if entry is not None} | {one.id: one for one in heard}


def _parted(workspace: Workspace, call: Call, found: Iterable[Record]) -> tuple[list[Record], list[tuple[str, str]]]:
    """What is asked for, complete and not private; and of everything else why it stays."""
    leaving: list[Record] = []
    held_back: list[tuple[str, str]] = []
    for record in found:
        if border.stays(record):
            held_back.append((record.id, border.PRIVATE))
        elif not call.wants(type(record).KIND):
            held_back.append((record.id, "outside"))
        elif blocking(check(record, workspace.pack)):
            held_back.append((record.id, "draft"))
        else:
            leaving.append(record)
    return leaving, held_back


def _allowed(leaving: Iterable[Record], through: Passage) -> tuple[list[Record], list[tuple[str, str]]]:
    """What may cross by this passage; and of everything else why it stays."""
    why = [(record, border.why_it_stays(record, through)) for record in leaving]
    return [record for record, reason in why if not reason], [(record.id, reason) for record, reason in why if reason]


def ourselves(workspace: Workspace, eye: Eye) -> tuple[PublicOrganisation, tuple[Finding, ...]]:
    """This organisation as it would be read now, and what to look at in it."""
    known = vars(workspace.organisation)
    about = findings_about(border.public_profile(known), eye)
    kept = {finding.field for finding in about if finding.answer != RELEASE}
    return border.public_profile(known, kept), about


def _totals(
    workspace: Workspace, found: tuple[tuple[Record, ...], tuple[Resources, ...]], through: Passage
) -> tuple[Total, ...]:
    heard = [record for record in found[0] if isinstance(record, Feedback)]
    sources = frozenset(workspace.pack.code_list("fund_sources").codes)
    return (
        *border.count_feedback(heard, through),
        *border.total_loops(heard, loops.days_to_answer(workspace, heard), through),
        *border.total_resources(found[1], sources, through),
        *border.resources_by_objective(found[1], _first_objectives(found[0]), sources, through),
    )


def _first_objectives(found: Iterable[Record]) -> dict[str, int]:
    """The objective that each record names first, by its id; only of those that name any."""
    named = ((one.id, getattr(one, "objectives", ())) for one in found)
    return {record: numbers[0] for record, numbers in named if numbers}


def _beside(workspace: Workspace, seen: Review, known: Before, exact: Mapping[str, SharedEntry]) -> Review:
    """The review with everything withheld that would tell of few people beside what was published before."""
    own = workspace.organisation.id
    reader = Reader(seen.call.period, seen.call.audience, seen.smallest)
    items = []
    for item in seen.items:
        counted = known.recipients if counts_of(item.entry) else ()
        names = [passing.pseudonym_for(workspace, one, item.record) for one in counted]
        now = known.beside(item.entry, reader, organisation=own, names=names, exact=exact.get(item.record))
        items.append(replace(item, entry=now))
    counts = tuple(known.beside(one, reader, organisation=own, exact=exact.get(one.id)) for one in seen.counts)
    return replace(seen, items=tuple(items), counts=counts)


def decide(workspace: Workspace, call: Call, finding: str, *, release: bool, reason: str = "") -> None:
    """Keep a person's answer to one finding: the text leaves as it is, for a reason of REASONS, or stays here.

    Raises FindingMissingError, also for a text that cannot be scanned: it stays whatever anybody decides.
    """
    decide_all(workspace, review(workspace, call), {finding: (release, reason)})


def decide_all(workspace: Workspace, seen: Review, answers: Mapping[str, tuple[bool, str]]) -> None:
    """Keep answers to findings of this review, (release, reason) each: all or none. Raises as `decide` does."""
    known = {one.id: one for one in seen.findings}
    for finding, (_release, reason) in answers.items():
        if finding not in known or known[finding].is_unreadable or reason not in ("", *REASONS):
            raise FindingMissingError(finding=finding)
    kept = {finding: (RELEASE if release else KEEP, reason) for finding, (release, reason) in answers.items()}
    answering.keep(workspace, seen.call, kept)


def title_of(record: Record) -> str:
    """What a record is called in a list: never more than a line."""
    return in_a_line(naming(record)) or type(record).KIND
