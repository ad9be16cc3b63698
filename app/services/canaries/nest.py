"""The nest: makes words that nobody writes, and remembers where each of them was planted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from app.domain.drafts import Draft
from app.domain.filling import Plain, filled
from app.domain.records import Record, Shape, rules
from app.services.opening.workspace import Workspace
from app.services.records import recording

WORDS = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.NAMES})
"""The shapes that hold words of somebody's own."""
_BELONGS_ELSEWHERE = frozenset({"joint_id", "slip", "seen", "by", "language", "period", "currency", "code"})
"""Texts with a form of their own, where a planted word would be refused."""


@dataclass(frozen=True)
class Canary:
    """One planted word and where it sits."""

    word: str
    kind: str
    place: str
    """The field, or what else holds it."""


@dataclass
class Nest:
    """Makes words that nobody writes, and remembers where each of them was planted."""

    chance: Random
    planted: list[Canary] = field(default_factory=list)

    def word(self, kind: str, place: str) -> str:
        """A fresh word of ten letters for this place."""
        letters = (self.chance.choice("bdfgklmnprtvz") + self.chance.choice("aeiou") for _ in range(4))
        made = Canary("zq" + "".join(letters), kind, place)
        self.planted.append(made)
        return made.word

    def texts(self, record_class: type[Record], *, without: Iterable[str] = ()) -> dict[str, Plain]:
        """A canary for each field of words that a kind has."""
        names = [one.name for one in rules(record_class) if one.shape in WORDS]
        wanted = [name for name in names if name not in {*without, *_BELONGS_ELSEWHERE}]
        return {name: self.word(record_class.KIND, name) for name in wanted}


def save(workspace: Workspace, record_class: type[Record], values: Mapping[str, Plain]) -> str:
    """Save a record with these values; its id."""
    draft: Draft[Record] = filled(recording.new(workspace, record_class), values)
    recording.save(workspace, draft)
    return draft.record.id


def table(planted: Iterable[Canary]) -> str:
    """The list of what was planted: word, kind and place, one a line with tabs between."""
    return "".join(_lines(planted))


def _lines(planted: Iterable[Canary]) -> Iterator[str]:
    yield "word\tkind\tplace\n"
    for one in planted:
        yield f"{one.word}\t{one.kind}\t{one.place}\n"
