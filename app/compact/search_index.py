"""The words of a pack turned around: from the stem of a word, in any language, to the objectives it speaks of."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.compact.objective import Objective
from app.compact.pack import Pack
from app.folding import fold, words
from app.stems import is_filler, stem

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
    """The index of this pack, built once (tens of milliseconds; `search.prepare` does it ahead of the first search)."""
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    phrases: list[Phrase] = []
    for objective in pack.objectives:
        for text, weight in _texts(objective, pack.languages):
            stems = stems_of(text)
            _weigh(weights, stems, objective.number, weight)
            if weight >= _KEYWORD and (len(stems) > 1 or is_ideographic(text)):
                written = fold(text) if is_ideographic(text) else ""
                phrases.append(Phrase(frozenset(stems), written, objective.number))
    return Index(
        weights=weights,
        rarity={each: math.log((len(pack.objectives) + 1) / len(found)) for each, found in weights.items()},
        vocabulary=tuple(sorted(weights)),
        phrases=_by_one_stem(phrases),
        ideographs=tuple(phrase for phrase in phrases if phrase.ideographs),
    )


def _weigh(weights: dict[str, dict[int, float]], stems: tuple[str, ...], number: int, weight: float) -> None:
    """Note a text's stems; a word of a long keyword tells less than a keyword of its own."""
    each_weight = weight / math.sqrt(len(stems)) if weight >= _KEYWORD else weight
    for each in stems:
        known = weights[each]
        if each_weight > known.get(number, 0.0):
            known[number] = each_weight


def _by_one_stem(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        if not phrase.ideographs:
            found[min(phrase.stems)].append(phrase)
    return {each: tuple(alike) for each, alike in found.items()}


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text in order, each once, without fillers."""
    return tuple(dict.fromkeys(stem(word) for word in words(text) if not is_filler(word)))


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
