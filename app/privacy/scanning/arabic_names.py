"""Names in Arabic letters: there are no capitals, so lists count only where the name is no word, or beside a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.folding import fold
from app.privacy.scanning.arabic_words import (
    ADJECTIVES,
    CALLED,
    COMMON,
    INSTITUTIONS,
    KIN,
    LINKS,
    MEETING,
    SURE_TITLES,
    TITLES,
    USUAL,
)
from app.privacy.scanning.name_lists import FAMILY, GIVEN, WORD, marks
from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_WORD = re.compile("[بكلفو]\u0640+|[\u0620-\u064a\u064b-\u0652\u0670\u0671\u067e\u0686\u06a9\u06af\u06cc]+")
_BEFORE = "وفبلك"


def arabic_names(sight: Sight) -> Iterator[Span]:
    """Every stretch of Arabic words that looks like a person's name."""
    words = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(sight.text)]
    at = 0
    while at < len(words):
        if fold(words[at][2]).lstrip("وبفل") in INSTITUTIONS or fold(words[at][2]) in INSTITUTIONS:
            at += 1 + _named_after(words, at, sight.text)
            continue
        length = _length(words, at, sight.text)
        if length:
            start = _title_start(words, at, sight.text)
            yield sight.span(start, words[at + length - 1][1], Kind.NAME)
        at += max(length, 1)


def _length(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """How many words from here are a name; 0 for none."""
    before, word = _near(words, at - 1, text), words[at][2]
    found, rest = _marks(word), _rest(words, at, text)
    if word == "على" or before in INSTITUTIONS:
        return 0
    if before in TITLES or before in CALLED:
        return _called(words, at, text) if found or before not in TITLES - SURE_TITLES or _nisba(fold(word)) else 0
    if _is_compound(words, at):
        return 2 + _rest(words, at + 1, text)
    if GIVEN not in found:
        return 0
    if before in KIN:
        return 1 + rest + _ends_after(words, at + rest, text)
    if WORD not in found or (rest and _is_sure(words, at)):
        return 1 + rest
    return 1 if before in MEETING and _particle(word) == 0 and fold(word) in USUAL else 0


def _called(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """How many words from here are a name, right after a title or after "is called"."""
    word, rest = words[at][2], _rest(words, at, text)
    if fold(word) in TITLES or fold(word) in COMMON or _is_described(word, _near(words, at - 1, text)):
        return 0
    return 1 + rest + _ends_after(words, at + rest, text)


def _is_described(word: str, before: str) -> bool:
    """Whether "her name" is followed by what is said of it, and not by the name."""
    return before in CALLED and not marks(word) and (fold(word).startswith("ال") or len(word) < 3)


def _is_compound(words: list[tuple[int, int, str]], at: int) -> bool:
    """Father or mother of somebody, or servant of one of God's names: the two words are one name."""
    if at + 1 >= len(words) or words[at + 1][0] - words[at][1] != 1:
        return False
    first, second = fold(words[at][2]), words[at + 1][2]
    if first in ("ابو", "ام"):
        return GIVEN in marks(second)
    return first == "عبد" and fold(second).startswith("ال")


def _named_after(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """How many of the next words are the name that an institution or a street bears."""
    if at + 1 >= len(words) or words[at + 1][0] - words[at][1] != 1:
        return 0
    word = words[at + 1][2]
    return 1 + _rest(words, at + 1, text) if marks(word) or fold(word) in LINKS else 0


def _title_start(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """Where the name begins: with the title before it, without the particle that is glued to it."""
    if _near(words, at - 1, text) in TITLES:
        word = words[at - 1][2]
        return words[at - 1][0] + (0 if fold(word) in TITLES else 1)
    return words[at][0] + _particle(words[at][2])


def _near(words: list[tuple[int, int, str]], at: int, text: str) -> str:
    """The folded word at this place if nothing but a space, a colon or a quotation mark is behind it, else ""."""
    if at < 0 or at + 1 >= len(words):
        return ""
    between = text[words[at][1] : words[at + 1][0]]
    if between.strip(" \u0640:\"«“'(") or len(between) > 3:
        return ""
    folded = fold(words[at][2])
    return folded[1:] if folded[:1] in _BEFORE and folded[1:] in TITLES | INSTITUTIONS | KIN else folded


def _rest(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """How many of the next words go on with the name that begins here."""
    count = 0
    while at + count + 1 < len(words) and count < 4:
        here, there = words[at + count], words[at + count + 1]
        if there[0] - here[1] != 1 or text[here[1]] != " ":
            break
        folded = fold(there[2])
        if folded in LINKS and at + count + 2 < len(words):
            count += 1
            continue
        if fold(here[2]) in LINKS or _goes_on(there[2], folded):
            count += 1
            continue
        break
    while count and fold(words[at + count][2]) in LINKS:
        count -= 1
    return count


def _ends_after(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """1 if one more word stands right before a comma or an end: a family name that is in no list."""
    if at + 1 >= len(words) or words[at + 1][0] - words[at][1] != 1 or fold(words[at + 1][2]) in COMMON:
        return 0
    return int(text[words[at + 1][1] : words[at + 1][1] + 1] in ",.؛:)(" and text[words[at][1]] == " ")


def _goes_on(word: str, folded: str) -> bool:
    found = marks(word)
    if folded in COMMON:
        return False
    return _nisba(folded) or FAMILY in found or (GIVEN in found and WORD not in found)


def _nisba(folded: str) -> bool:
    return folded.startswith("ال") and folded.endswith("ي") and len(folded) > 5 and folded not in ADJECTIVES


def _is_sure(words: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a name that is a word is followed by something that only goes on with a name."""
    after = words[at + 1][2]
    found = marks(after)
    return fold(after) in LINKS or (WORD not in found and bool(found)) or fold(after).startswith("ال")


def _marks(word: str) -> str:
    return marks(word) or (marks(word[1:]) if word[:1] in _BEFORE and len(word) > 3 else "")


def _particle(word: str) -> int:
    return 0 if marks(word) or not (word[:1] in _BEFORE and len(word) > 3 and marks(word[1:])) else 1
