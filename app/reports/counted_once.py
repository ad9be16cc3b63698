"""Counted once: activities that several organisations tell of, and the one entry of each that sums are made of."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.shared import Identity, Linked, Picture, SharedActivity, Told
from app.domain.terms import NOT_ASKED
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


def members(picture: Picture, linked: Linked) -> list[Told]:
    """The entries of one activity, in their order."""
    known = {one.identity: one for one in picture.activities}
    return [known[member] for member in linked.members if member in known]


def why(linked: Linked, wording: Wording) -> str:
    """By what these entries became one activity, and whether their numbers differ."""
    say = wording.say.gettext
    by = say("Shared number {number}").format(number=linked.number) if linked.number else say("Linked")
    return say("{why}; the numbers of people differ").format(why=by) if linked.differ else by


def also_by(picture: Picture, wording: Wording) -> dict[Identity, str]:
    """Of each entry of such an activity, who else told of it."""
    found: dict[Identity, str] = {}
    for linked in picture.linked:
        told = members(picture, linked)
        for one in told:
            others = dict.fromkeys(each.organisation.name for each in told if each.identity != one.identity)
            found[one.identity] = wording.say.list_(list(others))
    return found


def one_each(picture: Picture) -> list[SharedActivity]:
    """Of each activity one entry, the one with the most people: what sums over all organisations are made of."""
    return [one.entry for one in told_once(picture) if isinstance(one.entry, SharedActivity)]


def told_once(picture: Picture) -> list[Told]:
    """The same entries with who told each."""
    kept: dict[Identity, Told] = {}
    activity_of = picture.activity_of
    for one in picture.activities:
        if isinstance(one.entry, SharedActivity):
            known = activity_of.get(one.identity, one.identity)
            if known not in kept or _people(one) > _people(kept[known]):
                kept[known] = one
    return list(kept.values())


def _people(told: Told) -> int:
    reach = told.entry.reach if isinstance(told.entry, SharedActivity) else NOT_ASKED
    return -1 if reach.value is None else reach.value


def _table(picture: Picture, wording: Wording) -> Table:
    say = wording.say.gettext
    columns = (
        Column(say("As each told it"), weight=4),
        Column(say("Told by"), weight=3),
        Column(say("People"), "number", 1.3),
        Column(say("Counted once because"), weight=2.4),
    )
    rows = []
    for linked in picture.linked:
        told = members(picture, linked)
        titles = dict.fromkeys(one.entry.title for one in told if isinstance(one.entry, SharedActivity))
        names = dict.fromkeys(one.organisation.name for one in told)
        row = wording.say.row(list(titles)), wording.say.row(list(names))
        rows.append((*row, wording.reach(linked.reach) or "–", why(linked, wording)))
    return Table(columns, tuple(rows))
