"""The national report: one picture as a document, every figure with how it came about, no score and no ranking."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.compact import Pack
from app.domain.coverage import State
from app.domain.shared import Audience, Contributor, ObjectiveView, Picture, SharedActivity
from app.domain.wording import Wording
from app.reports.document import (
    Bar,
    Bars,
    Block,
    Column,
    Contents,
    Coverage,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
)


def document(picture: Picture, pack: Pack, language: str, *, author: str) -> Document:
    """The national chapter for one period and audience in one language."""
    wording = Wording.of(language, pack)
    say = wording.say.gettext
    return Document(
        title=say("What local actors did for the Global Compact for Migration"),
        language=language,
        author=author,
        subtitle=wording.period(picture.period),
        kicker=pack.instrument.title(language).text,
        period=wording.period(picture.period),
        footer=say(
            "Put together from contributions of the organisations named inside. Not an official position of any State."
        ),
        subject=say("National picture of local contributions to the Global Compact for Migration"),
        keywords=("Global Compact for Migration", picture.period.iso),
        blocks=tuple(_blocks(picture, wording, author)),
    )


def _blocks(picture: Picture, wording: Wording, author: str) -> Iterator[Block]:
    say = wording.say.gettext
    yield _about(picture, wording, author)
    yield from _summary(picture, wording)
    yield Contents(say("Contents"))
    yield from _contributors(picture, wording)
    yield from _coverage(picture, wording)
    yield from _overview_table(picture, wording)
    for view in picture.objectives:
        if view.state is not State.NOT_REPORTED:
            yield from _objective(picture, view, wording)
    yield from _further(picture, wording)
    yield from _silence(picture, wording)
    yield from _method(picture, wording)


def _about(picture: Picture, wording: Wording, author: str) -> Facts:
    say, number = wording.say.gettext, wording.say.number
    sent = len(picture.contributors)
    coverage = say("{counted} of {sent} submissions received are counted").format(
        counted=number(len(picture.counted)), sent=number(sent)
    )
    return Facts(
        (
            Fact(say("Put together by"), author),
            Fact(say("Period"), wording.period(picture.period)),
            Fact(say("Contributions"), coverage),
            Fact(say("Smallest group told"), number(picture.threshold)),
            Fact(say("Digest of the picture"), picture.digest[:16]),
        )
    )


def _summary(picture: Picture, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, say("At a glance"), "summary")
    done = [view for view in picture.objectives if view.state is State.DONE]
    yield KeyFigures(
        (
            Figure(number(len(picture.counted)), say("organisations")),
            Figure(
                number(len(picture.activities)), wording.say.ngettext("activity", "activities", len(picture.activities))
            ),
            Figure(
                say("{done} of {all}").format(done=number(len(done)), all=number(len(picture.objectives))),
                say("objectives with activities"),
            ),
        )
    )
    bars = tuple(Bar(wording.objective(view.objective), view.activities, number(view.activities)) for view in done)
    if bars:
        yield Bars(say("Activities by objective"), bars)


def _contributors(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield Heading(1, say("Who contributed"), "contributors")
    columns = (
        Column(say("Organisation"), weight=4),
        Column(say("Kind"), weight=3),
        Column(say("Version"), "number"),
        Column(say("Activities"), "number"),
        Column(say("What became of it"), weight=2.4),
    )
    rows = tuple(_contributor(one, wording) for one in picture.contributors)
    if rows:
        yield Table(columns, rows)
    if picture.absent_types:
        known = {kind.code: kind.title(wording.language).text for kind in wording.pack.stakeholder_types}
        names = wording.say.list_([known.get(code, code) for code in picture.absent_types])
        yield Paragraph(say("No contribution came from: {types}.").format(types=names))


def _contributor(one: Contributor, wording: Wording) -> tuple[str, ...]:
    return (
        one.organisation.name,
        wording.organisation_types(one.organisation),
        wording.say.number(one.revision),
        wording.say.number(one.activities),
        wording.fate(one.fate),
    )


def _coverage(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    if not picture.places:
        return
    yield Heading(1, say("Where"), "coverage")
    told = sum(1 for place in picture.places if place.place)
    yield Coverage(
        title=say("Activities by region and objective"),
        columns=tuple(str(view.objective) for view in picture.objectives),
        rows=tuple((wording.place(place.place), place.cells) for place in picture.places),
        key=tuple(map(wording.state, State)),
        alt=say("Table of {places} regions by {objectives} objectives with the number of activities in each.").format(
            places=told, objectives=len(picture.objectives)
        ),
    )
    yield Paragraph(
        say("Names of places are those of the lists used; they imply no opinion on any border or status."), "small"
    )


def _overview_table(picture: Picture, wording: Wording) -> Iterator[Block]:
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


def _objective(picture: Picture, view: ObjectiveView, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    yield Heading(2, wording.objective(view.objective), f"objective-{view.objective}")
    if title := wording.title(view.objective):
        yield Paragraph(title, "small")
    if view.activities:
        method = (
            say("several ways of counting")
            if view.reach.method == "mixed"
            else wording.label("reach_method", view.reach.method)
        )
        yield Facts.filled(
            Fact(say("Activities"), number(view.activities)),
            Fact(say("Organisations"), number(view.organisations)),
            Fact(say("People reached"), wording.reach(view.reach)),
            Fact(say("How people were counted"), method),
            Fact(say("Numbers withheld"), number(view.reach.withheld) if view.reach.withheld else ""),
        )
        yield _activities(picture, view, wording)
    if view.nothing_done:
        wrote = wording.say.ngettext(
            "{count} organisation wrote that nothing was done.",
            "{count} organisations wrote that nothing was done.",
            view.nothing_done,
        )
        yield Paragraph(wrote.format(count=number(view.nothing_done)))
    if view.assessments:
        own = [f"{wording.label('self_assessment', code)}: {number(count)}" for code, count in view.assessments]
        yield Paragraph(say("Own views: {views}.").format(views=wording.say.row(own)))
    if view.feedback:
        out, name = dict(view.feedback_withheld), partial(wording.label, "feedback_types")
        heard = [f"{name(kind)}: {wording.summed(count, out.get(kind, 0))}" for kind, count in view.feedback]
        yield Paragraph(say("Messages heard: {counts}.").format(counts=wording.say.row(heard)))


def _activities(picture: Picture, view: ObjectiveView, wording: Wording) -> Table:
    say = wording.say.gettext
    columns = (
        Column(say("Activity"), weight=4),
        Column(say("Organisation"), weight=2.5),
        Column(say("When"), weight=1.7),
        Column(say("Where"), weight=2),
        Column(say("People"), "number", 1.2),
    )
    about = [
        (told.organisation, told.entry)
        for told in picture.activities
        if isinstance(told.entry, SharedActivity) and view.objective in told.entry.objectives
    ]
    rows = tuple(
        (
            entry.title,
            organisation.name,
            wording.when(entry.start),
            wording.place(entry.place) if entry.place else "",
            wording.count(entry.reach) if not entry.reach.not_asked else "–",
        )
        for organisation, entry in about
    )
    return Table(columns, rows)


def _further(picture: Picture, wording: Wording) -> Iterator[Block]:
    """What else was told, counted by kind; the workbook lists it."""
    say, number = wording.say.gettext, wording.say.number
    counts: dict[str, int] = {}
    for told in picture.further:
        counts[told.entry.KIND] = counts.get(told.entry.KIND, 0) + 1
    if not counts:
        return
    yield Heading(1, say("What else was told"), "further")
    columns = (Column(say("Kind"), weight=4), Column(say("Entries"), "number"))
    yield Table(columns, tuple((wording.kind(kind), number(count)) for kind, count in counts.items()))
    yield Paragraph(say("Each of them stands in the workbook of this picture."), "small")


def _silence(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    silent = [view.objective for view in picture.objectives if view.state is State.NOT_REPORTED]
    if not silent:
        return
    yield Heading(1, say("What nobody wrote about"), "silence")
    yield Paragraph(
        say("Silence is not zero: nobody reported about these objectives, which does not say that nothing was done.")
    )
    yield Paragraph(wording.say.list_([wording.objective(number) for number in silent]))


def _method(picture: Picture, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, say("Method and limits"), "method")
    yield Paragraph(
        say(
            "Of each organisation the newest accepted version for a call is counted, once. "
            "What was returned, rejected or not decided is listed above and counted nowhere."
        )
    )
    yield Paragraph(
        say(
            "People reached are a range: the lower end is the largest single organisation's count, "
            "because the same people may have come to several; the upper end adds everything. Where a number is "
            "withheld only the lower end is given, as at least so many."
        )
    )
    yield Paragraph(
        say(
            "Numbers of fewer than {threshold} people are withheld; “withheld for safety” is neither zero nor silence."
        ).format(threshold=number(picture.threshold))
    )
    if cost := wording.cost(picture.numbers, picture.withheld):
        yield Paragraph(cost)
    if picture.audience is Audience.PUBLIC:
        yield Paragraph(say("Numbers are given in fives, and sums are sums of these."))
    if taken_back := sum(one.taken_back for one in picture.contributors):
        words = wording.say.ngettext(
            "{count} entry that its sender took back is left out.",
            "{count} entries that their senders took back are left out.",
            taken_back,
        )
        yield Paragraph(words.format(count=number(taken_back)))
    yield Paragraph(
        say("Reference pack {version}. Digest {digest}.").format(version=picture.reference, digest=picture.digest),
        "small",
    )
