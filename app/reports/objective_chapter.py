"""The chapter about one objective in a submission: own view, work done, what stands in the way, what people said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.domain.shared import (
    FeedbackCount,
    SharedActivity,
    SharedAssessment,
    SharedChallenge,
    SharedChoice,
    SharedFeedback,
    Submission,
)
from app.domain.terms import Count
from app.domain.wording import Wording
from app.i18n import isolate
from app.reports.document import Block, Column, Fact, Facts, Heading, Notice, Paragraph, Table

_SEVERAL = 2


def objectives(submission: Submission) -> list[int]:
    """Every objective that something is said about."""
    found = {number for one in submission.of(SharedActivity) for number in one.objectives}
    found |= {one.objective for one in submission.of(SharedAssessment)}
    found |= {one.objective for one in submission.of(SharedChoice)}
    found |= {number for one in submission.of(SharedChallenge) for number in one.objectives}
    found |= {number for one in submission.of(SharedFeedback) for number in one.topics}
    return sorted(found | {one.objective for one in submission.of(FeedbackCount)})


def chapter(submission: Submission, number: int, wording: Wording) -> Iterator[Block]:
    """All that is said about one objective; what is also about another is told once, under its first."""
    say = wording.say.gettext
    yield Heading(1, wording.objective(number), f"objective-{number}", str(number))
    if title := wording.title(number):
        yield Paragraph(title, "small")
    yield from _assessment(submission, number, wording)
    activities = [one for one in submission.of(SharedActivity) if number in one.objectives]
    yield from _figures(submission, number, activities, wording)
    first = [one for one in activities if one.objectives[0] == number]
    if first:
        yield Heading(2, say("What we did"))
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
    yield from _challenges(submission, number, wording)
    yield from _voices(submission, number, wording)


def _figures(
    submission: Submission, number: int, activities: list[SharedActivity], wording: Wording
) -> Iterator[Block]:
    """What there is of the objective in all, where it is more than one thing; who was reached, by group."""
    say, written = wording.say.gettext, wording.say.number
    if len(activities) < _SEVERAL:
        return
    heard = [one.count for one in submission.of(FeedbackCount) if one.objective == number]
    yield Facts.filled(
        Fact(say("Activities"), written(len(activities))),
        Fact(say("People reached"), _total([one.reach for one in activities], wording)),
        Fact(say("Messages heard"), _total(heard, wording)),
        compact=True,
    )


def _total(counts: Sequence[Count], wording: Wording) -> str:
    return "" if all(one.not_asked for one in counts) else wording.total(counts)


def _challenges(submission: Submission, number: int, wording: Wording) -> Iterator[Block]:
    found = [one for one in submission.of(SharedChallenge) if one.objectives[:1] == (number,)]
    if found:
        yield Heading(2, wording.say.gettext("What stands in the way"))
    for one in found:
        if one.description:
            yield Paragraph(one.description)
        facts = [Fact(label, words) for label, words in wording.facts(one) if words != one.description]
        yield Facts(tuple(facts), compact=True)


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
    yield Heading(3, one.title or say("Activity"))
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
        compact=True,
    )
    if one.summary:
        yield Paragraph(one.summary)
    if one.result:
        yield Paragraph(say("What changed: {text}").format(text=isolate(one.result)))


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
    yield from voices(quotes, wording)


def voices(quotes: Sequence[SharedFeedback], wording: Wording) -> Iterator[Block]:
    """What people said, those in their own words first and the first of these set large; then what kind of message."""
    ordered = sorted(quotes, key=lambda one: not one.own_words)
    for at, (said, group) in enumerate(groupby(ordered, lambda one: _said(one, wording))):
        for quote in group:
            style = "pull" if not at and quote.own_words and quote is ordered[0] else "quote"
            yield Paragraph(quote.own_words or quote.paraphrase, style, quote.language if quote.own_words else "")
        yield Paragraph(said, "small")


def _said(one: SharedFeedback, wording: Wording) -> str:
    """Kind of message, place and month; whether the words are the speaker's own."""
    own = wording.say.gettext("in their own words") if one.own_words else wording.say.gettext("in our words")
    parts = [wording.label("feedback_types", one.type), wording.place(one.place) if one.place else ""]
    return wording.say.row([part for part in (*parts, wording.when(one.month), own) if part])
