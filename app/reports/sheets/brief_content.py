"""What a brief is made of: the work of one organisation, or the picture of a coordinator, each as its readers may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from app.domain.shared import (
    ObjectiveView,
    Picture,
    PublicOrganisation,
    Reach,
    SharedActivity,
    SharedChallenge,
    SharedCommitment,
    SharedConsultation,
    SharedEntry,
    SharedFeedback,
    SharedNeedOffer,
    SharedPlanItem,
    SharedProposal,
    Submission,
    Told,
)
from app.domain.shared.sums import ALL
from app.domain.terms import NO_LONGER_DUE, When
from app.domain.wording import Wording
from app.i18n import isolate
from app.reports import key_figures
from app.reports.document import Bar, Figure
from app.reports.sheets.brief import Content, Line
from app.tongues import own_code_called

E = TypeVar("E", bound=SharedEntry)

_NEED = "need"


def of_submission(submission: Submission, wording: Wording) -> Content:
    """The work of one organisation, the newest texts first."""
    told = [Told(submission.organisation, entry) for entry in submission.entries]
    activities = list(submission.of(SharedActivity))
    numbers = sorted({number for one in activities for number in one.objectives})
    counts = [(number, sum(number in one.objectives for one in activities)) for number in numbers]
    return Content(
        period=wording.period(submission.period),
        about=submission.organisation.description,
        figures=key_figures.of_submission(submission, wording),
        bars=_bars(counts, wording),
        voices=_once(voices(told, wording, named=False)),
        heard=(),
        asks=_once(asks(told, wording, named=False)),
        steps=_once(_steps(told, wording, named=False)),
        cost=wording.cost(submission.disclosure.counts, submission.disclosure.counts_withheld),
    )


def of_picture(picture: Picture, wording: Wording, about: str = "") -> Content:
    """The picture of a coordinator; who said something is named."""
    told = tuple(picture.further)
    counts = [(one.objective, one.activities) for one in picture.objectives if one.activities]
    return Content(
        period=wording.period(picture.period),
        about=about,
        figures=_figures(picture, wording),
        bars=_bars(counts, wording),
        voices=_once(voices(told, wording, named=True)),
        heard=tuple(_heard(picture.objectives, wording)),
        asks=_once(asks(told, wording, named=True)),
        steps=_once(_steps(told, wording, named=True)),
        cost=wording.cost(picture.numbers, picture.withheld),
    )


def _figures(picture: Picture, wording: Wording) -> tuple[Figure, ...]:
    say, number = wording.say.gettext, wording.say.number
    count = picture.activities_once
    work = picture.sums.work.get(ALL, {}).get(("", 0))
    reach = work.reach if work else Reach(None, None, "")
    note = say("a range: some people came more than once") if reach.high is not None and reach.low != reach.high else ""
    return (
        Figure(
            number(len(picture.counted)), wording.say.ngettext("organisation", "organisations", len(picture.counted))
        ),
        Figure(number(count), wording.say.ngettext("activity", "activities", count)),
        Figure(wording.reach(reach), say("people reached"), note),
    )


def _bars(counts: Iterable[tuple[int, int]], wording: Wording) -> tuple[Bar, ...]:
    """Most activities first; equal ones in the order of the Compact."""
    ordered = sorted(counts, key=lambda one: (-one[1], one[0]))
    return tuple(Bar(wording.objective(number), count, wording.say.number(count)) for number, count in ordered)


def voices(told: Iterable[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    """Somebody's own words where they may be told, else what was understood; then what was said in consultations."""
    say = wording.say.gettext
    for _who, entry in newest(told, SharedFeedback):
        kind = wording.label("feedback_types", entry.type)
        if entry.own_words:
            note = say("{kind}, in their own words").format(kind=kind)
            yield Line(entry.own_words, note, own_code_called(entry.language))
        elif entry.paraphrase:
            yield Line(entry.paraphrase, kind)
    for who, asked in newest(told, SharedConsultation):
        if asked.summary:
            note = say("Said together in a consultation")
            yield Line(asked.summary, _by(who, note, wording) if named else note)


def asks(told: Sequence[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    """Proposals first, then needs, then what would help where something stands in the way."""
    for who, proposal in newest(told, SharedProposal):
        yield _ask(who if named else None, proposal.text, proposal.addressee, wording)
    for who, need in newest(told, SharedNeedOffer):
        if need.kind == _NEED and need.text:
            yield _ask(who if named else None, need.text, "", wording)
    for who, challenge in newest(told, SharedChallenge):
        if challenge.support_needed:
            yield _ask(who if named else None, challenge.support_needed, challenge.addressee, wording)


def _ask(who: PublicOrganisation | None, text: str, addressee: str, wording: Wording) -> Line:
    asked = wording.label("addressees", addressee)
    note = wording.say.gettext("Asked of: {addressee}").format(addressee=asked) if asked else ""
    return Line(text, _by(who, note, wording) if who else note)


def _steps(told: Sequence[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    """Plans and commitments that are still to be kept, the earliest date first; those without one come last."""
    found: list[tuple[PublicOrganisation, SharedPlanItem | SharedCommitment]] = []
    found += [*newest(told, SharedPlanItem), *newest(told, SharedCommitment)]
    open_ones = [(who, one) for who, one in found if one.status not in NO_LONGER_DUE and one.title]
    for who, one in sorted(open_ones, key=lambda pair: _by_date(pair[1].due)):
        due = wording.say.gettext("To be done by {month}").format(month=wording.when(one.due)) if one.due else ""
        yield Line(one.title, _by(who, due, wording) if named else due)


def _heard(views: Iterable[ObjectiveView], wording: Wording) -> Iterator[str]:
    """Messages by objective, the most first, added up from the printed numbers."""
    sums = [(sum(count.value or 0 for _kind, count in view.feedback), view.objective) for view in views]
    for count, objective in sorted((one for one in sums if one[0]), key=lambda one: (-one[0], one[1])):
        words = wording.say.ngettext("{count} message about {objective}", "{count} messages about {objective}", count)
        yield words.format(count=wording.say.number(count), objective=wording.objective(objective))


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each text once, however many times it was written."""
    return tuple(dict.fromkeys(lines))


def newest(told: Iterable[Told], kind: type[E]) -> list[tuple[PublicOrganisation, E]]:
    """Entries of one kind with who told them, the newest first: they come oldest first."""
    found = [(one.organisation, one.entry) for one in told if isinstance(one.entry, kind)]
    return found[::-1]


def _by(who: PublicOrganisation, note: str, wording: Wording) -> str:
    return wording.say.row([part for part in (isolate(who.name), note) if part])


def _by_date(due: When | None) -> tuple[bool, str]:
    return due is None, due.iso if due else ""
