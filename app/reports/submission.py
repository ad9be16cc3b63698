"""The document of a submission: what one organisation did, for whom, and what people told it."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.shared import (
    FeedbackCount,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedFeedback,
    Submission,
)
from app.domain.terms import WITHHELD, Count
from app.domain.wording import Wording
from app.reports.document import (
    Bar,
    Bars,
    Block,
    Column,
    Contents,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Notice,
    Paragraph,
    Table,
)

_CONTENTS_FROM = 4
"""A document about fewer objectives needs no list of contents."""


def document(submission: Submission, pack: Pack, language: str) -> Document:
    """The submission as a document in one language. Texts that people wrote stay as they wrote them."""
    wording = Wording.of(language, pack)
    say = wording.say.gettext
    return Document(
        title=say("Submission for {period}").format(period=wording.period(submission.period)),
        language=language,
        author=submission.organisation.name,
        subtitle=submission.organisation.name,
        kicker=pack.instrument.title(language).text,
        period=wording.period(submission.period),
        footer=say("Written by the organisation named on the first page. Not an official position of any State."),
        subject=say("Contribution to the Global Compact for Safe, Orderly and Regular Migration"),
        keywords=("Global Compact for Migration", submission.period.iso),
        blocks=tuple(_blocks(submission, wording)),
    )


def _blocks(submission: Submission, wording: Wording) -> Iterator[Block]:
    yield _about(submission, wording)
    yield from _summary(submission, wording)
    numbers = _objectives(submission)
    if len(numbers) >= _CONTENTS_FROM:
        yield Contents(wording.say.gettext("Contents"))
    for number in numbers:
        yield from _objective(submission, number, wording)
    yield from _method(submission, wording)


def _about(submission: Submission, wording: Wording) -> Facts:
    say = wording.say.gettext
    return Facts.filled(
        Fact(say("Organisation"), submission.organisation.name),
        Fact(say("Kind of organisation"), wording.organisation_types(submission.organisation)),
        Fact(say("Country"), wording.country(submission.organisation.country)),
        Fact(say("Period"), wording.period(submission.period)),
        Fact(say("Version"), wording.say.number(submission.revision)),
        Fact(say("Made for"), _audience(submission, wording)),
    )


def _audience(submission: Submission, wording: Wording) -> str:
    say = wording.say.gettext
    names = {
        "coordinator": say("the national coordinator"),
        "peers": say("other organisations"),
        "public": say("everybody"),
    }
    return names.get(submission.disclosure.audience.value, "")


def _summary(submission: Submission, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    activities = list(submission.of(SharedActivity))
    counted = [one.reach.value for one in activities if one.reach.value is not None]
    yield Heading(1, say("At a glance"), "summary")
    yield KeyFigures(
        (
            Figure(number(len(activities)), wording.say.ngettext("activity", "activities", len(activities))),
            Figure(
                _total([one.reach for one in activities], wording),
                say("people reached"),
                say("counted in {counted} of {all} activities").format(
                    counted=number(len(counted)), all=number(len(activities))
                ),
            ),
            Figure(_total([one.count for one in submission.of(FeedbackCount)], wording), say("messages heard")),
            Figure(number(len(_objectives(submission))), say("objectives touched")),
        )
    )
    if submission.organisation.description:
        yield Paragraph(submission.organisation.description, "lead")
    bars = tuple(_bar(submission, objective, wording) for objective in _objectives(submission))
    if bars:
        yield Bars(say("Activities by objective"), bars)


def _total(counts: list[Count], wording: Wording) -> str:
    """The sum of the printed numbers; a dash where nobody counted, and in words where all are withheld."""
    known = [count.value for count in counts if count.value is not None]
    if known:
        return wording.say.number(sum(known))
    return wording.count(WITHHELD) if any(count.withheld for count in counts) else "–"


def _bar(submission: Submission, objective: int, wording: Wording) -> Bar:
    count = sum(objective in one.objectives for one in submission.of(SharedActivity))
    return Bar(wording.objective(objective), count, wording.say.number(count))


def _objectives(submission: Submission) -> list[int]:
    """Every objective that something is said about."""
    found = {number for one in submission.of(SharedActivity) for number in one.objectives}
    found |= {one.objective for one in submission.of(SharedAssessment)}
    found |= {one.objective for one in submission.of(SharedChoice)}
    found |= {number for one in submission.of(SharedFeedback) for number in one.topics}
    return sorted(found | {one.objective for one in submission.of(FeedbackCount)})


def _objective(submission: Submission, number: int, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield Heading(1, wording.objective(number), f"objective-{number}")
    if title := wording.title(number):
        yield Paragraph(title, "small")
    yield from _assessment(submission, number, wording)
    activities = [one for one in submission.of(SharedActivity) if number in one.objectives]
    first = [one for one in activities if one.objectives[0] == number]
    for one in first:
        yield from _activity(one, wording)
    also = [one for one in activities if one.objectives[0] != number]
    if also:
        yield Paragraph(
            say("Told under another objective: {titles}.").format(
                titles=wording.say.list_([one.title for one in also])
            ),
            "small",
        )
    said = any(one.objective == number and one.nothing_done for one in submission.of(SharedAssessment))
    if not activities and not said:
        yield Paragraph(say("No activity was recorded in this period. That is not a report of nothing done."), "small")
    yield from _voices(submission, number, wording)


def _assessment(submission: Submission, number: int, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    for one in submission.of(SharedAssessment):
        if one.objective != number:
            continue
        if one.nothing_done:
            yield Notice("info", say("Nothing done in this period"), one.note)
        elif one.value:
            stage = wording.label("self_assessment", one.value)
            yield Notice("info", say("Own view: {stage}").format(stage=stage), one.note)


def _activity(one: SharedActivity, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield Heading(2, one.title or say("Activity"))
    yield Facts.filled(
        Fact(say("When"), wording.when(one.start)),
        Fact(say("Until"), wording.when(one.end) if one.end and one.end != one.start else ""),
        Fact(say("Where"), wording.place(one.place) if one.place else ""),
        Fact(say("Kind"), wording.label("activity_types", one.type)),
        Fact(say("People reached"), _reached(one, wording)),
        Fact(say("How people were counted"), wording.label("reach_method", one.reach_method)),
        Fact(say("With"), wording.say.list_(list(one.partners))),
        Fact(say("Departments"), wording.labels("departments", one.departments)),
        Fact(say("Migrants took part"), wording.label("participation_level", one.participation_level)),
    )
    if one.summary:
        yield Paragraph(one.summary)
    if one.result:
        yield Paragraph(say("What changed: {text}").format(text=one.result))


def _reached(one: SharedActivity, wording: Wording) -> str:
    """The total, and in brackets the groups; what is withheld is said of each."""
    if one.reach.not_asked:
        return ""
    say = wording.say.gettext
    groups = {
        say("women"): one.reach_women,
        say("men"): one.reach_men,
        say("girls"): one.reach_girls,
        say("boys"): one.reach_boys,
        say("another gender"): one.reach_another,
    }
    parts = [
        say("{group}: {count}").format(group=group, count=wording.count(count))
        for group, count in groups.items()
        if not count.not_asked
    ]
    whole = wording.count(one.reach)
    if not parts or one.reach.withheld:
        return whole
    return say("{total} ({details})").format(total=whole, details=wording.say.row(parts))


def _voices(submission: Submission, number: int, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    counts = [one for one in submission.of(FeedbackCount) if one.objective == number]
    quotes = [one for one in submission.of(SharedFeedback) if number in one.topics]
    if not counts and not quotes:
        return
    yield Heading(2, say("What people told us"))
    if counts:
        columns = (Column(say("Kind of message"), weight=3), Column(say("Messages"), "number"))
        rows = tuple((wording.label("feedback_types", one.type), wording.count(one.count)) for one in counts)
        yield Table(columns, rows)
    for quote in quotes:
        yield Paragraph(quote.own_words or quote.paraphrase, "quote", quote.language if quote.own_words else "")


def _method(submission: Submission, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    disclosure = submission.disclosure
    yield Heading(1, say("Method and limits"), "method")
    yield Paragraph(
        say(
            "Numbers of fewer than {threshold} people are withheld so that nobody can be recognised; "
            "“withheld for safety” is not zero."
        ).format(threshold=number(disclosure.threshold))
    )
    yield Paragraph(
        say(
            "Dates are given as months and places as districts or larger. "
            "Names, documents and legal status are never asked."
        )
    )
    if cost := wording.cost(disclosure.counts, disclosure.counts_withheld):
        yield Paragraph(cost)
    if disclosure.records_held_back:
        kept = wording.say.ngettext(
            "{count} record of the period stays with the organisation.",
            "{count} records of the period stay with the organisation.",
            disclosure.records_held_back,
        )
        yield Paragraph(kept.format(count=number(disclosure.records_held_back)))
    yield Paragraph(
        say("This file carries its own data, signed with the organisation's key. Reference pack {version}.").format(
            version=submission.reference
        ),
        "small",
    )
