"""Headings and values of tables as they are compared, never as they are shown."""

from __future__ import annotations

import re

from app import folding

_BRACKETS = re.compile(r"[(\[{（][^)\]}）]*[)\]}）]")
_JOINERS = re.compile(r"[\W_]+", re.UNICODE)
_NULLS = frozenset({"", "na", "n a", "null", "none", "nan", "loading", "nd", "nc", "s o"})
"""Already folded: `N/A`, `#N/A`, `-`, `Loading...` fold to one of these."""
_LONGEST_NULL = 40
_BEGINNINGS = frozenset("nlsNLS")
"""The letters that words for nothing begin with."""
_NO_LETTERS = "".join(mark for mark in map(chr, range(0x80)) if not mark.isalnum())


def fold(text: str) -> str:
    """`app.folding.fold` with one space wherever there is no letter or digit: `P-code` and `p_code` are the same."""
    return _JOINERS.sub(" ", folding.fold(text)).strip()


def fold_heading(text: str) -> str:
    """A heading as it is compared: first line only, without what stands in brackets."""
    lines = [line for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    first = lines[0] if lines else ""
    return fold(_BRACKETS.sub(" ", first)) or fold(first)


def is_null(text: str) -> bool:
    """Whether a cell says that there is no value: empty, NA, n/a, #N/A, -, null."""
    if len(text) > _LONGEST_NULL:
        return False
    first = text.lstrip(_NO_LETTERS)[:1]
    if first.isascii() and first and first not in _BEGINNINGS:  # as nearly all cells: asked of every one of them
        return False
    return fold(text) in _NULLS
