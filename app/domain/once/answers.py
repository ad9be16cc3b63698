"""What a coordinator answered about two entries: the same activity, or not; the newest answer about a pair holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.shared import Identity

Pair = tuple[Identity, Identity]
"""Two entries, the smaller identity first, so that a pair has one name in whatever order it is asked about."""


class Answer(StrEnum):
    """An answer; its value is kept."""

    SAME = "same"
    NOT_SAME = "not-same"
    OPEN = "open"
    """An earlier answer was taken back: the pair may be proposed again."""


@dataclass(frozen=True)
class Answers:
    """The answers that hold, by pair."""

    given: Mapping[Pair, Answer] = field(default_factory=dict)

    def of(self, one: Identity, other: Identity) -> Answer:
        """What was answered about two entries."""
        return self.given.get(pair(one, other), Answer.OPEN)

    def about(self, answer: Answer) -> Iterable[Pair]:
        """The pairs with this answer, in an order that depends on them alone."""
        return sorted(found for found, given in self.given.items() if given is answer)

    def answered(self) -> dict[str, frozenset[str]]:
        """By organisation, its entries that somebody answered about, whatever the answer."""
        found: dict[str, set[str]] = {}
        for owner, entry in (side for both in self.given for side in both):
            found.setdefault(owner, set()).add(entry)
        return {owner: frozenset(told) for owner, told in found.items()}


def pair(one: Identity, other: Identity) -> Pair:
    """Two entries as a pair."""
    return (one, other) if one <= other else (other, one)
