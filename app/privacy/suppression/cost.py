"""What protection costs: how many numbers there are, and how many of them are withheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.terms import Count


@dataclass(frozen=True)
class Cost:
    """How many numbers stand in what is published, and how many of them are withheld.

    How many people those are is not said: that number would be one more to subtract from.
    """

    numbers: int = 0
    withheld: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.numbers + other.numbers, self.withheld + other.withheld)


def cost_of(counts: Iterable[Count]) -> Cost:
    """The cost of these counts; what nobody asked is no number."""
    asked = [count for count in counts if not count.not_asked]
    return Cost(len(asked), sum(count.withheld for count in asked))
