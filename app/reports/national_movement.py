"""From one period to the next, in a national report: objectives in both, and what became of each commitment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.domain.coverage import silent
from app.domain.picture import words as picture_words
from app.domain.picture.editions import Edition
from app.domain.picture.gaps import unspoken
from app.domain.picture.movement import Moved, Step, changes, moved
from app.domain.shared import Picture, SharedCommitment, SharedCommitmentUpdate
from app.domain.wording import Wording
from app.reports import illustrations
from app.reports.document import Block, Column, Heading, Paragraph, Table


def trend(edition: Edition, wording: Wording) -> Iterator[Block]:
    """Every objective in this period and the one before; nothing where nobody told of the one before."""
    say = wording.say.gettext
    before, now = edition.before, edition.picture
    if before is None or not before.counted:
        return
    yield Heading(1, say("Since the period before"), "trend")
    columns = (
        Column(say("Objective"), weight=3),
        Column(wording.period(before.period), weight=1.8),
        Column(wording.period(now.period), weight=1.8),
        Column(say("What is different"), weight=2.6),
    )
    found = changes(before, now)
    spoken = [one for one in found if not silent((one.before, one.now))]
    rows = tuple(
        (
            wording.objective(one.objective),
            picture_words.cell(one.before, wording),
            picture_words.cell(one.now, wording),
            picture_words.change(one, wording),
        )
        for one in spoken
    )
    yield Table(columns, rows)
    if rest := len(set(unspoken(before)) & set(unspoken(now))):
        words = wording.say.ngettext(
            "Of {count} objective nobody told anything in either period.",
            "Of {count} objectives nobody told anything in either period.",
            rest,
        )
        yield Paragraph(words.format(count=wording.say.number(rest)), "small")
    yield Paragraph(
        say(
            "{before} organisations counted then, {now} now: another number of activities may mean that others "
            "reported. People reached are not compared, because ranges counted in different ways have no difference."
        ).format(before=wording.say.number(len(before.counted)), now=wording.say.number(len(now.counted))),
        "small",
    )


def commitments(edition: Edition, wording: Wording) -> Iterator[Block]:
    """Every promise of this period and of the one before: raised, kept, dropped, or simply not spoken of."""
    say = wording.say.gettext
    found = moved(edition.picture, edition.before)
    if not found:
        return
    yield Heading(1, say("Commitments"), "commitments")
    if chart := illustrations.promises(_promises(edition.picture), edition.picture.period, wording):
        yield chart
    yield Paragraph(counted(found, wording))
    columns = (
        Column(say("Promise"), weight=4),
        Column(say("Organisation"), weight=2.4),
        Column(say("To be kept by"), weight=1.7),
        Column(say("How far it is"), weight=1.7),
        Column(say("What became of it"), weight=2.2),
    )
    yield Table(columns, tuple(_row(one, wording) for one in found))
    if edition.before is None:
        yield Paragraph(say("Nothing is known of the period before, so what is new cannot be told."), "small")


def counted(found: tuple[Moved, ...], wording: Wording) -> str:
    """How many commitments took each step, in one line."""
    counts = Counter(one.step for one in found)
    parts = [
        wording.pair(picture_words.step(step, wording), wording.say.number(counts[step]))
        for step in Step
        if counts[step]
    ]
    return wording.say.row(parts)


def _row(one: Moved, wording: Wording) -> tuple[str, ...]:
    entry = one.promise.entry
    assert isinstance(entry, SharedCommitment)
    return (
        entry.title or wording.kind(entry.KIND),
        one.promise.organisation.name,
        wording.when(entry.due),
        wording.label("commitment_status", one.now or one.before),
        picture_words.step(one.step, wording),
    )


def _promises(picture: Picture) -> list[illustrations.Promise]:
    entries = [told.entry for told in picture.further]
    news = [one for one in entries if isinstance(one, SharedCommitmentUpdate)]
    return [
        (told.organisation.name, told.entry, [one for one in news if one.commitment == told.entry.id])
        for told in picture.further
        if isinstance(told.entry, SharedCommitment)
    ]
