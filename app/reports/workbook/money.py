"""Sheets of money, over all organisations: by kind of source, and of that by objective."""

from __future__ import annotations

from app.compact.objective import code_of
from app.domain.picture import money
from app.domain.picture.money import Funds
from app.domain.shared import Picture
from app.domain.terms import Amount
from app.domain.wording import Wording
from app.reports.national_money import objective
from app.reports.tables import Cell
from app.reports.workbook.book import Sheet


def by_source(picture: Picture, wording: Wording) -> Sheet:
    """Money by currency and kind of source."""
    rows = [_row(one, wording) for one in money.funds(picture)]
    return Sheet("money", wording.say.gettext("Money"), _headings(wording), rows)


def by_objective(picture: Picture, wording: Wording) -> Sheet:
    """The part of it that is told by objective."""
    say = wording.say.gettext
    heads = (say("Number"), say("Objective"), *_headings(wording))
    rows = [
        (code_of(one.objective) if one.objective else "", objective(one, wording), *_row(one, wording))
        for one in money.by_objective(picture)
    ]
    return Sheet("money_by_objective", say("Money of all, by objective"), heads, rows)


def _headings(wording: Wording) -> tuple[str, ...]:
    say = wording.say.gettext
    return (
        *(say("Currency"), say("Where it comes from"), say("Organisations")),
        *(say("Budget"), say("Spent so far"), say("What is still missing"), say("Amounts withheld")),
    )


def _row(one: Funds, wording: Wording) -> tuple[Cell, ...]:
    return (
        one.currency,
        wording.label("fund_sources", one.source_type),
        one.organisations,
        *(amount(each, wording) for each in (one.budget, one.spent, one.gap)),
        one.withheld,
    )


def amount(told: Amount, wording: Wording) -> Cell:
    """A number, nothing where nobody told one, or the words for withheld."""
    if told.withheld:
        return wording.amount(told)
    return "" if told.value is None else float(told.value)
