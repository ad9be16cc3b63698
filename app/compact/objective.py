"""One objective of the Compact: its official titles and our plain words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.compact.wording import Title, Wording, said, spoken
from app.i18n import MADE_UP, N_, translation

_UNKNOWN_NAME = N_("Objective {number}")
_UNKNOWN_PLAIN = N_("Objective {number} is not in the reference data of this program (version {version}).")


@dataclass(frozen=True)
class Action:
    """A lettered action under an objective. The label is a memory aid, never the official text."""

    ref: str
    letter: str = field(compare=False)
    label: str = field(compare=False)
    """In English; `title` tells it in another language."""
    labels: Wording = field(default=Wording(), compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The label in this language; where the pack has none, the English one, marked as English."""
        return self.labels.title(language)


@dataclass(frozen=True)
class SdgTarget:
    """A target of the 2030 Agenda; `link` is direct where it is widely named as tied to migration, else supporting."""

    target: str
    link: str


@dataclass(frozen=True)
class LocalIndicator:
    """A number that a local actor could keep; never to be called an official Compact indicator."""

    code: str
    label: str = field(compare=False)
    unit: str = field(compare=False)
    labels: Wording = field(default=Wording(), compare=False, repr=False)


@dataclass(frozen=True, order=True)
class Objective:
    """One of the objectives; equal to another when the code is equal, whatever pack it came from.

    `known` is False for a number that this pack does not have: such an objective shows its number
    and says so. `local_reach` (often, sometimes, rarely) is for sorting only, never for hiding.
    """

    code: str
    number: int = field(compare=False)
    paragraph: int = field(default=0, compare=False)
    known: bool = field(default=True, compare=False)
    pack_version: str = field(default="", compare=False)
    actions: tuple[Action, ...] = field(default=(), compare=False)
    sdg_targets: tuple[SdgTarget, ...] = field(default=(), compare=False)
    round_table: int | None = field(default=None, compare=False)
    mechanisms: tuple[str, ...] = field(default=(), compare=False)
    acts: tuple[int, ...] = field(default=(), compare=False)
    governance_dimensions: tuple[str, ...] = field(default=(), compare=False)
    network_groups: tuple[str, ...] = field(default=(), compare=False)
    local_reach: str = field(default="", compare=False)
    local_indicators: tuple[LocalIndicator, ...] = field(default=(), compare=False)
    titles: Wording = field(default=Wording(), compare=False, repr=False)
    short_labels: Wording = field(default=Wording(), compare=False, repr=False)
    names: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    plains: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    example_lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    keyword_lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The title of the resolution; show it as official only if `.official`."""
        return self.titles.title(language) if self.known else Title(self.name(language), "working", language)

    def short_label(self, language: str) -> Title:
        """The title in short, for headings of tables."""
        return self.short_labels.title(language) if self.known else Title(self.name(language), "working", language)

    def name(self, language: str) -> str:
        """Our name of one or two words, as on tiles and chips; of one that is gone the name that an older pack has."""
        return said(self.names, language) if self.names else self._unknown(_UNKNOWN_NAME, language)

    def plain(self, language: str) -> str:
        """What it is about, in one plain sentence of ours."""
        return said(self.plains, language) if self.known else self._unknown(_UNKNOWN_PLAIN, language)

    def examples(self, language: str) -> tuple[str, ...]:
        """How "your work fits here if you ..." goes on; three to five for a known objective."""
        examples = self.example_lists.get(spoken(self.example_lists, language), ())
        return tuple(translation(MADE_UP).gettext(text) for text in examples) if language == MADE_UP else examples

    def keywords(self, language: str) -> tuple[str, ...]:
        """Everyday words that lead here."""
        return self.keyword_lists.get(spoken(self.keyword_lists, language), ())

    def action(self, ref: str) -> Action | None:
        """The action such as 15(c); None if this pack has no such action."""
        return next((action for action in self.actions if action.ref == ref), None)

    def _unknown(self, template: str, language: str) -> str:
        return translation(language).gettext(template).format(number=self.number, version=self.pack_version)


def code_of(number: int) -> str:
    """GCM-07 for 7; the same for numbers that no pack knows."""
    return f"GCM-{number:02}"
