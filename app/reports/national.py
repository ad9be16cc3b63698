"""The national report: one picture as a document, every figure with how it came about, no score and no ranking."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.coverage import Cell, State
from app.domain.picture.editions import Edition
from app.domain.picture.gaps import unspoken
from app.domain.picture.words import contributors, places
from app.domain.shared import Contributor, Picture
from app.domain.wording import Wording
from app.reports import counted_once, illustrations, national_arranged, national_closing, national_map, registers
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
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from app.reports.national_charts import charts
from app.reports.national_movement import trend
from app.reports.national_people import participation


def document(shown: Picture | Edition, pack: Pack, language: str, *, author: str) -> Document:
    """The national chapter for one period and audience in one language."""
    edition = Edition.of(shown)
    picture = edition.picture
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
        blocks=tuple(_blocks(edition, wording, author)),
        cover=True,
    )


def _blocks(edition: Edition, wording: Wording, author: str) -> Iterator[Block]:
    say, picture = wording.say.gettext, edition.picture
    yield from _cover(picture, wording, author)
    yield PageBreak()
    yield from _summary(picture, wording)
    yield from _left_out(picture, wording)
    yield Contents(say("Contents"))
    yield from _contributors(picture, wording)
    yield from _coverage(picture, wording)
    yield from trend(edition, wording)
    yield from national_arranged.chapters(edition, wording)
    yield from registers.chapters(edition, wording)
    if not picture.left_out:
        yield from counted_once.chapters(picture, wording)
    yield from national_closing.chapters(picture, wording)


def _cover(picture: Picture, wording: Wording, author: str) -> Iterator[Block]:
    """Who put it together, about when, from what, of which objectives; and what this is and is not."""
    say, number = wording.say.gettext, wording.say.number
    yield _about(picture, wording, author)
    cells = [Cell(view.state, view.activities) for view in picture.objectives]
    yield illustrations.strip(say("What contributions tell of: the objectives of the Compact"), cells, wording)
    silent = len(unspoken(picture))
    yield Notice(
        "info",
        say("What this is, and what it is not"),
        say(
            "What organisations told of their own work, put together and nothing added. Of {silent} of {all} "
            "objectives nobody told anything, which does not say that nothing was done. It is no position of any "
            "State, no score and no ranking. Groups of fewer than {threshold} people are withheld."
        ).format(silent=number(silent), all=number(len(cells)), threshold=number(picture.threshold)),
    )


def _about(picture: Picture, wording: Wording, author: str) -> Facts:
    say, number = wording.say.gettext, wording.say.number
    coverage = say("{counted} of {sent} submissions received are counted").format(
        counted=number(len(picture.counted)), sent=number(len(picture.contributors))
    )
    return Facts.filled(
        Fact(say("Put together by"), author),
        Fact(say("Period"), wording.period(picture.period)),
        Fact(say("Smallest group told"), number(picture.threshold)),
        Fact(say("Digest of the picture"), picture.digest[:16]),
        Fact(say("Contributions"), coverage),
        compact=True,
    )


def _summary(picture: Picture, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, say("At a glance"), "summary")
    done = [view for view in picture.objectives if view.state is State.DONE]
    count, senders = picture.activities_once, len(picture.counted)
    yield KeyFigures(
        (
            Figure(number(senders), wording.say.ngettext("organisation", "organisations", senders)),
            Figure(number(count), wording.say.ngettext("activity", "activities", count)),
            Figure(
                say("{done} of {all}").format(done=number(len(done)), all=number(len(picture.objectives))),
                say("objectives with activities"),
            ),
            Figure(number(sum(1 for place in picture.places if place.place)), say("regions with activities")),
        )
    )
    for one in charts(picture, wording):
        yield one.block


def _left_out(picture: Picture, wording: Wording) -> Iterator[Block]:
    """A report of very many entries has every figure and no entry: nobody would read a thousand pages of them."""
    if not picture.left_out:
        return
    words = wording.say.ngettext(
        "Of {count} entry this report has the figures alone: it stands word for word in the workbook of this picture.",
        "Of {count} entries this report has the figures alone: they stand word for word in the workbook of this "
        "picture.",
        picture.left_out,
    )
    yield Notice("info", wording.say.gettext("Figures alone"), words.format(count=wording.say.number(picture.left_out)))


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
    rows = tuple(_contributor(one, wording) for one in contributors(picture, wording))
    if rows:
        yield Table(columns, rows)
    yield _by_kind(picture, wording)
    if picture.absent_types:
        known = {kind.code: kind.title(wording.language).text for kind in wording.pack.stakeholder_types}
        names = wording.say.list_([known.get(code, code) for code in picture.absent_types])
        yield Paragraph(say("No contribution came from: {types}.").format(types=names))
    yield from participation(picture, wording)


def _contributor(one: Contributor, wording: Wording) -> tuple[str, ...]:
    return (
        one.organisation.name,
        wording.organisation_types(one.organisation),
        wording.say.number(one.revision),
        wording.say.number(one.activities),
        wording.fate(one.fate),
    )


def _by_kind(picture: Picture, wording: Wording) -> Bars:
    """How many organisations of each kind are counted, as the Compact has them, also those that nobody came from."""
    counts = {code: 0 for code in picture.absent_types}
    for one in picture.counted:
        for code in one.organisation.types:
            counts[code] = counts.get(code, 0) + 1
    ordered = [kind for kind in wording.pack.stakeholder_types if kind.code in counts]
    bars = tuple(
        Bar(kind.title(wording.language).text, counts[kind.code], wording.say.number(counts[kind.code]))
        for kind in ordered
    )
    return Bars(wording.say.gettext("Organisations by kind; one may be of several"), bars)


def _coverage(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    if not picture.places:
        return
    yield Heading(1, say("Where"), "coverage")
    yield from national_map.chapter(picture, wording)
    told = sum(1 for place in picture.places if place.place)
    yield Coverage(
        title=say("Activities by region and objective"),
        columns=tuple(str(view.objective) for view in picture.objectives),
        rows=tuple((wording.place(place.place), place.cells) for place in places(picture, wording)),
        key=tuple(map(wording.state, State)),
        alt=say("Table of {places} regions by {objectives} objectives with the number of activities in each.").format(
            places=told, objectives=len(picture.objectives)
        ),
    )
    yield Paragraph(
        say("Names of places are those of the lists used; they imply no opinion on any border or status."), "small"
    )
