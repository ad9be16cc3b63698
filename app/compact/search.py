"""Finding objectives by everyday words, in any language of the pack, whatever the language of the window."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from app.compact import search_index
from app.compact.objective import Objective
from app.compact.pack import Pack
from app.compact.search_index import Index
from app.folding import fold, words
from app.stems import is_filler, stem

_NUMBER = re.compile(
    r"(?:gcm|objective|objectif|objetivo|goal|(?:ال)?هدف|цель|目标)?(?:\s*n[o°º]?)?[\s#.:_-]*0*(\d{1,2})\s*(?:\(?\s*[a-z]\s*\)?)?"
)
_TYPED_WORD = re.compile("[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]+")
_CLOSE_ENOUGH = 80  # of 100; under this a likeness is more often chance than a slip of the finger
_WHOLE_PHRASE = 1.6
_BEST, _ALSO, _NOISE = 0.3, 0.12, 1.6  # parts of the top score; and the score under which nothing was meant
_CERTAIN = 100.0


@dataclass(frozen=True)
class Match:
    """An objective that the words may mean. `matched` are the typed words that led to it.

    `strength` is best or also ("you may also mean"); scores compare within one search only.
    """

    objective: Objective
    score: float
    matched: tuple[str, ...]
    strength: Literal["best", "also"]


def prepare(pack: Pack) -> None:
    """Turn the pack's words around now, so that the first search is as quick as the next."""
    search_index.of(pack)


def find(typed: str, *, pack: Pack, limit: int = 10) -> tuple[Match, ...]:
    """The objectives that these words may mean, most likely first; a number finds its objective alone.

    Forgives typing errors, but a word spelt as in the pack always counts more. Empty if nothing fits.
    """
    if numbered := _by_number(typed, pack):
        return (numbered,)
    scores, matched = _scores(typed, search_index.of(pack))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
    top = ranked[0][1] if ranked else 0.0
    if top < _NOISE:
        return ()
    return tuple(
        Match(pack.objective(number), score, tuple(matched[number]), "best" if score >= _BEST * top else "also")
        for number, score in ranked
        if score >= _ALSO * top
    )


def _by_number(typed: str, pack: Pack) -> Match | None:
    found = _NUMBER.fullmatch(fold(typed).strip())
    objective = pack.objective(int(found[1])) if found else None
    return Match(objective, _CERTAIN, (typed.strip(),), "best") if objective and objective.known else None


def _scores(typed: str, index: Index) -> tuple[dict[int, float], dict[int, dict[str, None]]]:
    """Per objective its score and the typed words behind it."""
    gains: dict[int, float] = defaultdict(float)
    hits: dict[int, int] = defaultdict(int)
    matched: dict[int, dict[str, None]] = defaultdict(dict)
    tokens = _tokens(typed)
    for token, written in tokens.items():
        for number, gain in _gain(token, index).items():
            gains[number] += gain
            hits[number] += 1
            matched[number][written] = None
    for number, gain in _whole_phrases(typed, frozenset(tokens), index).items():
        gains[number] += gain
    return {number: gain * (0.5 + 0.5 * hits[number] / len(tokens)) for number, gain in gains.items()}, matched


def _tokens(typed: str) -> dict[str, str]:
    """Stem -> word as it was typed; fillers are left out."""
    pairs = [(part, written) for written in _TYPED_WORD.findall(typed) for part in words(written)]
    return {stem(part): written for part, written in pairs if not is_filler(part)}


def _gain(token: str, index: Index) -> dict[int, float]:
    """What one word adds to each objective: most if it is known, less if it only begins or looks like a known one."""
    if token in index.weights:
        return {number: weight * index.rarity[token] for number, weight in index.weights[token].items()}
    gains: dict[int, float] = {}
    for known, likeness in _alike(token, index).items():
        for number, weight in index.weights[known].items():
            gains[number] = max(gains.get(number, 0.0), weight * index.rarity[known] * likeness)
    return gains


def _alike(token: str, index: Index) -> dict[str, float]:
    if search_index.is_ideographic(token) or len(token) < 3:
        return {}
    alike = dict.fromkeys(index.beginning_with(token), 0.7)
    if len(token) > 3:
        near = process.extract(token, index.vocabulary, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH, limit=5)
        for known, likeness, _at in near:
            alike[known] = max(alike.get(known, 0.0), 0.8 * (likeness / 100) ** 2)
    return alike


def _whole_phrases(typed: str, tokens: frozenset[str], index: Index) -> Mapping[int, float]:
    """What keywords of several words add when all of their words were typed: the best one per objective."""
    gains: dict[int, float] = defaultdict(float)
    for phrase in (phrase for token in tokens for phrase in index.phrases.get(token, ())):
        if phrase.stems <= tokens:
            gain = _WHOLE_PHRASE * sum(index.rarity[each] for each in phrase.stems)
            gains[phrase.objective] = max(gains[phrase.objective], gain)
    if search_index.is_ideographic(typed):
        run = fold(typed).replace(" ", "")
        for phrase in index.ideographs:
            if phrase.ideographs in run:
                gain = _WHOLE_PHRASE * 1.5 * len(phrase.ideographs)
                gains[phrase.objective] = max(gains[phrase.objective], gain)
    return gains
