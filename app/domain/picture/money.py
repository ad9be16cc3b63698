"""Money: what organisations told of it, by currency and kind of source, and of those by objective.

Currencies are never added to each other.

Every number is a sum of printed ones. What an organisation withheld is in none of them, and is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.shared import Picture, ResourcesOfObjective, ResourcesTotal, Told
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
    objective: int = 0
    """Of which objective; 0 where it is of all, or of work that names none."""


_Found = list[tuple[str, ResourcesTotal | ResourcesOfObjective]]


def funds(picture: Picture) -> tuple[Funds, ...]:
    """Every currency and kind of source, in their order; nothing where nobody told of money."""
    groups: dict[tuple[str, str], _Found] = {}
    for told in picture.further:
        if isinstance(told.entry, ResourcesTotal):
            key = told.entry.currency, told.entry.source_type
            groups.setdefault(key, []).append((told.organisation.id, told.entry))
    return tuple(_funds(*key, found) for key, found in sorted(groups.items()))


def by_objective(picture: Picture) -> tuple[Funds, ...]:
    """Every objective, currency and kind of source of which an organisation told any; last what names no objective.

    A piece of work stands under the objective that it names first. These are parts of what `funds` tells, and less:
    organisations whose pieces of work are few under one objective tell of them in their totals alone.
    """
    groups: dict[tuple[int, str, str], _Found] = {}
    for told in picture.further:
        if isinstance(told.entry, ResourcesOfObjective):
            number = next(iter(told.entry.objectives), 0)
            key = number, told.entry.currency, told.entry.source_type
            groups.setdefault(key, []).append((told.organisation.id, told.entry))
    ordered = sorted(groups.items(), key=lambda item: (not item[0][0], item[0]))
    return tuple(replace(_funds(*key[1:], found), objective=key[0]) for key, found in ordered)


def behind(picture: Picture, one: Funds, *, parted: bool) -> tuple[Told, ...]:
    """The entries that a sum is made of; `parted` ones are those of `by_objective`."""
    about = (one.objective,) if one.objective else ()
    return tuple(
        told
        for told in picture.further
        if isinstance(told.entry, ResourcesOfObjective if parted else ResourcesTotal)
        and (told.entry.currency, told.entry.source_type) == (one.currency, one.source_type)
        and getattr(told.entry, "objectives", about) == about
    )


def _funds(currency: str, source: str, found: _Found) -> Funds:
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
