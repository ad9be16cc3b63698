"""Money: sums of printed numbers by currency and source, and how many amounts are in none of them."""

from __future__ import annotations

from decimal import Decimal

from app.domain.picture.money import funds
from app.domain.shared import Audience, ResourcesTotal
from app.domain.terms import AMOUNT_WITHHELD, Amount
from tests.pictures import CITY, CLINIC, NETWORK, of, rich


def test_amounts_are_added_by_currency_and_source_and_what_is_withheld_is_counted() -> None:
    [found] = funds(rich())
    assert (found.currency, found.source_type, found.organisations, found.withheld) == ("MAD", "foundation", 2, 1)
    assert (found.budget, found.spent, found.gap) == (Amount(Decimal(3500)), Amount(Decimal(1000)), Amount())


def test_currencies_are_never_added_and_what_all_withhold_is_withheld() -> None:
    euros = ResourcesTotal("e", "EUR", "", AMOUNT_WITHHELD)
    shown = of((NETWORK, (euros,)), (CITY, (euros,)), (CLINIC, (ResourcesTotal("d", "USD", "", Amount(Decimal(9))),)))
    assert [(one.currency, one.budget) for one in funds(shown)] == [
        ("EUR", AMOUNT_WITHHELD),
        ("USD", Amount(Decimal(9))),
    ]
    assert funds(of((NETWORK, (euros,)), audience=Audience.PUBLIC)) == (), "no organisation's money is for everybody"
