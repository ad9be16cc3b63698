"""What surrounds the objectives: the resolution, its guiding principles, partners, neighbouring mechanisms."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.compact.wording import Title, Wording


@dataclass(frozen=True)
class Instrument:
    """The resolution that holds the Compact; it is not legally binding."""

    symbol: str
    adopted: str
    endorsed: str
    legally_binding: bool
    objective_count: int
    action_count: int
    titles: Wording = field(compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The name of the Compact."""
        return self.titles.title(language)


@dataclass(frozen=True)
class Principle:
    """One of the guiding principles; `question` is our own test of it, in English."""

    code: str
    letter: str = field(compare=False)
    ref: str = field(compare=False)
    question: str = field(compare=False)
    titles: Wording = field(compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The principle's name."""
        return self.titles.title(language)


@dataclass(frozen=True)
class StakeholderType:
    """A kind of partner: named in paragraph 44, or added by us (`extension`), with the `basis` for it."""

    code: str
    extension: bool = field(compare=False)
    basis: str = field(compare=False)
    titles: Wording = field(compare=False, repr=False)

    def title(self, language: str) -> Title:
        """What this kind of partner is called."""
        return self.titles.title(language)


@dataclass(frozen=True)
class Mechanism:
    """Another review that work for the Compact can be told to; the name is in English."""

    code: str
    name: str = field(compare=False)
    objectives: tuple[int, ...] = field(compare=False)
