"""Numbers that are not people reached: values of indicators, and money and help in kind."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.i18n import N_


@dataclass(frozen=True)
class IndicatorValue(Record):
    """One value of one indicator in one period, and where it comes from."""

    KIND: ClassVar[str] = "indicator_value"

    code: str = declare(
        Shape.TEXT,
        N_("Indicator"),
        required=True,
        light=True,
        help=N_("Choose one by its words or number, or write a name of your own"),
        offers="indicators",
    )
    period: str = declare(
        Shape.TEXT,
        N_("Period"),
        required=True,
        light=True,
        help=N_("Choose one, or write for example 2026-07..2026-09"),
        offers="periods",
    )
    value: Decimal | None = declare(Shape.DECIMAL, N_("Value"), required=True, light=True)
    unit: str = declare(Shape.CODE, N_("Unit"), codes="indicator_units", required=True, light=True)
    source: str = declare(Shape.TEXT, N_("Source"), required=True, light=True)
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"))
    baseline: Decimal | None = declare(Shape.DECIMAL, N_("Value at the start"))
    target: Decimal | None = declare(Shape.DECIMAL, N_("Value you aim for"))
    method: str = declare(Shape.LONG_TEXT, N_("How it was measured"))
    quality: str = declare(Shape.CODE, N_("How sure it is"), codes="data_quality")


@dataclass(frozen=True)
class Resources(Record):
    """What one piece of work costs, what was spent, and what was given in kind."""

    KIND: ClassVar[str] = "resources"

    of: str = declare(
        Shape.REFERENCE,
        N_("For this piece of work"),
        to=("activity", "plan_item", "commitment"),
        required=True,
        light=True,
    )
    budget: Decimal | None = declare(Shape.DECIMAL, N_("Budget"), light=True)
    spent: Decimal | None = declare(Shape.DECIMAL, N_("Spent so far"), light=True)
    currency: str = declare(Shape.TEXT, N_("Currency"), light=True, help=N_("Three letters, such as KES or EUR"))
    in_kind: str = declare(Shape.LONG_TEXT, N_("Help in kind"), light=True)
    source_type: str = declare(Shape.CODE, N_("Where it comes from"), codes="fund_sources")
    funder: str = declare(Shape.TEXT, N_("Who paid for it"), help=N_("Never leaves your organisation"))
    gap: Decimal | None = declare(Shape.DECIMAL, N_("What is still missing"))
