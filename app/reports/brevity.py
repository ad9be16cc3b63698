"""Which facts of a box are short enough to stand side by side: the same ones in every drawing, so one order is read."""

from __future__ import annotations

import unicodedata

from app.reports.document import Fact, Facts

_LABEL, _VALUE = 34, 26
"""Letters that find room in a third of a page."""


def is_short(fact: Fact) -> bool:
    """Whether a fact finds room beside others."""
    return "\n" not in fact.value and _width(fact.label) <= _LABEL and _width(fact.value) <= _VALUE


def short_first(block: Facts) -> tuple[Fact, ...]:
    """The facts in the order in which they are read: of compact ones the short come before those that need a line."""
    return tuple(sorted(block.facts, key=lambda fact: not is_short(fact))) if block.compact else block.facts


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
