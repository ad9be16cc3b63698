"""Clusters: letters with all that belongs to them, and where a line may end in scripts that have no spaces.

Thai, Lao, Khmer and Burmese write words without a space between them. Which letters are a word only a dictionary
knows; a line ends between two syllables as they are written, which never parts a vowel, a mark or a letter below.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSPACED = re.compile("[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\ua9e0-\ua9fe\uaa60-\uaa7f]")
_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
"""Vowels that are written before their letter."""
_AFTER = "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u17d7"
"""Vowels and signs that are written after theirs."""
_BOUND_BEFORE, _BOUND_AFTER = re.compile(f"[{_BEFORE}\u200d\u2060]"), re.compile(f"[{_AFTER}\u2060]")
_CLOSING = re.compile("[\u1000-\u102a\u103f\u104e\u1050-\u1055][\u1037\u1038]?[\u1039\u103a]")
"""A letter that closes a syllable of Burmese."""
_CLOSED, _VIRAMA = "\u103a", 9
_JOINERS = "\u200c\u200d"


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script without spaces."""
    return _UNSPACED.search(text) is not None


def starts(text: str) -> list[int]:
    """Where the clusters of a text begin."""
    return [at for at in range(len(text)) if not at or not _is_within(text, at)]


@lru_cache(maxsize=1024)
def places(text: str) -> tuple[int, ...]:
    """Where a line may end inside a stretch without spaces: between syllables, never beside a mark or number."""
    return tuple(at for at in starts(text)[1:] if _parts(text, at))


def _is_within(text: str, at: int) -> bool:
    """Whether the character at a place belongs to the cluster before it."""
    before, own = text[at - 1], text[at]
    if unicodedata.category(own)[0] == "M" or own in _JOINERS:
        return True
    stacks = unicodedata.combining(before) == _VIRAMA and before != _CLOSED and unicodedata.category(own) == "Lo"
    bound = _BOUND_BEFORE.match(before) or _BOUND_AFTER.match(own)
    return bool(stacks or bound or _CLOSING.match(text, at))


def _parts(text: str, at: int) -> bool:
    """Whether the letters on both sides are of such a script."""
    before = next((one for one in reversed(text[:at]) if unicodedata.category(one)[0] != "M"), "")
    return bool(_UNSPACED.match(text, at)) and is_unspaced(before) and not text[at].isdigit() and not before.isdigit()
