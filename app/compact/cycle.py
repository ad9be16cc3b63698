"""The review cycle: which reviews come when, and what the round tables of the forum are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.compact.wording import Title, Wording


@dataclass(frozen=True)
class ReviewRule:
    """How often one kind of review comes; `every_years` is None for reviews without a rhythm."""

    code: str
    name: str
    every_years: int | None
    first_year: int | None


@dataclass(frozen=True)
class ReviewEvent:
    """One review. `start` and `end` are ISO days, empty where only the year is known; `status` as for titles."""

    code: str
    kind: str
    year: int
    status: str
    region: str = ""
    start: str = ""
    end: str = ""
    symbol: str = ""
    note: str = ""

    @property
    def certain(self) -> bool:
        """Whether the dates were read in a source; others are shown with a mark."""
        return self.status == "V"


@dataclass(frozen=True)
class RoundTable:
    """One of the four round tables of the forum and the objectives it covers; the theme is in our words."""

    number: int
    objectives: tuple[int, ...]
    theme: str
    """In English; `title` tells it in another language."""
    themes: Wording = field(default=Wording(), compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The theme in this language; where the pack has none, the English one, marked as English."""
        return self.themes.title(language)


@dataclass(frozen=True)
class ReviewCycle:
    """Everything known of the cycle. `note` says what a person must check before trusting the calendar."""

    basis: str
    note: str
    rules: tuple[ReviewRule, ...]
    events: tuple[ReviewEvent, ...]
    round_tables: tuple[RoundTable, ...]

    def round_table(self, number: int) -> RoundTable | None:
        """The round table with this number; None for one that this pack does not know."""
        return next((table for table in self.round_tables if table.number == number), None)

    def events_from(self, year: int) -> tuple[ReviewEvent, ...]:
        """The reviews of this year and later, earliest first."""
        later = [event for event in self.events if event.year >= year]
        return tuple(sorted(later, key=lambda event: (event.year, event.start or "9", event.code)))
