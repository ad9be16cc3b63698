"""Sheets of figures by objective and place: the summary with its chart, messages, gaps, and where accounts differ."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact.objective import code_of
from app.domain.coverage import State
from app.domain.picture.words import places
from app.domain.shared import ObjectiveView, Picture, SharedActivity
from app.domain.terms import Count
from app.domain.wording import Wording
from app.i18n import isolate
from app.reports.tables import Cell, count_cell
from app.reports.workbook.book import Chart, Sheet


def summary(picture: Picture, wording: Wording) -> Sheet:
    """One row for each objective, and a chart of the activities."""
    say = wording.say.gettext
    kinds = wording.pack.code_list("feedback_types").codes
    places = _places(picture)
    heads = (
        say("Number"),
        say("Objective"),
        say("State"),
        say("Activities"),
        say("Organisations"),
        say("People, at least"),
        say("People, at most"),
        say("Numbers withheld"),
        say("How people were counted"),
        say("Said nothing was done"),
        say("Places told"),
        say("Own views"),
        *(kind_name(kind, wording) for kind in kinds),
    )
    rows = [
        (
            view.objective,
            wording.pack.objective(view.objective).name(wording.language),
            wording.state(view.state),
            view.activities if view.state is State.DONE else "",
            view.organisations if view.state is State.DONE else "",
            count_cell(_end(view.reach.low, view.reach.withheld), wording),
            count_cell(_end(view.reach.high, view.reach.withheld), wording),
            view.reach.withheld,
            say("several ways of counting")
            if view.reach.method == "mixed"
            else wording.label("reach_method", view.reach.method),
            view.nothing_done,
            len(places.get(view.objective, ())),
            wording.views(view.assessments),
            *(_messages(view, kind, wording) for kind in kinds),
        )
        for view in picture.objectives
    ]
    done = [view for view in picture.objectives if view.state is State.DONE]
    told = wording.say.row(
        [wording.pair(wording.objective(one.objective), wording.say.number(one.activities)) for one in done]
    )
    chart = Chart(say("Activities by objective"), names=1, numbers=3, alt=told)
    return Sheet("summary", say("Summary"), heads, rows, chart)


def _places(picture: Picture) -> dict[int, set[str]]:
    """The places that activities of each objective tell."""
    found: dict[int, set[str]] = {}
    for one in picture.activities:
        if isinstance(one.entry, SharedActivity) and one.entry.place:
            for number in one.entry.objectives:
                found.setdefault(number, set()).add(one.entry.place)
    return found


def _messages(view: ObjectiveView, kind: str, wording: Wording) -> Cell:
    found = dict(view.feedback).get(kind)
    return count_cell(found, wording) if found else ""


def _end(number: int | None, withheld: int) -> Count:
    """One end of a range; withheld where there is none because of that."""
    return Count(number, withheld=number is None and withheld > 0)


def by_place(picture: Picture, wording: Wording) -> Sheet:
    """Regions by objectives: numbers where something was done, the state in words where not."""
    say = wording.say.gettext
    heads = (say("Region"), say("Code"), *(code_of(view.objective) for view in picture.objectives))
    rows = [
        (
            wording.place(place.place),
            place.place,
            *(one.activities if one.state is State.DONE else wording.state(one.state) for one in place.cells),
        )
        for place in places(picture, wording)
    ]
    return Sheet("by_place", say("By place"), heads, rows)


def feedback(picture: Picture, wording: Wording) -> Sheet:
    """How many messages of each kind, by objective; never a message."""
    say = wording.say.gettext
    rows = [
        (
            code_of(view.objective),
            wording.objective(view.objective),
            kind_name(kind, wording),
            *_heard(view, kind, count, wording),
        )
        for view in picture.objectives
        for kind, count in view.feedback
    ]
    heads = (say("Number"), say("Objective"), say("Kind of message"), say("Messages"), say("Numbers withheld"))
    return Sheet("feedback", say("Messages"), heads, rows)


def _heard(view: ObjectiveView, kind: str, count: Count, wording: Wording) -> tuple[Cell, Cell]:
    return count_cell(count, wording), dict(view.feedback_withheld).get(kind, 0)


def kind_name(kind: str, wording: Wording) -> str:
    """What a kind of message is called."""
    return wording.label("feedback_types", kind)


def conflicts(picture: Picture, wording: Wording) -> Sheet:
    """Where accounts differ: two files with one number, and objectives that organisations see differently."""
    say = wording.say.gettext
    heads = (say("What"), say("About"), say("One account"), say("Another account"), say("What became of it"))
    return Sheet("conflicts", say("Conflicts"), heads, [*_clashes(picture, wording), *_views(picture, wording)])


def _clashes(picture: Picture, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    say = wording.say.gettext
    found: dict[tuple[str, int], list[str]] = {}
    named = {one.organisation.id: one.organisation.name for one in picture.contributors}
    for one in picture.contributors:
        if one.fate == "clash":
            found.setdefault((one.organisation.id, one.revision), []).append(one.submission)
    for (who, revision), files in found.items():
        about = say("{organisation}, version {number}").format(
            organisation=isolate(named[who]), number=wording.say.number(revision)
        )
        first, *others = files
        yield wording.fate("clash"), about, first, "; ".join(others), say("Neither is counted")


def _views(picture: Picture, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    say = wording.say.gettext
    for view in picture.objectives:
        about = wording.objective(view.objective)
        if view.activities and view.nothing_done:
            yield (
                say("Done, and not done"),
                about,
                wording.state(State.DONE),
                wording.state(State.NOTHING_DONE),
                say("Both are told"),
            )
        own = [wording.label("self_assessment", code) for code, _count in view.assessments]
        if len(own) > 1:
            yield say("Own views differ"), about, own[0], "; ".join(own[1:]), say("Both are told")


def gaps(picture: Picture, wording: Wording) -> Sheet:
    """Objectives and regions that nothing is told of, and kinds of organisation that are not there."""
    say = wording.say.gettext
    silent = [view for view in picture.objectives if view.state is not State.DONE]
    rows = [(wording.objective(view.objective), wording.state(view.state), "") for view in silent]
    known = {kind.code: kind.title(wording.language).text for kind in wording.pack.stakeholder_types}
    absent = [(known.get(code, code), say("Nobody of this kind contributed"), "") for code in picture.absent_types]
    heads = (say("What"), say("State"), say("Objectives"))
    return Sheet("gaps", say("Gaps"), heads, [*rows, *_silent_places(picture, wording), *absent])


def _silent_places(picture: Picture, wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Each region with the objectives that nobody reported about there."""
    for place in places(picture, wording):
        pairs = zip(picture.objectives, place.cells, strict=True)
        silent = [code_of(view.objective) for view, one in pairs if one.state is State.NOT_REPORTED]
        if silent and place.place:
            yield wording.place(place.place), wording.state(State.NOT_REPORTED), "; ".join(silent)
