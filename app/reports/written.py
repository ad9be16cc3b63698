"""Texts as files can hold them, and languages as files name them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u0085\u2028\u2029]")
_LANGUAGE = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def cleaned(text: str) -> str:
    """The text with one kind of line end and without what cannot be written (which becomes U+FFFD, to be seen)."""
    return _UNREADABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def language_tag(code: str) -> str:
    """The code of a language as files name it (pt-BR for pt_BR); empty, which is unknown, for what is no code."""
    tag = code.replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def base_right(text: str, *, right_to_left: bool) -> bool:
    """Whether a paragraph is put together from the right: as its page, unless what people typed reads otherwise.

    It does where the first word outside isolates and most of its words are of the other direction: an Arabic
    sentence with a Latin name in an English report, but not an Arabic sentence that begins with an abbreviation.
    """
    ways = _ways(text)
    first = next(ways, None)
    if first is None or first == right_to_left:
        return right_to_left
    rest = list(ways)
    return first if 1 + rest.count(first) > rest.count(right_to_left) else right_to_left


def _ways(text: str) -> Iterator[bool]:
    """Of every word outside isolates, whether it is read from the right."""
    inside, told = 0, False
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRI", "RLI", "FSI"):
            inside += 1
        elif kind == "PDI":
            inside = max(inside - 1, 0)
        elif letter.isspace():
            told = False
        elif not inside and not told and kind in ("L", "R", "AL"):
            told = True
            yield kind != "L"


def runs_against(text: str, *, right_to_left: bool) -> bool:
    """Whether every letter of a text is read in the other direction than its page, as in a foreign name."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    leads, turns = "L" in kinds, bool(kinds & {"R", "AL"})
    return (leads and not turns) if right_to_left else (turns and not leads)
