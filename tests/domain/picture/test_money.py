"""Money: sums of printed numbers by currency and source, and how many amounts are in none of them."""

from __future__ import annotations

from decimal import Decimal

from app.domain.picture.money import behind, by_objective, funds
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


def test_by_objective_the_same_is_told_in_parts_with_what_is_withheld_and_from_what() -> None:
    shown = rich()
    fourth, fifteenth, none = by_objective(shown)
    assert (fourth.objective, fourth.budget, fourth.withheld) == (4, AMOUNT_WITHHELD, 1)
    assert (fifteenth.objective, fifteenth.source_type, fifteenth.organisations) == (15, "foundation", 2)
    assert (fifteenth.budget, fifteenth.spent, fifteenth.withheld) == (Amount(Decimal(2400)), Amount(Decimal(700)), 1)
    assert (none.objective, none.budget) == (0, Amount(Decimal(100))), "last, what names no objective"
    whole, source = funds(shown)[0], fifteenth.source_type
    assert [told.entry.id for told in behind(shown, fifteenth.currency, source, 15)] == ["o1", "o3"]
    assert [told.entry.id for told in behind(shown, none.currency, none.source_type, 0)] == ["o4"]
    assert [told.entry.id for told in behind(shown, whole.currency, whole.source_type)] == ["m1", "m2"]
