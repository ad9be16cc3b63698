"""Words as they sound: one form for a name in whatever script and spelling it stands; for comparing, never shown.

Mohamed, Mohammed, محمد and Мохаммед are all `mhmd`: consonants alone, as Arabic writes them, and one letter for those
that languages write in several ways. Chinese becomes pinyin without its vowels, as one word for each run.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from anyascii import anyascii

from app.folding import bare, fold

_LATIN = "latin"
_RANGES = (
    (0x0000, 0x024F, _LATIN),
    (0x0400, 0x052F, "cyrillic"),
    (0x0600, 0x08FF, "arabic"),
    (0x2E80, 0x9FFF, "han"),
)
SHORTEST = 3
"""Fewer consonants are shared by too many words."""
_WORD = re.compile(r"[^\W_]+")
_ONE_LETTER = (
    *(("sch", "sh"), ("tch", "sh"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dj", "j"), ("ch", "sh"), ("zh", "j")),
    *(("th", "t"), ("dh", "d"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("p", "b"), ("v", "f")),
)
_SOFT = re.compile(r"c(?=[eiy])")
_SILENT = re.compile(r"[aeiouyw']")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """One folded word as it sounds; "" for a word that is all vowels."""
    plain = _SOFT.sub("s", re.sub(r"[^a-z0-9]", "", anyascii(bare(word)).lower()))
    if plain.isdigit():
        return plain
    for written, letter in _ONE_LETTER:
        plain = plain.replace(written, letter)
    plain = plain.replace("c", "k").removesuffix("h")
    return _TWICE.sub(r"\1", _SILENT.sub("", plain))


def sounds(text: str, shortest: int = SHORTEST) -> tuple[str, ...]:
    """The words of a text as they sound, in order, those that tell something by themselves."""
    return sounded(fold(text), shortest)


def sounded(folded: str, shortest: int = SHORTEST) -> tuple[str, ...]:
    """The same of a text that is folded already."""
    return tuple(found for word in _WORD.findall(folded) if len(found := sound(word)) >= shortest)


def script(text: str) -> str:
    """A word for the script a text is mostly written in: what cannot be compared letter by letter."""
    if text.isascii():
        return _LATIN
    counts = Counter(_script_of(letter) for letter in text if letter.isalpha())
    return max(sorted(counts), key=counts.__getitem__, default="")


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    point = ord(letter)
    return next((name for first, last, name in _RANGES if first <= point <= last), "other")
