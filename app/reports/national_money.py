"""The money that was told of, in a national report: by kind of source, and of that by objective."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.picture import words as picture_words
from app.domain.picture.money import Funds, by_objective, funds
from app.domain.shared import Picture
from app.domain.wording import Wording
from app.reports.document import Block, Column, Heading, Paragraph, Table


def money(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Money over all organisations that told of it, and how it is protected."""
    say = wording.say.gettext
    found, parts = funds(picture), by_objective(picture)
    if not found:
        return
    yield Heading(1, say("Money"), "money")
    yield Table(_columns(wording), tuple(_funds(one, wording) for one in found))
    if parts:
        columns = (Column(say("Objective"), weight=2.4), *_columns(wording))
        rows = tuple((objective(one, wording), *_funds(one, wording)) for one in parts)
        yield Table(columns, rows, say("Money by objective"))
    yield Paragraph(protection(wording), "small")


def objective(one: Funds, wording: Wording) -> str:
    """The objective that money stands under."""
    return wording.objective(one.objective) if one.objective else wording.say.gettext("No objective told")


def protection(wording: Wording) -> str:
    """What a sum of money tells, and what it does not."""
    return wording.say.gettext(
        "Each organisation tells of at least three pieces of work together, by source, and by objective only where "
        "that holds there, too: so what is told by objective is part of what is told by source. A piece of work "
        "stands under the objective that it names first. Currencies are not added to each other."
    )


def _columns(wording: Wording) -> tuple[Column, ...]:
    say = wording.say.gettext
    return (
        Column(say("Currency"), weight=1),
        Column(say("Where it comes from"), weight=2.4),
        Column(say("Organisations"), "number", 1.2),
        Column(say("Budget"), "number", 1.4),
        Column(say("Spent so far"), "number", 1.4),
        Column(say("What is still missing"), "number", 1.4),
    )


def _funds(one: Funds, wording: Wording) -> tuple[str, ...]:
    return (
        one.currency,
        wording.label("fund_sources", one.source_type) or wording.say.gettext("Not told"),
        wording.say.number(one.organisations),
        *(picture_words.amount(amount, one.withheld, wording) for amount in (one.budget, one.spent, one.gap)),
    )
