"""The chapters of a submission that no single objective holds: practices, needs, commitments, plans, figures, book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.shared import (
    ResourcesOfObjective,
    ResourcesTotal,
    SharedAttachment,
    SharedCommitment,
    SharedCommitmentUpdate,
    SharedConsultation,
    SharedEntry,
    SharedIndicatorValue,
    SharedNeedOffer,
    SharedOpenQuestion,
    SharedPartner,
    SharedPlanItem,
    SharedPolicyCard,
    SharedPolicyLink,
    SharedPractice,
    SharedProposal,
    SharedRecommendation,
    SharedRumour,
    SharedTermNote,
    Submission,
)
from app.domain.wording import Wording
from app.i18n import N_
from app.reports import illustrations
from app.reports.document import Block, Fact, Facts, Heading, Paragraph


@dataclass(frozen=True)
class _Chapter:
    """One chapter: where the contents link to, its title, the kinds it tells of in order, and a remark."""

    anchor: str
    title: str
    kinds: tuple[type[SharedEntry], ...]
    remark: str = ""


_CHAPTERS = (
    _Chapter("practices", N_("Practices worth copying"), (SharedPractice,)),
    _Chapter("needs", N_("Needs and proposals"), (SharedNeedOffer, SharedProposal, SharedOpenQuestion)),
    _Chapter("commitments", N_("Commitments"), (SharedCommitment, SharedCommitmentUpdate)),
    _Chapter("plans", N_("Plans"), (SharedPlanItem,)),
    _Chapter("consultations", N_("Consultations"), (SharedConsultation,)),
    _Chapter("rumours", N_("Rumours"), (SharedRumour,)),
    _Chapter(
        "figures",
        N_("Indicators and money"),
        (SharedIndicatorValue, ResourcesTotal, ResourcesOfObjective),
        N_(
            "Indicators are those of the Sustainable Development Goals linked to an objective, or the organisation's "
            "own. Money is told as totals over at least three pieces of work."
        ),
    ),
    _Chapter("advice", N_("Recommendations received"), (SharedRecommendation,)),
    _Chapter(
        "attached",
        N_("Attached files"),
        (SharedAttachment,),
        N_("The files travel with the data of this submission, each after somebody looked at it and let it go."),
    ),
    _Chapter(
        "book",
        N_("Policies, partners and words"),
        (SharedPolicyLink, SharedPolicyCard, SharedPartner, SharedTermNote),
        N_("Partners are named only if they agreed."),
    ),
)


def chapters(submission: Submission, wording: Wording) -> Iterator[Block]:
    """Every chapter that something is said in."""
    for one in _CHAPTERS:
        entries = [entry for kind in one.kinds for entry in submission.of(kind)]
        if entries:
            yield Heading(1, wording.say.gettext(one.title), one.anchor)
            if one.remark:
                yield Paragraph(wording.say.gettext(one.remark), "small")
            if SharedCommitment in one.kinds:
                yield from _promises(submission, wording)
            yield from _entries(submission, entries, wording)


def count(submission: Submission) -> int:
    """How many chapters something is said in."""
    return sum(any(isinstance(entry, one.kinds) for entry in submission.entries) for one in _CHAPTERS)


def _promises(submission: Submission, wording: Wording) -> Iterator[Block]:
    news = list(submission.of(SharedCommitmentUpdate))
    found = [("", one, [each for each in news if each.commitment == one.id]) for one in submission.of(SharedCommitment)]
    if chart := illustrations.promises(found, submission.period, wording):
        yield chart


def _entries(submission: Submission, entries: Sequence[SharedEntry], wording: Wording) -> Iterator[Block]:
    told = {entry.id for entry in entries if isinstance(entry, SharedCommitment)}
    above = ""
    for entry in entries:
        if isinstance(entry, SharedCommitmentUpdate) and entry.commitment in told:
            continue  # it stands below its commitment
        heading, field = wording.heading(entry)
        yield from _entry(entry, wording, heading="" if heading == above else heading)
        above = "" if field else heading  # what has no title of its own stands under the name of its kind, told once
        if isinstance(entry, SharedCommitment):
            yield from _updates(submission, entry, wording)


def _entry(entry: SharedEntry, wording: Wording, *, heading: str) -> Iterator[Block]:
    if heading:
        yield Heading(2, heading)
    told = wording.facts(entry)
    if told:
        yield Facts(tuple(Fact(label, words) for label, words in told), compact=True)


def _updates(submission: Submission, promise: SharedCommitment, wording: Wording) -> Iterator[Block]:
    """What became of a commitment, the oldest news first, beside its month."""
    news = [one for one in submission.of(SharedCommitmentUpdate) if one.commitment == promise.id]
    told: list[Fact] = []
    for one in sorted(news, key=lambda each: (each.date.iso if each.date else "", each.id)):
        told.append(Fact(wording.when(one.date), one.text))
        told.append(Fact(wording.say.gettext("How far it is"), wording.label("commitment_status", one.status)))
    if told:
        yield Paragraph(wording.say.gettext("What happened since"), "small")
        yield Facts.filled(*told, compact=True)
