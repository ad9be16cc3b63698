"""Levels of usual Arabic text without all the rules: letters, numbers after the first of them, names in Latin letters.

What the rules of UAX #9 come to for such a text, which is nearly all that is written; any other is left to `bidi`.
"""

from __future__ import annotations

import re

_ARABIC, _MARKS = "\u061b\u061f\u0621-\u063a\u0641-\u064a\u0671-\u06d3", "\u064b-\u065f\u0670"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_EUROPEAN, _INDIC = "0-9", "\u0660-\u0669"
_BESIDE_NUMBERS, _BETWEEN_NUMBERS = "%#$\u20ac\u00b0", ".,:/\u060c"
_SIGNS = " ;!?\"'*&=_+\u2013\u2014\u2026\u2022\u00ab\u00bb\u2018\u2019\u201c\u201d\\-"
_NEUTRAL = f"{_BETWEEN_NUMBERS}{_BESIDE_NUMBERS}{_SIGNS}"

_RIGHT = f"[{_ARABIC}][{_MARKS}]*|[{_NEUTRAL}()\\[\\]]|[{_EUROPEAN}{_INDIC}]"
_WITH_NUMBERS = re.compile(f"[{_NEUTRAL}()\\[\\]]*[{_ARABIC}][{_MARKS}]*(?:{_RIGHT})*")
_LETTERS = f"[{_ARABIC}][{_MARKS}]*|[{_NEUTRAL}]|[{_EUROPEAN}]"
_IN_BRACKETS = f"[(\\[][{_NEUTRAL}]*[{_ARABIC}][{_MARKS}]*(?:{_LETTERS})*[)\\]]"
_NUMBER_IN_BRACKETS = f"[{_ARABIC}][{_MARKS}]*[{_NEUTRAL}]*[(\\[][{_EUROPEAN}]+[)\\]]"
_WITH_NAMES = re.compile(
    f"[{_NEUTRAL}]*(?:[{_ARABIC}][{_MARKS}]*|[{_LATIN}])(?:{_NUMBER_IN_BRACKETS}|{_LETTERS}|[{_LATIN}]|{_IN_BRACKETS})*"
)
_NUMBER = re.compile(f"[{_EUROPEAN}{_INDIC}]+(?:[{_BETWEEN_NUMBERS}][{_EUROPEAN}{_INDIC}]+)*")
_ALONE = re.compile(f"[{_EUROPEAN}]+(?:[.,:/][{_EUROPEAN}]+)* ?")
_NAME = f"[{_LATIN}](?:[{_LATIN}{_EUROPEAN}{_NEUTRAL}]*(?:[{_LATIN}]|[{_EUROPEAN}][{_BESIDE_NUMBERS}]*))?"
_NAME_OR_NUMBER = re.compile(f"{_NAME}|{_NUMBER.pattern}")


def usual(text: str) -> bytearray | None:
    """The level of every character where the paragraph runs from right to left; None for what is not usual."""
    if _WITH_NUMBERS.fullmatch(text) or _ALONE.fullmatch(text):
        higher = _NUMBER
    elif _WITH_NAMES.fullmatch(text):
        higher = _NAME_OR_NUMBER
    else:
        return None
    found = bytearray(b"\x01") * len(text)
    for match in higher.finditer(text):
        start, end = match.span()
        found[start:end] = b"\x02" * (end - start)
    return found
