"""A passage: under which conditions records cross the border."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.shared import Audience
from app.domain.terms import Count
from app.places import Gazetteer
from app.privacy.suppression import rounded


@dataclass(frozen=True)
class Passage:
    """For whom records cross, how small a group may be told, what people decided about them."""

    audience: Audience
    pseudonym: Callable[[str], str]
    """From a record's own id to the one this recipient sees."""
    gazetteer: Gazetteer
    threshold: int = 0
    """The k that the organisation or the call asks for; the audience's holds where it is higher."""
    held_back: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(record id, field) pairs that a person decided to keep."""
    released: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(record id, field) pairs that a person read and let go, where the rule asks for that."""
    signed: frozenset[str] = field(default_factory=frozenset)
    """Records that somebody approved as they are now."""
    crossing: frozenset[str] = field(default_factory=frozenset)
    """Records that leave by this passage: only they may be pointed at."""
    unnamed: frozenset[str] = field(default_factory=frozenset)
    """Names of partners that did not agree to be named, without regard to case."""
    withdrawn: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(pseudonym, scope) pairs that were taken back from this recipient: they never cross again."""

    @property
    def smallest(self) -> int:
        """k: an organisation or a call may raise it, nobody can lower it."""
        return max(self.threshold, self.audience.smallest)

    def told(self, count: Count) -> Count:
        """The protected number as this audience reads it: the public in fives."""
        return rounded(count) if self.audience is Audience.PUBLIC else count

    def may_name(self, name: str) -> bool:
        """Whether this organisation may be named: no partner of that name refused, or was not asked."""
        return name.strip().casefold() not in self.unnamed
