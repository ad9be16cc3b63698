"""A three-way merge of a long text by sentence and line: only ever a proposal that a person accepts or not.

There is none where the two changed the same or neighbouring sentences, or where a changed sentence stands in the
text more than once, because then nobody can be sure what was meant (sync.md, 3.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_PARTS = 1_000
_SENTENCE = re.compile(r".+?(?:[.!?\u061f\u2026]+(?=\s|$)\s*|[\u3002\uff01\uff1f]+\s*|\n+|$)|\s+", re.DOTALL)


@dataclass(frozen=True)
class _Edit:
    """The parts `start` to `end` of the text before became these."""

    start: int
    end: int
    parts: tuple[str, ...]


def merged(before: str, one: str, other: str) -> str | None:
    """The text with what both changed; None where that cannot be said with certainty."""
    if one == other:
        return one
    parts = sentences(before)
    hers, his = _edits(parts, sentences(one)), _edits(parts, sentences(other))
    if hers is None or his is None or _touch(hers, his) or _repeat(parts, [*hers, *his]):
        return None
    made = list(parts)
    for edit in sorted({*hers, *his}, key=lambda found: found.start, reverse=True):
        made[edit.start : edit.end] = edit.parts
    return _spaced(made)


def sentences(text: str) -> list[str]:
    """The text cut after each sentence and line; joined again it is the text."""
    return _SENTENCE.findall(text)


def _edits(before: Sequence[str], after: Sequence[str]) -> list[_Edit] | None:
    if len(before) + len(after) > MOST_PARTS:
        return None
    old, new = [part.strip() for part in before], [part.strip() for part in after]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Edit(a, b, tuple(after[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _touch(hers: Sequence[_Edit], his: Sequence[_Edit]) -> bool:
    return any(a != b and a.start <= b.end and b.start <= a.end for a in hers for b in his)


def _repeat(before: Sequence[str], edits: Sequence[_Edit]) -> bool:
    told = [part.strip() for part in before]
    return any(told.count(part) > 1 for edit in edits for part in told[edit.start : edit.end])


def _spaced(parts: Sequence[str]) -> str:
    """The parts as one text; a sentence that was the last one gets the space that it now needs."""
    made = ""
    for part in parts:
        needs_space = made and not made[-1].isspace() and made[-1] not in "\u3002\uff01\uff1f"
        made += f" {part}" if needs_space and not part[:1].isspace() else part
    return made.rstrip()
