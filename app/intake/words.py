"""Headings and values of tables as they are compared, never as they are shown."""

from __future__ import annotations

import re

from app import folding

_BRACKETS = re.compile(r"[(\[{（][^)\]}）]*[)\]}）]")
_JOINERS = re.compile(r"[\W_]+", re.UNICODE)
_NULLS = frozenset({"", "na", "n a", "null", "none", "nan", "loading", "nd", "nc", "s o"})
"""Already folded: `N/A`, `#N/A`, `-`, `Loading...` fold to one of these."""
_LONGEST_NULL = 40


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
    return len(text) <= _LONGEST_NULL and fold(text) in _NULLS
