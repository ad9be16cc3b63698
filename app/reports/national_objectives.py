"""The objectives in a national report: all in one table, then each with its figures, its voices and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.coverage import State
from app.domain.picture import words as picture_words
from app.domain.picture.sides import is_public, sides
from app.domain.reach import NAMED
from app.domain.shared import ObjectiveView, People, Picture, SharedChallenge, SharedFeedback
from app.domain.wording import Wording
from app.i18n import isolate
from app.reports import illustrations
from app.reports.document import Block, Bullets, Column, Fact, Facts, Heading, Paragraph, Table
from app.reports.objective_chapter import voices


def spoken_of(picture: Picture) -> tuple[ObjectiveView, ...]:
    """The objectives that something is told of."""
    return tuple(view for view in picture.objectives if view.state is not State.NOT_REPORTED)


def table(picture: Picture, wording: Wording) -> Iterator[Block]:
    """All objectives at once."""
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, say("Objective by objective"), "objectives")
    columns = (
        Column(say("Objective"), weight=4),
        Column(say("State"), weight=2),
        Column(say("Activities"), "number"),
        Column(say("Organisations"), "number"),
        Column(say("People reached"), "number", 2),
    )
    rows = tuple(
        (
            wording.objective(view.objective),
            wording.state(view.state),
            number(view.activities) if view.state is State.DONE else "–",
            number(view.organisations) if view.state is State.DONE else "–",
            wording.reach(view.reach) if view.state is State.DONE else "–",
        )
        for view in picture.objectives
    )
    yield Table(columns, rows)
    yield Paragraph(
        say(
            "People reached are a range: at least so many if everybody came to everything, at most so many if nobody "
            "came twice."
        ),
        "small",
    )


def beside(picture: Picture, wording: Wording) -> Iterator[Block]:
    """What public bodies tell beside what everybody else tells; nothing where one side told nothing at all."""
    say = wording.say.gettext
    found = sides(picture)
    if len({is_public(one.organisation) for one in picture.counted}) == 1 or not found:
        return
    columns = (
        Column(say("Objective"), weight=2),
        Column(say("Public bodies"), weight=3),
        Column(say("Everybody else"), weight=3),
    )
    rows = tuple(
        (
            wording.objective(one.objective),
            picture_words.side(one.public, wording),
            picture_words.side(one.others, wording),
        )
        for one in found
    )
    yield Table(columns, rows, say("Public bodies and everybody else, side by side"))
    yield Paragraph(picture_words.public_bodies(wording), "small")


def chapter(picture: Picture, view: ObjectiveView, wording: Wording) -> Iterator[Block]:
    """One objective: its figures, own views, what stands in the way, what people said."""
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, wording.objective(view.objective), f"objective-{view.objective}", str(view.objective))
    if title := wording.title(view.objective):
        yield Paragraph(title, "small")
    if view.activities:
        yield _figures(view, wording)
        yield from _groups(picture, view, wording)
    if view.nothing_done:
        wrote = wording.say.ngettext(
            "{count} organisation wrote that nothing was done.",
            "{count} organisations wrote that nothing was done.",
            view.nothing_done,
        )
        yield Paragraph(wrote.format(count=number(view.nothing_done)))
    if view.assessments:
        yield Paragraph(say("Own views: {views}.").format(views=wording.views(view.assessments)))
    yield from _challenges(picture, view, wording)
    yield from _heard(picture, view, wording)


def _figures(view: ObjectiveView, wording: Wording) -> Facts:
    say, number = wording.say.gettext, wording.say.number
    mixed = view.reach.method == "mixed"
    return Facts.filled(
        Fact(say("Activities"), number(view.activities)),
        Fact(say("Organisations"), number(view.organisations)),
        Fact(say("People reached"), wording.reach(view.reach)),
        Fact(
            say("How people were counted"),
            say("several ways of counting") if mixed else wording.label("reach_method", view.reach.method),
        ),
        Fact(say("Numbers withheld"), number(view.reach.withheld) if view.reach.withheld else ""),
        compact=True,
    )


def _groups(picture: Picture, view: ObjectiveView, wording: Wording) -> Iterator[Block]:
    """Who was reached by group, over all organisations: never one beside another, as this is no ranking."""
    people = picture.sums.people.get(NAMED, {}).get(view.objective, People())
    if chart := illustrations.by_group([(wording.say.gettext("All organisations"), people)], wording):
        yield chart


def _challenges(picture: Picture, view: ObjectiveView, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    found = [
        (told.organisation, told.entry)
        for told in picture.further
        if isinstance(told.entry, SharedChallenge) and view.objective in told.entry.objectives
    ]
    if found:
        yield Heading(2, say("What stands in the way"))
        told = say("{organisation}: {text}")
        yield Bullets(
            tuple(told.format(organisation=isolate(who.name), text=isolate(one.description)) for who, one in found)
        )


def _heard(picture: Picture, view: ObjectiveView, wording: Wording) -> Iterator[Block]:
    """Messages by type, and those that are told in words under who heard them, the same words once."""
    say = wording.say.gettext
    quotes: dict[str, list[SharedFeedback]] = {}
    for told in picture.voices:
        if isinstance(told.entry, SharedFeedback) and told.entry.topics[:1] == (view.objective,):
            quotes.setdefault(told.organisation.name, []).append(told.entry)
    if not view.feedback and not quotes:
        return
    yield Heading(2, say("What people told us"))
    if view.feedback:
        yield Paragraph(say("Messages heard: {counts}.").format(counts=picture_words.heard(view, wording)))
    for name, found in quotes.items():
        yield Heading(3, name)
        once = {one.own_words or one.paraphrase: one for one in reversed(found)}
        yield from voices(list(reversed(once.values())), wording)
