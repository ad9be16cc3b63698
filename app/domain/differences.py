"""What differs between two texts, word by word, in any script: pure, bounded, and never a judgement.

A word is a run of letters, marks and digits; where a script writes no spaces (Chinese, Japanese) every sign is a
word of its own. What lies between two changed words and is only space belongs to the change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

MOST_WORDS = 6_000
"""Longer texts together are not compared word by word: the changed middle is told as one piece."""
_IDEOGRAPHS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_ENDS = frozenset(".!?\u061f\u3002\uff01\uff1f")
_Change = tuple[int, int, int, int]


class Part(Enum):
    """How a piece of text stands in the comparison."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Some text that stands the same way throughout."""

    text: str
    part: Part = Part.SAME


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one row of pieces: without the added ones it reads `before`, without the removed ones `after`."""
    old, new = words(before), words(after)
    pieces: list[Piece] = []
    place = 0
    for start, end, into, until in _changes(old, new):
        pieces += _piece(old[place:start], Part.SAME)
        pieces += _piece(old[start:end], Part.REMOVED)
        pieces += _piece(new[into:until], Part.ADDED)
        place = end
    return (*pieces, *_piece(old[place:], Part.SAME))


def sides(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Each of two texts by itself, with the pieces that the other does not have told as added."""
    pieces = differences(one, other)
    left = tuple(Piece(found.text, Part.ADDED) if found.part is Part.REMOVED else found for found in pieces)
    return (
        tuple(shown for shown, found in zip(left, pieces, strict=True) if found.part is not Part.ADDED),
        tuple(found for found in pieces if found.part is not Part.REMOVED),
    )


def words(text: str) -> list[str]:
    """The text cut into words, runs of space, and single signs; joined again they are the text."""
    found: list[str] = []
    last = ""
    for sign in text:
        kind = _kind(sign)
        if kind and kind == last:
            found[-1] += sign
        else:
            found.append(sign)
        last = kind
    return found


def _kind(sign: str) -> str:
    """What a sign joins itself to; "" for one that stands alone."""
    if sign.isspace():
        return "space"
    if any(first <= sign <= last for first, last in _IDEOGRAPHS):
        return ""
    return "word" if unicodedata.category(sign)[0] in "LMN" or sign in "_'\u2019\u200c\u200d" else ""


def _changes(old: Sequence[str], new: Sequence[str]) -> list[_Change]:
    """Places where the two differ: from where to where in each."""
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - first
    ends = zip(reversed(old), reversed(new), strict=False)
    last = min(next((n for n, (a, b) in enumerate(ends) if a != b), most), most)
    middle, other = old[first : len(old) - last], new[first : len(new) - last]
    if not middle and not other:
        return []
    if len(middle) + len(other) > MOST_WORDS:
        return [(first, len(old) - last, first, len(new) - last)]
    codes = SequenceMatcher(None, middle, other, autojunk=False).get_opcodes()
    found = [(a + first, b + first, c + first, d + first) for tag, a, b, c, d in codes if tag != "equal"]
    return _joined([_slid(change, old, new) for change in found], old)


def _slid(change: _Change, old: Sequence[str], new: Sequence[str]) -> _Change:
    """A sentence put in or taken out, told with the sign that ends it rather than with the one before it."""
    start, end, into, until = change
    if start == end and until < len(new) and new[into] == new[until] and new[into] in _ENDS:
        return start + 1, end + 1, into + 1, until + 1
    if into == until and end < len(old) and old[start] == old[end] and old[start] in _ENDS:
        return start + 1, end + 1, into + 1, until + 1
    return change


def _joined(found: Sequence[_Change], old: Sequence[str]) -> list[_Change]:
    """Neighbours with nothing but space between them as one change."""
    joined: list[_Change] = []
    for change in found:
        if joined and "".join(old[joined[-1][1] : change[0]]).isspace():
            start, _end, into, _until = joined.pop()
            joined.append((start, change[1], into, change[3]))
        else:
            joined.append(change)
    return joined


def _piece(found: Sequence[str], part: Part) -> list[Piece]:
    return [Piece("".join(found), part)] if found else []
