"""Numbers beside people reached: values of indicators, and totals of money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.domain.terms import NOT_TOLD, Amount
from app.i18n import N_


@dataclass(frozen=True)
class SharedIndicatorValue(SharedEntry):
    """One value of one indicator in one period; numbers of few people are withheld."""

    KIND: ClassVar[str] = "indicator_value"

    code: str = told(N_("Indicator"), form=Form.TITLE)
    period: str = told(N_("Period"))
    value: Amount = told(N_("Value"), NOT_TOLD)
    unit: str = told(N_("Unit"), codes="indicator_units")
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    baseline: Amount = told(N_("Value at the start"), NOT_TOLD)
    target: Amount = told(N_("Value aimed for"), NOT_TOLD)
    source: str = told(N_("Source"))
    method: str = told(N_("How it was measured"), form=Form.TEXT)
    quality: str = told(N_("How sure it is"), codes="data_quality")


@dataclass(frozen=True)
class ResourcesTotal(SharedEntry):
    """Money by currency and kind of source, over at least three pieces of work; never one piece alone."""

    KIND: ClassVar[str] = "resources_total"

    currency: str = told(N_("Currency"), form=Form.TITLE)
    source_type: str = told(N_("Where it comes from"), codes="fund_sources")
    budget: Amount = told(N_("Budget"), NOT_TOLD)
    spent: Amount = told(N_("Spent so far"), NOT_TOLD)
    gap: Amount = told(N_("What is still missing"), NOT_TOLD)


@dataclass(frozen=True)
class ResourcesOfObjective(SharedEntry):
    """Money for one objective by currency and kind of source, over at least three pieces of work.

    A piece of work stands under the objective that it names first, so that nothing is told twice; what names none
    stands under none. What is withheld of a source is at least three pieces of work together, too.
    """

    KIND: ClassVar[str] = "resources_of_objective"

    currency: str = told(N_("Currency"), form=Form.TITLE)
    source_type: str = told(N_("Where it comes from"), codes="fund_sources")
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    budget: Amount = told(N_("Budget"), NOT_TOLD)
    spent: Amount = told(N_("Spent so far"), NOT_TOLD)
    gap: Amount = told(N_("What is still missing"), NOT_TOLD)
