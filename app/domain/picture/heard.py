"""Heard: what people told in words, the same words that one organisation heard several times once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.domain.shared import Picture, SharedFeedback, Told
from app.domain.terms import When


@dataclass(frozen=True)
class Voice:
    """Words of one kind that one organisation heard, from one person or from several."""

    words: str
    type: str
    """A code of `feedback_types`."""
    own_words: bool
    """Whether they are the speaker's own; else they were put in other words."""
    language: str
    told: tuple[Told, ...]

    @property
    def objectives(self) -> tuple[int, ...]:
        """What they are about, in order."""
        return tuple(sorted({number for one in self._entries for number in one.topics}))

    @property
    def months(self) -> tuple[When, ...]:
        """When they were heard, in order, where that is told."""
        return tuple(sorted({one.month for one in self._entries if one.month}))

    @property
    def _entries(self) -> list[SharedFeedback]:
        return [one.entry for one in self.told if isinstance(one.entry, SharedFeedback)]


def voices(picture: Picture) -> Iterator[Voice]:
    """Every voice that the readers of the picture may read, by organisation, in the order in which it was told."""
    for _owner, own in groupby(picture.voices, key=lambda one: one.organisation.id):
        same: dict[tuple[str, str], list[Told]] = {}
        for told in own:
            if isinstance(told.entry, SharedFeedback):
                same.setdefault((told.entry.own_words or told.entry.paraphrase, told.entry.type), []).append(told)
        yield from (_voice(words, kind, found) for (words, kind), found in same.items())


def _voice(words: str, kind: str, found: list[Told]) -> Voice:
    first = found[0].entry
    assert isinstance(first, SharedFeedback)
    return Voice(words, kind, bool(first.own_words), first.language, tuple(found))
