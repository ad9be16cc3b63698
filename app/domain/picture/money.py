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


def behind(picture: Picture, one: Funds, *, parted: bool) -> Iterator[Told]:
    """The entries that a sum is made of; `parted` ones are those of `by_objective`."""
    about = (one.objective,) if one.objective else ()
    return (
        told
        for told in picture.further
        if isinstance(told.entry, ResourcesOfObjective if parted else ResourcesTotal)
        and (told.entry.currency, told.entry.source_type) == (one.currency, one.source_type)
        and getattr(told.entry, "objectives", about) == about
    )
