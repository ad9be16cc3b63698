"""Lists of a national report across objectives: needs, commitments, practices, all activities, and departments."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.picture.editions import Edition
from app.domain.shared import (
    Picture,
    SharedActivity,
    SharedEntry,
    SharedNeedOffer,
    SharedPractice,
    SharedProposal,
    Told,
)
from app.domain.wording import Wording
from app.i18n import isolate
from app.reports import counted_once, national_indicators
from app.reports.document import Block, Column, Heading, Paragraph, Table
from app.reports.national_matches import matches
from app.reports.national_money import money
from app.reports.national_movement import commitments
from app.reports.national_people import departments


def chapters(edition: Edition, wording: Wording) -> Iterator[Block]:
    """Every list that there is something for."""
    picture = edition.picture
    yield from _departments(picture, wording)
    yield from _needs(picture, wording)
    yield from commitments(edition, wording)
    yield from money(picture, wording)
    yield from national_indicators.chapter(edition, wording)
    yield from _practices(picture, wording)
    yield from _compendium(picture, wording)


def of_kind(picture: Picture, kind: type[SharedEntry]) -> list[Told]:
    """What was told of one further kind."""
    return [told for told in picture.further if isinstance(told.entry, kind)]


def _departments(picture: Picture, wording: Wording) -> Iterator[Block]:
    if found := departments(picture, wording):
        yield Heading(1, wording.say.gettext("Which departments took part"), "departments")
        yield found


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
        yield from matches(picture, wording)
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
    """Every activity as each told it, under the first objective that it names, with who told of it as well."""
    say = wording.say.gettext
    also = counted_once.also_by(picture, wording)
    told = [
        (_by(one, also.get(one.identity, ""), wording), one.entry)
        for one in picture.activities
        if isinstance(one.entry, SharedActivity)
    ]
    if not told:
        return
    yield Heading(1, say("Compendium of actions"), "compendium")
    yield Paragraph(say("Every activity once, under its first objective; one column names the others."), "small")
    for view in picture.objectives:
        under = [(who, one) for who, one in told if one.objectives[:1] == (view.objective,)]
        if under:
            yield Heading(2, wording.objective(view.objective), mark=str(view.objective))
            yield _activities(under, wording)


def _by(told: Told, others: str, wording: Wording) -> str:
    if not others:
        return told.organisation.name
    words = wording.say.gettext("{organisation}; also reported by {others}")
    return words.format(organisation=isolate(told.organisation.name), others=others)


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
