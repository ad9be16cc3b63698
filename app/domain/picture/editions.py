"""An edition: a picture as a report is made of it: in which order, and beside which earlier picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.shared import Picture


class Arranged(StrEnum):
    """What the chapters of a report are ordered by; the facts in them are the same."""

    OBJECTIVES = "objectives"
    ROUND_TABLES = "round-tables"
    """The four round tables of the review forum, each with its objectives."""
    REGIONS = "regions"
    """The regional reviews that the contributors' countries belong to, and then the objectives."""


@dataclass(frozen=True)
class Edition:
    """One picture, how it is arranged, and the picture of the period before, if anything is known of that."""

    picture: Picture
    arranged: Arranged = Arranged.OBJECTIVES
    before: Picture | None = None
    asked: tuple[str, ...] = ()
    """Indicators that calls of the coordinator ask for in this period."""

    @property
    def is_held(self) -> bool:
        """Whether the entries of both pictures are in memory."""
        return self.picture.is_held and (self.before is None or self.before.is_held)

    @classmethod
    def of(cls, shown: Picture | Edition) -> Edition:
        """The edition itself, or the plain one of a picture."""
        return shown if isinstance(shown, Edition) else cls(shown)
