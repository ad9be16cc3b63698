"""Money: what organisations told of it, by currency and kind of source; currencies are never added to each other.

Every number is a sum of printed ones. What an organisation withheld is in none of them, and is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.shared import Picture, ResourcesTotal
from app.domain.terms import AMOUNT_WITHHELD, Amount


@dataclass(frozen=True)
class Funds:
    """Money in one currency from one kind of source, of all organisations that told of it."""

    currency: str
    source_type: str
    organisations: int
    budget: Amount
    spent: Amount
    gap: Amount
    withheld: int = 0
    """How many amounts are withheld and in no sum."""


def funds(picture: Picture) -> tuple[Funds, ...]:
    """Every currency and kind of source, in their order; nothing where nobody told of money."""
    groups: dict[tuple[str, str], list[tuple[str, ResourcesTotal]]] = {}
    for told in picture.further:
        if isinstance(told.entry, ResourcesTotal):
            key = told.entry.currency, told.entry.source_type
            groups.setdefault(key, []).append((told.organisation.id, told.entry))
    return tuple(_funds(*key, found) for key, found in sorted(groups.items()))


def _funds(currency: str, source: str, found: list[tuple[str, ResourcesTotal]]) -> Funds:
    who = {organisation for organisation, _entry in found}
    told = [entry for _organisation, entry in found]
    budget, spent, gap = ([getattr(one, name) for one in told] for name in ("budget", "spent", "gap"))
    withheld = sum(one.withheld for one in (*budget, *spent, *gap))
    return Funds(currency, source, len(who), _sum(budget), _sum(spent), _sum(gap), withheld)


def _sum(amounts: list[Amount]) -> Amount:
    known = [one.value for one in amounts if one.value is not None]
    if known:
        return Amount(sum(known, Decimal()))
    return AMOUNT_WITHHELD if any(one.withheld for one in amounts) else Amount()
