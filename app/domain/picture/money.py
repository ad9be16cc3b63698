"""Money: what organisations told of it, by currency and kind of source, and of those by objective.

Currencies are never added to each other.

Every number is a sum of printed ones. What an organisation withheld is in none of them, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.shared import Funds, Picture, ResourcesOfObjective, ResourcesTotal, Told

__all__ = ["Funds", "behind", "by_objective", "funds"]


def funds(picture: Picture) -> tuple[Funds, ...]:
    """Every currency and kind of source, in their order; nothing where nobody told of money."""
    return picture.sums.funds


def by_objective(picture: Picture) -> tuple[Funds, ...]:
    """Every objective, currency and kind of source of which an organisation told any; last what names no objective.

    A piece of work stands under the objective that it names first. These are parts of what `funds` tells, and less:
    organisations whose pieces of work are few under one objective tell of them in their totals alone.
    """
    return picture.sums.funds_by_objective


def behind(picture: Picture, currency: str, source_type: str, objective: int | None = None) -> Iterator[Told]:
    """The entries that a sum of `funds` is made of; with an objective (0: none is named) one of `by_objective`."""
    for told in picture.further:
        entry = told.entry
        if not isinstance(entry, ResourcesTotal if objective is None else ResourcesOfObjective):
            continue
        about = next(iter(getattr(entry, "objectives", ())), 0)
        if (entry.currency, entry.source_type) == (currency, source_type) and objective in (None, about):
            yield told
