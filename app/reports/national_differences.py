"""Where views differ, in a national report: each view beside the others, whoever and however many hold it."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.picture.dissent import Difference, differences, disputed
from app.domain.picture.words import view
from app.domain.shared import Picture, SharedAssessment, SharedProposal, Told
from app.domain.wording import Wording
from app.i18n import isolate
from app.reports.document import Block, Column, Heading, Paragraph, Table


def chapter(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Views side by side with who holds each, in their own words where they wrote some; none is outvoted."""
    say = wording.say.gettext
    judged, proposed = differences(picture), disputed(picture)
    if not judged and not proposed:
        return
    yield Heading(1, say("Where views differ"), "differences")
    yield Paragraph(say("Each view stands as it was told, whether one organisation holds it or many."), "small")
    if judged:
        columns = (Column(say("Objective"), weight=2), Column(say("Own view"), weight=1.6))
        rows = [row for one in judged for row in _sides(one, wording)]
        yield Table((*columns, Column(say("Who sees it so"), weight=4)), tuple(rows))
    if proposed:
        heads = (Column(say("Proposal"), weight=3), Column(say("Who agrees"), weight=2))
        last = Column(say("Who agrees in part, or sees it differently"), weight=2)
        yield Table((*heads, last), tuple(_proposal(one, wording) for one in proposed))


def _sides(one: Difference, wording: Wording) -> Iterator[tuple[str, ...]]:
    for side in one.sides:
        held = "; ".join(_held(told, wording) for told in side.held_by)
        yield wording.objective(one.objective), view(side.view, wording), held


def _held(told: Told, wording: Wording) -> str:
    note = told.entry.note if isinstance(told.entry, SharedAssessment) else ""
    if not note:
        return told.organisation.name
    return wording.say.gettext("{organisation}: {text}").format(
        organisation=isolate(told.organisation.name), text=isolate(note)
    )


def _proposal(told: Told, wording: Wording) -> tuple[str, ...]:
    one = told.entry
    assert isinstance(one, SharedProposal)
    return one.text, wording.say.list_(one.agree), wording.say.list_((*one.partly, *one.differ))
