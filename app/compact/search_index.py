"""The words of a pack turned around: from the stem of a word, in any language, to the objectives it speaks of."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.compact.objective import Objective
from app.compact.pack import Pack
from app.compact.stems import is_filler, stem
from app.folding import fold, words

# How much a word counts by where it stands. Keywords and names are what people say; titles are what they rarely say.
_NAME, _KEYWORD, _EXAMPLE, _PLAIN, _TITLE, _ACTION = 4.0, 3.0, 1.4, 1.2, 1.2, 1.0
_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Phrase:
    """A keyword of more than one word, or of ideographs, which counts extra when it was typed whole."""

    stems: frozenset[str]
    ideographs: str
    objective: int


@dataclass(frozen=True)
class Index:
    """Stem -> objective -> weight, how rare each stem is, and the phrases by one of their stems."""

    weights: Mapping[str, Mapping[int, float]]
    rarity: Mapping[str, float]
    vocabulary: tuple[str, ...]
    phrases: Mapping[str, tuple[Phrase, ...]]
    ideographs: tuple[Phrase, ...]

    def beginning_with(self, start: str, *, at_most: int = 12) -> tuple[str, ...]:
        """Stems that begin so, shortest first."""
        at = bisect_left(self.vocabulary, start)
        found: list[str] = []
        while at < len(self.vocabulary) and self.vocabulary[at].startswith(start):
            found.append(self.vocabulary[at])
            at += 1
        return tuple(sorted(found, key=len)[:at_most])


@lru_cache(maxsize=4)
def of(pack: Pack) -> Index:
    """The index of this pack, built once."""
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    phrases: dict[str, set[Phrase]] = defaultdict(set)
    ideographs: set[Phrase] = set()
    for objective in pack.objectives:
        for text, weight in _texts(objective, pack.languages):
            stems = stems_of(text)
            for each in stems:
                known = weights[each].get(objective.number, 0.0)
                weights[each][objective.number] = max(known, weight / math.sqrt(len(stems)) if weight > 2 else weight)
            if weight < _KEYWORD:
                continue
            phrase = Phrase(frozenset(stems), fold(text) if is_ideographic(text) else "", objective.number)
            if phrase.ideographs:
                ideographs.add(phrase)
            elif len(phrase.stems) > 1:
                phrases[min(phrase.stems)].add(phrase)
    count = len(pack.objectives) + 1
    return Index(
        weights=weights,
        rarity={each: math.log(count / len(found)) for each, found in weights.items()},
        vocabulary=tuple(sorted(weights)),
        phrases={each: tuple(found) for each, found in phrases.items()},
        ideographs=tuple(ideographs),
    )


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text in order, each once, without fillers (unless there is nothing else)."""
    found = words(text)
    telling = [word for word in found if not is_filler(word)] or found
    return tuple(dict.fromkeys(stem(word) for word in telling))


def is_ideographic(text: str) -> bool:
    """Whether the text is written without spaces between words."""
    return bool(_IDEOGRAPH.search(text))


def _texts(objective: Objective, languages: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    for language in languages:
        yield objective.names.get(language, ""), _NAME
        yield from ((keyword, _KEYWORD) for keyword in objective.keyword_lists.get(language, ()))
        yield from ((example, _EXAMPLE) for example in objective.example_lists.get(language, ()))
        yield objective.plains.get(language, ""), _PLAIN
        yield objective.titles.texts.get(language, ""), _TITLE
        yield objective.short_labels.texts.get(language, ""), _TITLE
    yield from ((action.label, _ACTION) for action in objective.actions)
