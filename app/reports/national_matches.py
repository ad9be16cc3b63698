"""What is needed beside what is offered, in a national report."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.picture import words as picture_words
from app.domain.picture.matching import Match, matched
from app.domain.shared import Picture, SharedChallenge, SharedNeedOffer, Told
from app.domain.wording import Wording
from app.reports.document import Block, Column, Paragraph, Table


def matches(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Every need and hindrance with the offers of others that may help, and those that nobody answers yet."""
    say, number = wording.say.gettext, wording.say.number
    found = matched(picture)
    answered = [one for one in found if one.offers]
    if not answered:
        return
    columns = (
        Column(say("What is needed"), weight=3.4),
        Column(say("By"), weight=1.8),
        Column(say("What is offered"), weight=3.4),
        Column(say("By"), weight=1.8),
        Column(say("Why it may help"), weight=1.8),
    )
    rows = tuple(row for one in answered for row in _rows(one, wording))
    yield Table(columns, rows, say("Needs and offers that may go together"))
    if rest := len(found) - len(answered):
        words = wording.say.ngettext(
            "For {count} need or hindrance nobody offers anything yet.",
            "For {count} needs and hindrances nobody offers anything yet.",
            rest,
        )
        yield Paragraph(words.format(count=number(rest)), "small")


def asked(told: Told) -> str:
    """What a need, an offer or a challenge says."""
    entry = told.entry
    if isinstance(entry, SharedChallenge):
        return entry.support_needed or entry.description
    return entry.text if isinstance(entry, SharedNeedOffer) else ""


def _rows(one: Match, wording: Wording) -> Iterator[tuple[str, ...]]:
    for offer in one.offers:
        yield (
            asked(one.asked),
            one.asked.organisation.name,
            asked(offer.told),
            offer.told.organisation.name,
            picture_words.reason(offer, wording),
        )
