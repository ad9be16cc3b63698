"""Lists of a national report across objectives: needs, commitments, practices, all activities, and departments."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.coverage import Cell, State
from app.domain.shared import (
    Picture,
    SharedActivity,
    SharedCommitment,
    SharedCommitmentUpdate,
    SharedEntry,
    SharedNeedOffer,
    SharedPractice,
    SharedProposal,
    Told,
)
from app.domain.wording import Wording
from app.folding import fold
from app.i18n import isolate
from app.reports import illustrations
from app.reports.document import Block, Column, Coverage, Heading, Paragraph, Table


def chapters(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Every list that there is something for."""
    yield from _departments(picture, wording)
    yield from _needs(picture, wording)
    yield from _commitments(picture, wording)
    yield from _practices(picture, wording)
    yield from _compendium(picture, wording)


def of_kind(picture: Picture, kind: type[SharedEntry]) -> list[Told]:
    """What was told of one further kind."""
    return [told for told in picture.further if isinstance(told.entry, kind)]


def _departments(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Departments by objectives, from the activities that name one."""
    say = wording.say.gettext
    counts: dict[str, dict[int, int]] = {}
    for told in picture.activities:
        if isinstance(told.entry, SharedActivity):
            for code in told.entry.departments:
                row = counts.setdefault(code, {})
                for number in told.entry.objectives:
                    row[number] = row.get(number, 0) + 1
    if not counts:
        return
    numbers = [view.objective for view in picture.objectives]
    rows = [
        (wording.label("departments", code), [row.get(number, 0) for number in numbers]) for code, row in counts.items()
    ]
    yield Heading(1, say("Which departments took part"), "departments")
    yield Coverage(
        title=say("Activities by department and objective"),
        columns=tuple(map(str, numbers)),
        rows=tuple(
            (label, tuple(Cell(State.DONE if count else State.NOT_REPORTED, count) for count in row))
            for label, row in sorted(rows, key=lambda one: (fold(one[0]), one[0]))
        ),
        key=tuple(map(wording.state, State)),
        alt=say("Table of departments by objectives with the number of activities in each."),
    )


def _needs(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    needs, proposals = of_kind(picture, SharedNeedOffer), of_kind(picture, SharedProposal)
    if not needs and not proposals:
        return
    yield Heading(1, say("Needs, offers and proposals"), "needs")
    if needs:
        columns = (
            Column(say("What exactly"), weight=4),
            Column(say("Need or offer"), weight=1.2),
            Column(say("About"), weight=2),
            Column(say("Objectives"), weight=1.2),
            Column(say("Organisation"), weight=2),
        )
        yield Table(columns, tuple(_need(told, wording) for told in needs), say("Register of needs and offers"))
    if proposals:
        heads = (
            Column(say("What should change"), weight=4),
            Column(say("Who should do it"), weight=2),
            Column(say("Objectives"), weight=1.2),
            Column(say("Organisation"), weight=2),
        )
        yield Table(heads, tuple(_proposal(told, wording) for told in proposals), say("Proposals"))


def _need(told: Told, wording: Wording) -> tuple[str, ...]:
    one = told.entry
    assert isinstance(one, SharedNeedOffer)
    return (
        one.text,
        wording.label("need_offer_kinds", one.kind),
        wording.label("need_offer_categories", one.category),
        _numbers(one.objectives, wording),
        told.organisation.name,
    )


def _proposal(told: Told, wording: Wording) -> tuple[str, ...]:
    one = told.entry
    assert isinstance(one, SharedProposal)
    return (
        one.text,
        wording.label("addressees", one.addressee),
        _numbers(one.objectives, wording),
        told.organisation.name,
    )


def _commitments(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    found = of_kind(picture, SharedCommitment)
    if not found:
        return
    entries = (told.entry for told in of_kind(picture, SharedCommitmentUpdate))
    news = [one for one in entries if isinstance(one, SharedCommitmentUpdate)]
    promises = [
        (told.organisation.name, told.entry, [one for one in news if one.commitment == told.entry.id])
        for told in found
        if isinstance(told.entry, SharedCommitment)
    ]
    yield Heading(1, say("Commitments"), "commitments")
    if chart := illustrations.promises(promises, picture.period, wording):
        yield chart
    columns = (
        Column(say("Promise"), weight=4),
        Column(say("Organisation"), weight=2.5),
        Column(say("To be kept by"), weight=1.7),
        Column(say("How far it is"), weight=1.7),
    )
    rows = [
        (one.title, who, wording.when(one.due), wording.label("commitment_status", one.status))
        for who, one, _news in promises
    ]
    yield Table(columns, tuple(rows))


def _practices(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    found = of_kind(picture, SharedPractice)
    if not found:
        return
    yield Heading(1, say("Practices worth copying"), "practices")
    for told in found:
        one = told.entry
        assert isinstance(one, SharedPractice)
        yield Heading(2, one.title or wording.kind(one.KIND))
        yield Paragraph(told.organisation.name, "small")
        if one.summary:
            yield Paragraph(one.summary)
        if one.replication:
            yield Paragraph(
                say("Advice to those who want to do the same: {text}").format(text=isolate(one.replication))
            )


def _compendium(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Every activity once, under the first objective that it names."""
    say = wording.say.gettext
    told = [(one.organisation.name, one.entry) for one in picture.activities if isinstance(one.entry, SharedActivity)]
    if not told:
        return
    yield Heading(1, say("Compendium of actions"), "compendium")
    yield Paragraph(say("Every activity once, under its first objective; one column names the others."), "small")
    for view in picture.objectives:
        under = [(who, one) for who, one in told if one.objectives[:1] == (view.objective,)]
        if under:
            yield Heading(2, wording.objective(view.objective), mark=str(view.objective))
            yield _activities(under, wording)


def _activities(found: list[tuple[str, SharedActivity]], wording: Wording) -> Table:
    say = wording.say.gettext
    columns = (
        Column(say("Activity"), weight=3.4),
        Column(say("Organisation"), weight=2.4),
        Column(say("When"), weight=2.1),
        Column(say("Where"), weight=1.9),
        Column(say("Also"), weight=0.8),
        Column(say("People"), "number", 1.2),
    )
    rows = tuple(
        (
            one.title,
            who,
            wording.when(one.start),
            wording.place(one.place) if one.place else "",
            _numbers(one.objectives[1:], wording),
            wording.count(one.reach) if not one.reach.not_asked else "–",
        )
        for who, one in found
    )
    return Table(columns, rows)


def _numbers(objectives: tuple[int, ...], wording: Wording) -> str:
    return wording.say.row([wording.say.number(number) for number in objectives])
