"""The document of a submission: what one organisation did, for whom, and what people told it."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.shared import FeedbackCount, LoopTotal, SharedActivity, Submission, Withdrawal
from app.domain.terms import WITHHELD, Count
from app.domain.wording import Wording
from app.reports import further_chapters
from app.reports.document import (
    Bar,
    Bars,
    Block,
    Contents,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
)
from app.reports.objective_chapter import chapter, objectives

_CONTENTS_FROM = 4
"""A document with fewer chapters needs no list of contents."""


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
    numbers = objectives(submission)
    if len(numbers) + further_chapters.count(submission) >= _CONTENTS_FROM:
        yield Contents(wording.say.gettext("Contents"))
    for number in numbers:
        yield from chapter(submission, number, wording)
    yield from further_chapters.chapters(submission, wording)
    yield from _method(submission, wording)


def _about(submission: Submission, wording: Wording) -> Facts:
    say = wording.say.gettext
    return Facts.filled(
        Fact(say("Organisation"), submission.organisation.name),
        *(Fact(label, value) for label, value in wording.profile(submission.organisation)),
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
            Figure(number(len(objectives(submission))), say("objectives touched")),
        )
    )
    if submission.organisation.description:
        yield Paragraph(submission.organisation.description, "lead")
    bars = tuple(_bar(submission, objective, wording) for objective in objectives(submission))
    if bars:
        yield Bars(say("Activities by objective"), bars)
    for total in submission.of(LoopTotal):
        yield Heading(2, wording.kind(total.KIND))
        yield Facts(tuple(Fact(label, words) for label, words in wording.facts(total)))


def _total(counts: list[Count], wording: Wording) -> str:
    """The sum of the printed numbers, at least so much where some are withheld; a dash where nobody counted."""
    known = [count.value for count in counts if count.value is not None]
    withheld = sum(count.withheld for count in counts)
    if known:
        return wording.at_least(Count(sum(known)), withheld)
    return wording.count(WITHHELD) if withheld else "–"


def _bar(submission: Submission, objective: int, wording: Wording) -> Bar:
    count = sum(objective in one.objectives for one in submission.of(SharedActivity))
    return Bar(wording.objective(objective), count, wording.say.number(count))


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
    taken_back = len({one.target for one in submission.of(Withdrawal)})
    if taken_back:
        words = wording.say.ngettext(
            "{count} entry of an earlier version or submission is taken back. Please do not use it any more.",
            "{count} entries of earlier versions or submissions are taken back. Please do not use them any more.",
            taken_back,
        )
        yield Paragraph(words.format(count=number(taken_back)))
    yield Paragraph(
        say("This file carries its own data, signed with the organisation's key. Reference pack {version}.").format(
            version=submission.reference
        ),
        "small",
    )
