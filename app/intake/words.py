"""Words as they are compared, never as they are shown."""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = re.compile(r"[(\[{（][^)\]}）]*[)\]}）]")
_JOINERS = re.compile(r"[\W_]+", re.UNICODE)
_NULLS = frozenset({"", "na", "n a", "null", "none", "nan", "loading", "nd", "nc", "s o"})
"""Already folded: `N/A`, `#N/A`, `-`, `Loading...` fold to one of these."""


def fold(text: str) -> str:
    """Lower case, no accents or vowel signs, one space between words, digits of any script as 0-9.

    Two texts that a reader would call the same word fold to the same.
    """
    plain = "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() and unicodedata.digit(letter, None) is not None else letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter) and letter != "\u0640"
    )
    return _JOINERS.sub(" ", plain.casefold()).strip()


def fold_heading(text: str) -> str:
    """A heading as it is compared: first line only, without what stands in brackets."""
    lines = [line for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    first = lines[0] if lines else ""
    return fold(_BRACKETS.sub(" ", first)) or fold(first)


def is_null(text: str) -> bool:
    """Whether a cell says that there is no value: empty, NA, n/a, #N/A, -, null."""
    return fold(text) in _NULLS
