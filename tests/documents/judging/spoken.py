"""What a document says to whoever hears it, compared: as its content tree has it, and as the file is read back.

The two know nothing of each other: the first (`saying`) is made of blocks, the second (`hearing`) of the structure
tree, the operators of the pages and the tables that lead from glyphs to letters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

_SILENT = ("Cf", "Cc", "Zs", "Zl", "Zp")
_FILLER = "\u034f"
"""Stands behind a glyph that has no letter of its own."""
_TURNED = ("R", "AL")
_LONGEST = 60


@dataclass(frozen=True)
class Spoken:
    """One thing that is read out: what it is, its words, its language."""

    role: str
    text: str
    language: str

    def plain(self) -> Spoken:
        """Without what is silent; where letters run from right to left, sorted, as pages hold them in another order."""
        letters = [one for one in self.text if one != _FILLER and unicodedata.category(one) not in _SILENT]
        turned = any(unicodedata.bidirectional(one) in _TURNED for one in letters)
        return replace(self, text="".join(sorted(letters) if turned else letters))

    def __str__(self) -> str:
        return f"{self.role} {self.text[:_LONGEST]!r} ({self.language})"
