"""Reach: people reached, as a range."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reach:
    """People reached, as a range: at least `low` if everybody came to everything, at most `high` if nobody came twice.

    None: nobody counted, or all of it is withheld. `withheld` counts the numbers that are not in it; with one of them
    there is no `high`, because nobody may know how far up it goes.
    """

    low: int | None
    high: int | None
    method: str
    """A code of `reach_method`, `mixed`, or "" when nothing was counted."""
    withheld: int = 0
