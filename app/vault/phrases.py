"""Phrases: passphrases of seven words that nobody could guess, in the language of whoever will type them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from app import paths
from app.vault import recovery

COUNT = 7
FEWEST_BITS = 77


@dataclass(frozen=True)
class Phrase:
    """A passphrase, the words as they help to remember it, and how many doublings of guesses it takes."""

    typed: str = field(repr=False)
    shown: str = field(repr=False)
    """The same words; Chinese ones with their signs, because only their Pinyin is typed."""
    bits: int


def suggest(language: str, random: Callable[[int], bytes]) -> Phrase:
    """A new phrase from `random(count)`; English words where a language has no list."""
    listed = _listed(language) or _listed("en")
    size = 1 << int(math.log2(len(listed)))
    """A power of two: every word is then exactly as likely as any other."""
    chosen = [listed[int.from_bytes(random(4), "big") % size] for _word in range(COUNT)]
    bits = int(math.log2(size) * COUNT)
    return Phrase(" ".join(typed for typed, _sign in chosen), " ".join(map(_told, chosen)), bits)


def _told(word: tuple[str, str]) -> str:
    typed, sign = word
    return f"{typed} {sign}".strip()


@lru_cache(maxsize=8)
def _listed(language: str) -> tuple[tuple[str, str], ...]:
    """Each word as it is typed, and the signs that say which word it is."""
    path = paths.resources() / "phrases" / f"{language}.txt"
    if not path.is_file():
        return tuple((word, "") for word in recovery.listed(language))
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple((typed, sign) for typed, _space, sign in (line.partition(" ") for line in lines))
