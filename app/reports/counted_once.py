"""Counted once: activities that several organisations tell of, and the one entry of each that sums are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.shared import Identity, Linked, Picture, SharedActivity, Told
from app.domain.wording import Wording
from app.reports.document import Block, Column, Heading, Paragraph, Table


def chapters(picture: Picture, wording: Wording) -> Iterator[Block]:
    """The activities that several entries tell of; nothing where there is none."""
    if not picture.linked:
        return
    say = wording.say.gettext
    yield Heading(1, say("Activities that several organisations told of"), "counted-once")
    yield Paragraph(method(wording))
    yield _table(picture, wording)


def method(wording: Wording) -> str:
    """How such activities are counted, in two sentences."""
    return wording.say.gettext(
        "An activity that several organisations told of counts once: they gave it a shared number, or whoever put this "
        "together linked it. Its people are a range: at least the largest number of one organisation, at most all of "
        "them added up; every entry stays as it was told."
    )


def known(picture: Picture) -> Mapping[Identity, Told]:
    """The entries that tell of the same activity as others, by what they are called."""
    wanted = picture.activity_of
    return {one.identity: one for one in picture.activities if one.identity in wanted} if wanted else {}


def members(found: Mapping[Identity, Told], linked: Linked) -> list[Told]:
    """The entries of one activity, in their order; `found` are those that are `known`."""
    return [found[member] for member in linked.members if member in found]


def why(linked: Linked, wording: Wording) -> str:
    """By what these entries became one activity, and whether their numbers differ."""
    say = wording.say.gettext
    by = say("Shared number {number}").format(number=linked.number) if linked.number else say("Linked")
    return say("{why}; the numbers of people differ").format(why=by) if linked.differ else by


def also_by(picture: Picture, wording: Wording) -> dict[Identity, str]:
    """Of each entry of such an activity, who else told of it."""
    found = known(picture)
    also: dict[Identity, str] = {}
    for linked in picture.linked:
        told = members(found, linked)
        for one in told:
            others = dict.fromkeys(each.organisation.name for each in told if each.identity != one.identity)
            also[one.identity] = wording.say.list_(list(others))
    return also


def _table(picture: Picture, wording: Wording) -> Table:
    say = wording.say.gettext
    columns = (
        Column(say("As each told it"), weight=4),
        Column(say("Told by"), weight=3),
        Column(say("People"), "number", 1.3),
        Column(say("Counted once because"), weight=2.4),
    )
    rows = []
    found = known(picture)
    for linked in picture.linked:
        told = members(found, linked)
        titles = dict.fromkeys(one.entry.title for one in told if isinstance(one.entry, SharedActivity))
        names = dict.fromkeys(one.organisation.name for one in told)
        row = wording.say.row(list(titles)), wording.say.row(list(names))
        rows.append((*row, wording.reach(linked.reach) or "–", why(linked, wording)))
    return Table(columns, tuple(rows))
