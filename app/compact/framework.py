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
    """One of the guiding principles, with our own test of it as a question."""

    code: str
    letter: str = field(compare=False)
    ref: str = field(compare=False)
    questions: Wording = field(compare=False, repr=False)
    titles: Wording = field(compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The principle's name."""
        return self.titles.title(language)

    def question(self, language: str) -> Title:
        """What to ask oneself; where the pack has it in English only, marked as English."""
        return self.questions.title(language)


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
    """Another review that work for the Compact can be told to."""

    code: str
    name: str = field(compare=False)
    """In English; `title` tells it in another language."""
    objectives: tuple[int, ...] = field(compare=False)
    names: Wording = field(default=Wording(), compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The name in this language; where the pack has none, the English one, marked as English."""
        return self.names.title(language)
