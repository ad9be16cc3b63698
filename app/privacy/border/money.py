"""Money: what leaves of many pieces of work together, by kind of source, and of those by objective where it may."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal

from app.domain.records import Resources
from app.domain.shared import Audience, ResourcesOfObjective, ResourcesTotal
from app.domain.terms import AMOUNT_WITHHELD, Amount
from app.privacy.border.passage import Passage

_FEWEST_PIECES = 3
"""A total of money needs three pieces of work, so that nobody who knows one learns the other."""
_MONEY = ("budget", "spent", "gap")
_Groups = list[tuple[tuple[str, str], list[Resources]]]


def total_resources(kept: Iterable[Resources], sources: Container[str], passage: Passage) -> tuple[ResourcesTotal, ...]:
    """Money by currency and kind of source, one of `sources` or none; the public is told no organisation's money."""
    return tuple(
        ResourcesTotal(f"{currency}:{source}", currency, source, *(_sum(group, name) for name in _MONEY))
        for (currency, source), group in _groups(kept, sources, passage)
    )


def resources_by_objective(
    kept: Iterable[Resources], first: Mapping[str, int], sources: Container[str], passage: Passage
) -> tuple[ResourcesOfObjective, ...]:
    """The same by the objective that each piece of work names `first` (0: none), where any number of it may be told.

    Whoever takes what is told from the total of its source learns the sum of at least three pieces of work.
    """
    made: list[ResourcesOfObjective] = []
    for (currency, source), group in _groups(kept, sources, passage):
        parts = {name: _parted(group, name, first) for name in _MONEY}
        if not any(amount.value is not None for amounts in parts.values() for amount in amounts.values()):
            continue
        for number in sorted({first.get(one.of, 0) for one in group}):
            amounts = (parts[name].get(number, Amount()) for name in _MONEY)
            about = (number,) if number else ()
            made.append(ResourcesOfObjective(f"{currency}:{source}:{number}", currency, source, about, *amounts))
    return tuple(made)


def _groups(kept: Iterable[Resources], sources: Container[str], passage: Passage) -> _Groups:
    if passage.audience is Audience.PUBLIC:
        return []
    groups: dict[tuple[str, str], list[Resources]] = {}
    for one in kept:
        if currency := _currency(one.currency):
            groups.setdefault((currency, one.source_type if one.source_type in sources else ""), []).append(one)
    return sorted(groups.items(), key=lambda item: item[0])


def _currency(written: str) -> str:
    """Three letters, or "" for anything else: this field could hold any words, so nothing else leaves."""
    code = written.strip().upper()
    return code if len(code) == len("EUR") and code.isascii() and code.isalpha() else ""


def _sum(group: Iterable[Resources], name: str) -> Amount:
    known = _pieces(group, name)
    if not known:
        return Amount()
    return AMOUNT_WITHHELD if len(known) < _FEWEST_PIECES else Amount(sum(known.values(), Decimal()))


def _parted(group: Iterable[Resources], name: str, first: Mapping[str, int]) -> dict[int, Amount]:
    """The sum of each objective. Where few pieces are withheld, the smallest sums are withheld with them."""
    by_objective: dict[int, list[Resources]] = {}
    for one in group:
        by_objective.setdefault(first.get(one.of, 0), []).append(one)
    pieces = {number: found for number, each in by_objective.items() if (found := _pieces(each, name))}
    hidden = {number for number, found in pieces.items() if len(found) < _FEWEST_PIECES}
    shown = sorted(set(pieces) - hidden, key=lambda number: (len(pieces[number]), number))
    while shown and 0 < sum(len(pieces[number]) for number in hidden) < _FEWEST_PIECES:
        hidden.add(shown.pop(0))
    return {
        number: AMOUNT_WITHHELD if number in hidden else Amount(sum(found.values(), Decimal()))
        for number, found in pieces.items()
    }


def _pieces(group: Iterable[Resources], name: str) -> dict[str, Decimal]:
    """What each piece of work has, all of what was written of it together."""
    known: dict[str, Decimal] = {}
    for one in group:
        if (value := getattr(one, name)) is not None:
            known[one.of] = known.get(one.of, Decimal()) + value
    return known
