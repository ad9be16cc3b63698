"""Sheets that set things side by side: kinds, departments, needs and offers, commitments, indicators, periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.compact.objective import code_of
from app.domain.coverage import Cell as Known
from app.domain.coverage import State
from app.domain.picture import words as picture_words
from app.domain.picture.crossing import Axis, crossed
from app.domain.picture.dissent import differences
from app.domain.picture.editions import Edition
from app.domain.picture.indicators import Indicated, indicated, value_of
from app.domain.picture.matching import matched
from app.domain.picture.movement import changes, moved
from app.domain.picture.sides import Side, sides
from app.domain.shared import Picture, SharedAssessment, SharedCommitment, SharedIndicatorValue
from app.domain.wording import Wording
from app.reports.national_matches import asked
from app.reports.tables import Cell
from app.reports.workbook import money
from app.reports.workbook.book import Sheet


def sheets(edition: Edition, wording: Wording) -> Iterator[Sheet]:
    """Each that there is something for."""
    picture = edition.picture
    say = wording.say.gettext
    yield crossing(picture, Axis.KIND, say("By kind"), wording)
    yield crossing(picture, Axis.DEPARTMENT, say("By department"), wording)
    yield matches(picture, wording)
    yield commitments(edition, wording)
    yield indicators(edition, wording)
    yield money.by_source(picture, wording)
    yield money.by_objective(picture, wording)
    yield both_sides(picture, wording)
    yield views(picture, wording)
    if edition.before is not None and edition.before.counted:
        yield trend(edition.before, picture, wording)


def crossing(picture: Picture, axis: Axis, title: str, wording: Wording) -> Sheet:
    """One row for each code; numbers where something was done, the state in words where not."""
    found = crossed(picture, axis)
    numbers = tuple(view.objective for view in picture.objectives)
    silent = picture.absent_types if axis is Axis.KIND else ()
    rows = [
        (
            picture_words.row(axis, code, wording),
            code,
            *(_known(found.cell(code, number), wording) for number in numbers),
        )
        for code in picture_words.codes(axis, found, wording, silent=silent)
    ]
    heads = (title, wording.say.gettext("Code"), *map(code_of, numbers))
    return Sheet(f"by_{axis.value}_of_organisation" if axis is Axis.KIND else f"by_{axis.value}", title, heads, rows)


def matches(picture: Picture, wording: Wording) -> Sheet:
    """Every need and hindrance, beside each offer that may help; alone where there is none."""
    say = wording.say.gettext
    heads = (
        *(say("What is needed"), say("Organisation"), say("Id")),
        *(say("What is offered"), say("Offered by"), say("Id of the offer"), say("Why it may help")),
    )
    rows: list[Sequence[Cell]] = []
    for one in matched(picture):
        need = (asked(one.asked), one.asked.organisation.name, one.asked.entry.id)
        for offer in one.offers:
            told = offer.told
            given = (asked(told), told.organisation.name, told.entry.id, picture_words.reason(offer, wording))
            rows.append((*need, *given))
        if not one.offers:
            rows.append((*need, "", "", "", say("Nobody offers anything yet")))
    return Sheet("matches", say("Needs and offers"), heads, rows)


def commitments(edition: Edition, wording: Wording) -> Sheet:
    """What became of each commitment since the period before."""
    say = wording.say.gettext
    heads = (
        *(say("Promise"), say("Organisation"), say("Id"), say("To be kept by")),
        *(say("Before"), say("Now"), say("What became of it")),
    )
    rows: list[Sequence[Cell]] = []
    for one in moved(edition.picture, edition.before):
        entry = one.promise.entry
        assert isinstance(entry, SharedCommitment)
        status = (wording.label("commitment_status", one.before), wording.label("commitment_status", one.now))
        step = picture_words.step(one.step, wording)
        rows.append((entry.title, one.promise.organisation.name, entry.id, entry.due or "", *status, step))
    return Sheet("movement", say("Commitments moved"), heads, rows)


def indicators(edition: Edition, wording: Wording) -> Sheet:
    """One row for each value as it was told, and one for each indicator that was asked for and nobody answered."""
    say = wording.say.gettext
    heads = (
        *(say("Indicator"), say("Code"), say("Asked for"), say("Organisation"), say("Period")),
        *(say("Value"), say("Unit"), say("Source")),
    )
    rows = [row for one in indicated(edition.picture, edition.asked) for row in _values(one, wording)]
    return Sheet("indicators", say("Indicators"), heads, rows)


def _values(one: Indicated, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    say = wording.say.gettext
    about = wording.indicator(one.code), one.code, say("yes") if one.asked else ""
    if not one.told:
        yield (*about, say("Nobody reported a value"), "", "", "", "")
    for told in one.told:
        entry = told.entry
        assert isinstance(entry, SharedIndicatorValue)
        when, unit = wording.period_of(entry.period), wording.label("indicator_units", entry.unit)
        yield (*about, told.organisation.name, when, money.amount(value_of(told), wording), unit, entry.source)


def both_sides(picture: Picture, wording: Wording) -> Sheet:
    """What public bodies tell of each objective beside what everybody else tells."""
    say = wording.say.gettext
    heads = (
        *(say("Number"), say("Objective")),
        *(say("Public bodies"), say("Organisations among them"), say("How they see it")),
        *(say("Everybody else"), say("Organisations among these"), say("How these see it")),
    )
    rows = [
        (
            code_of(one.objective),
            wording.objective(one.objective),
            *_side(one.public, wording),
            *_side(one.others, wording),
        )
        for one in sides(picture)
    ]
    return Sheet("sides", say("Side by side"), heads, rows)


def _side(one: Side, wording: Wording) -> tuple[Cell, Cell, Cell]:
    return _known(one.known, wording), one.organisations or "", wording.views(one.views)


def views(picture: Picture, wording: Wording) -> Sheet:
    """Objectives that are seen differently: one row for each organisation's view."""
    say = wording.say.gettext
    heads = (say("Objective"), say("Own view"), say("Organisation"), say("In its own words"))
    rows = [
        (
            wording.objective(one.objective),
            picture_words.view(side.view, wording),
            told.organisation.name,
            told.entry.note if isinstance(told.entry, SharedAssessment) else "",
        )
        for one in differences(picture)
        for side in one.sides
        for told in side.held_by
    ]
    return Sheet("views", say("Views side by side"), heads, rows)


def trend(before: Picture, now: Picture, wording: Wording) -> Sheet:
    """Every objective in both periods."""
    say = wording.say.gettext
    then, today = wording.period(before.period), wording.period(now.period)
    heads = (
        *(say("Number"), say("Objective"), then, today),
        *(say("Organisations before"), say("Organisations"), say("What is different")),
    )
    rows = [
        (
            one.objective,
            wording.objective(one.objective),
            _known(one.before, wording),
            _known(one.now, wording),
            one.organisations_before if one.before.state is State.DONE else "",
            one.organisations if one.now.state is State.DONE else "",
            picture_words.change(one, wording),
        )
        for one in changes(before, now)
    ]
    return Sheet("trend", say("Since the period before"), heads, rows)


def _known(found: Known, wording: Wording) -> Cell:
    return found.activities if found.state is State.DONE else wording.state(found.state)
