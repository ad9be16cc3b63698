"""Texts as files can hold them, and languages as files name them."""

from __future__ import annotations

import re
import unicodedata

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


def runs_against(text: str, *, right_to_left: bool) -> bool:
    """Whether every letter of a text is read in the other direction than its page, as in a foreign name."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    leads, turns = "L" in kinds, bool(kinds & {"R", "AL"})
    return (leads and not turns) if right_to_left else (turns and not leads)
