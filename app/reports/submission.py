"""The document of a submission: what one organisation did, for whom, and what people told it."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.coverage import Cell, cell
from app.domain.reach import people_of
from app.domain.shared import LoopTotal, SharedActivity, SharedAssessment, Submission
from app.domain.wording import Wording
from app.reports import closing, further_chapters, illustrations, key_figures
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
    Notice,
    PageBreak,
    Paragraph,
)
from app.reports.objective_chapter import chapter, objectives

_CONTENTS_FROM = 4
"""A document with fewer chapters needs no list of contents."""
_SHOWN_OF_AN_ID = 8


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
        cover=True,
    )


def _blocks(submission: Submission, wording: Wording) -> Iterator[Block]:
    yield from _cover(submission, wording)
    yield PageBreak()
    yield from _summary(submission, wording)
    numbers = objectives(submission)
    if len(numbers) + further_chapters.count(submission) >= _CONTENTS_FROM:
        yield Contents(wording.say.gettext("Contents"))
    if when := illustrations.over_time(list(submission.of(SharedActivity)), submission.period, wording):
        yield Heading(1, wording.say.gettext("What happened when"), "when")
        yield when
    for number in numbers:
        yield from chapter(submission, number, wording)
    yield from further_chapters.chapters(submission, wording)
    yield from closing.chapters(submission, wording)


def _cover(submission: Submission, wording: Wording) -> Iterator[Block]:
    """Who, about when, for whom, of which objectives; and what this is and is not."""
    say, number = wording.say.gettext, wording.say.number
    yield _about(submission, wording)
    cells = [_cell(submission, objective.number) for objective in wording.pack.objectives]
    yield illustrations.strip(say("What this submission tells of: the objectives of the Compact"), cells, wording)
    told = len(objectives(submission))
    yield Notice(
        "info",
        say("What this is, and what it is not"),
        say(
            "One organisation's own account of its work. It tells of {told} of {all} objectives; of the others it says "
            "nothing, which is not a report of nothing done. It is no position of any State, no score and no ranking. "
            "Groups of fewer than {threshold} people are withheld."
        ).format(told=number(told), all=number(len(cells)), threshold=number(submission.disclosure.threshold)),
    )


def _cell(submission: Submission, objective: int) -> Cell:
    count = sum(objective in one.objectives for one in submission.of(SharedActivity))
    said = any(one.nothing_done and one.objective == objective for one in submission.of(SharedAssessment))
    return cell(count, nothing_done=said)


def _about(submission: Submission, wording: Wording) -> Facts:
    say = wording.say.gettext
    return Facts.filled(
        *(Fact(label, value) for label, value in wording.profile(submission.organisation)),
        Fact(say("Period"), wording.period(submission.period)),
        Fact(say("Call"), submission.call[:_SHOWN_OF_AN_ID]),
        Fact(say("Version"), wording.say.number(submission.revision)),
        Fact(say("Made for"), _audience(submission, wording)),
        Fact(say("Smallest group told"), wording.say.number(submission.disclosure.threshold)),
        compact=True,
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
    yield Heading(1, say("At a glance"), "summary")
    touched = Figure(number(len(objectives(submission))), say("objectives touched"))
    yield KeyFigures((*key_figures.of_submission(submission, wording), touched))
    for total in submission.of(LoopTotal):
        yield Facts(tuple(Fact(label, words) for label, words in wording.facts(total)), compact=True)
    if submission.organisation.description:
        yield Paragraph(submission.organisation.description, "lead")
    yield from _charts(submission, activities, wording)


def _charts(submission: Submission, activities: list[SharedActivity], wording: Wording) -> Iterator[Block]:
    numbers = objectives(submission)
    bars = tuple(_bar(submission, objective, wording) for objective in numbers)
    if bars:
        yield Bars(wording.say.gettext("Activities by objective"), bars)
    # Each activity under its first objective alone, so that the bars add up.
    first = [people_of(one for one in activities if one.objectives[:1] == (objective,)) for objective in numbers]
    labels = [wording.objective(objective) for objective in numbers]
    if groups := illustrations.by_group(zip(labels, first, strict=True), wording):
        yield groups


def _bar(submission: Submission, objective: int, wording: Wording) -> Bar:
    count = sum(objective in one.objectives for one in submission.of(SharedActivity))
    return Bar(wording.objective(objective), count, wording.say.number(count))
