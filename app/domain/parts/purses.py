"""Purses: money that organisations told of, so that it adds up; currencies are never added to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.domain.shared import Funds, ResourcesOfObjective, ResourcesTotal, SharedEntry
from app.domain.terms import AMOUNT_WITHHELD, Amount

_FIELDS = ("budget", "spent", "gap")


class Sum(NamedTuple):
    """What is told, added up (None where nobody told an amount), and how many amounts are withheld."""

    value: Decimal | None = None
    withheld: int = 0


class Purse(NamedTuple):
    """Money in one currency from one kind of source; `parted` is that of one objective, 0 where it names none."""

    parted: bool
    objective: int
    currency: str
    source_type: str
    organisations: int
    sums: tuple[Sum, Sum, Sum]


def purses_of(entries: Iterable[SharedEntry]) -> tuple[Purse, ...]:
    """What one organisation told of money."""
    found = [_purse(one) for one in entries if isinstance(one, ResourcesTotal | ResourcesOfObjective)]
    return tuple(one._replace(organisations=1) for one in purses_together(found))


def purses_together(found: Iterable[Purse]) -> tuple[Purse, ...]:
    """One for each objective, currency and kind of source."""
    groups: dict[tuple[bool, int, str, str], list[Purse]] = {}
    for one in found:
        groups.setdefault(one[:4], []).append(one)
    return tuple(
        Purse(*key, sum(one.organisations for one in told), _added(told)) for key, told in sorted(groups.items())
    )


def funds_of(found: Iterable[Purse], *, parted: bool) -> tuple[Funds, ...]:
    """As a picture tells it: in order of objectives, what names none of them last."""
    wanted = [one for one in purses_together(found) if one.parted == parted]
    return tuple(_funds(one) for one in sorted(wanted, key=lambda one: (parted and not one.objective, one[:4])))


def _purse(entry: ResourcesTotal | ResourcesOfObjective) -> Purse:
    parted = isinstance(entry, ResourcesOfObjective)
    number = next(iter(entry.objectives), 0) if isinstance(entry, ResourcesOfObjective) else 0
    budget, spent, gap = (_sum(getattr(entry, name)) for name in _FIELDS)
    return Purse(parted, number, entry.currency, entry.source_type, 1, (budget, spent, gap))


def _sum(amount: Amount) -> Sum:
    return Sum(amount.value, int(amount.withheld))


def _added(told: Sequence[Purse]) -> tuple[Sum, Sum, Sum]:
    budget, spent, gap = (_total([one.sums[at] for one in told]) for at in range(len(_FIELDS)))
    return budget, spent, gap


def _total(sums: Sequence[Sum]) -> Sum:
    known = [one.value for one in sums if one.value is not None]
    return Sum(sum(known, Decimal()) if known else None, sum(one.withheld for one in sums))


def _funds(one: Purse) -> Funds:
    budget, spent, gap = (_amount(each) for each in one.sums)
    withheld = sum(each.withheld for each in one.sums)
    return Funds(one.currency, one.source_type, one.organisations, budget, spent, gap, withheld, one.objective)


def _amount(one: Sum) -> Amount:
    if one.value is not None:
        return Amount(one.value)
    return AMOUNT_WITHHELD if one.withheld else Amount()
