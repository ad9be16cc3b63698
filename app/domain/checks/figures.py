"""Checks of indicator values and of money: sums have a currency, shares lie between 0 and 100."""

from __future__ import annotations

import re

from app.domain.checks.dates import is_period
from app.domain.problems import Level, Problem
from app.domain.records import IndicatorValue, Record, Resources
from app.i18n import N_

_CURRENCY = re.compile(r"[A-Z]{3}")
_SUMS = ("budget", "spent", "gap")


def _indicator_value(record: Record) -> list[Problem]:
    assert isinstance(record, IndicatorValue)
    found = is_period(record.period)
    if record.unit == "percent":
        for name in ("value", "baseline", "target"):
            number = getattr(record, name)
            if number is not None and not 0 <= number <= 100:
                sentence = N_("A share lies between 0 and 100 percent.")
                found.append(Problem("not-a-share", Level.WARNING, name, sentence))
    if record.unit == "people" and record.value is not None and record.value != record.value.to_integral_value():
        found.append(Problem("not-whole", Level.WARNING, "value", N_("People are counted in whole numbers.")))
    return found


def _resources(record: Record) -> list[Problem]:
    assert isinstance(record, Resources)
    sums = {name: number for name in _SUMS if (number := getattr(record, name)) is not None}
    found = [
        Problem("negative", Level.BLOCKING, name, N_("A sum cannot be less than 0."))
        for name, number in sums.items()
        if number < 0
    ]
    if not sums and not record.in_kind:
        sentence = N_("Write a sum, or what was given in kind.")
        found.append(Problem("missing", Level.BLOCKING, "budget", sentence))
    if record.currency and not _CURRENCY.fullmatch(record.currency):
        sentence = N_("Write the currency with three capital letters, such as KES or EUR.")
        found.append(Problem("currency", Level.BLOCKING, "currency", sentence))
    if sums and not record.currency:
        found.append(Problem("missing", Level.BLOCKING, "currency", N_("Say in which currency this is.")))
    if record.budget is not None and record.spent is not None and record.spent > record.budget:
        found.append(Problem("over-budget", Level.WARNING, "spent", N_("This is more than the budget.")))
    return found


CHECKS = {"indicator_value": _indicator_value, "resources": _resources}
