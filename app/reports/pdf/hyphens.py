"""Hyphenation: where a word of a language that divides words may run over the end of a line.

Only words of small letters are divided. Names, codes, addresses and whatever holds a digit stay whole, as do all
words of Arabic and Chinese, which divide none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_PATTERNS = {"en": "en_GB", "fr": "fr", "es": "es", "ru": "ru"}
_WORD = re.compile(r"[^\w@]*([^\W\d_]{6,})[^\w@]*")
_LEAST = 3
"""Letters that stay on either line."""

Points = Callable[[str], tuple[int, ...]]


def divides(language: str) -> bool:
    """Whether words of this language are divided at all."""
    return language in _PATTERNS


@lru_cache(maxsize=8)
def points_of(language: str) -> Points:
    """What tells after which characters a word of this language may be divided; nowhere for other languages."""
    if not divides(language):
        return lambda word: ()
    from pyphen import Pyphen

    dictionary = Pyphen(lang=_PATTERNS[language], left=_LEAST, right=_LEAST)

    @lru_cache(maxsize=8192)
    def points(word: str) -> tuple[int, ...]:
        found = _WORD.fullmatch(word)
        if found is None or not found[1].islower():
            return ()
        return tuple(found.start(1) + place for place in dictionary.positions(found[1]))

    return points
