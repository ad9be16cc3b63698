"""Indicators: values side by side and never added up; what was asked for and nobody told stands there as well."""

from __future__ import annotations

from decimal import Decimal

from app.domain.picture.indicators import indicated
from app.domain.shared import SharedIndicatorValue
from app.domain.terms import AMOUNT_WITHHELD, Amount
from tests.pictures import CITY, CLINIC, NETWORK, of


def value(id: str, code: str, amount: Amount, unit: str = "people") -> SharedIndicatorValue:
    return SharedIndicatorValue(id, code, "2026-07..2026-09", amount, unit)


def test_each_value_stands_by_itself_and_what_is_asked_comes_first() -> None:
    shown = of(
        (NETWORK, (value("a", "10.7.1", Amount(Decimal(40))), value("b", "Desks", Amount(Decimal(3)), "items"))),
        (CITY, (value("c", "10.7.1", Amount(Decimal(7))),)),
        (CLINIC, (value("d", "10.7.1", AMOUNT_WITHHELD), value("e", "10.7.1", Amount(Decimal(12)), "percent"))),
    )
    found = indicated(shown, ("16.9.1", "10.7.1"))
    assert [(one.code, one.unit, one.asked, one.organisations, one.withheld) for one in found] == [
        ("16.9.1", "", True, 0, 0),
        ("10.7.1", "people", True, 3, 1),
        ("10.7.1", "percent", True, 1, 0),
        ("Desks", "items", False, 1, 0),
    ]
    assert found[1].known == (Decimal(7), Decimal(40)) and found[0].known == ()
    assert indicated(shown)[0].asked is False
    assert indicated(of((NETWORK, ()))) == ()
