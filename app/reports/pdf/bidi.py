"""The Unicode bidirectional algorithm (UAX #9): which parts of a paragraph run from right to left.

Ask `levels` for a paragraph, break it into lines, apply `trailing` to each line and order it with `visual`.
An even level runs left to right, an odd one right to left. Rules carry their names from the standard.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from app.reports.pdf.bidi_rules import ISOLATES, Isolated, resolve, stretches
from app.reports.pdf.bidi_usual import usual

_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMBEDDINGS = frozenset({"RLE", "LRE", "RLO", "LRO"})
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_SPACES = frozenset({"WS", "PDI"}) | ISOLATES | _REMOVED
_OVERRIDES = {"RLO": "R", "LRO": "L"}
_DEEPEST = 125


@lru_cache(maxsize=65536)
def kind(character: str) -> str:
    """The bidirectional class of a character; the default for characters that Python does not know."""
    return bidirectional(character) or ("R" if _RIGHT.match(character) else "L")


def levels(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """The level of the paragraph and of every character; `base` None asks the text itself (rules P2, P3)."""
    if base in (None, 0) and (text.isascii() or not _RIGHT.search(text)):
        return 0, [0] * len(text)
    if base and (simple := usual(text)) is not None:
        return 1, list(simple)
    kinds = [kind(character) for character in text]
    if base is None:
        base = _first_strong(kinds)
    matches = _matches(kinds)
    resolved, found = _explicit(kinds, matches, base)
    for sequence in _sequences(kinds, found, matches, base):
        resolve(text, kinds, sequence, resolved)
        level = sequence.level
        for index in sequence.indices:  # I1, I2
            raised = int(resolved[index] != "R") if level & 1 else {"R": 1, "L": 0}.get(resolved[index], 2)
            found[index] = level + raised
    last = base
    for index, one in enumerate(kinds):
        if one in _REMOVED:
            found[index] = last
        last = found[index]
    trailing(kinds, found, base)
    return base, found


def only_left(text: str) -> bool:
    """Whether a text has letters that run from left to right and nothing that runs from right to left."""
    return not _RIGHT.search(text) and any(kind(one) == "L" for one in text)


def trailing(kinds: Sequence[str], found: list[int], base: int) -> None:
    """Rule L1, in place: separators, and white space before them or at the end of a line, take the base level."""
    at_end = True
    for index in range(len(found) - 1, -1, -1):
        if kinds[index] in ("B", "S"):
            found[index], at_end = base, True
        elif kinds[index] not in _SPACES:
            at_end = False
        elif at_end:
            found[index] = base


def visual(found: Sequence[int]) -> list[int]:
    """Rule L2: the indices in the order in which the eye meets them from left to right."""
    order = list(range(len(found)))
    odd = [level for level in found if level & 1]
    if not odd:
        return order
    highest, lowest = max(found), min(odd)
    if lowest == min(found) and highest <= lowest + 1:
        return _turned(found, lowest)
    for level in range(highest, lowest - 1, -1):
        for start, end in stretches([found[index] >= level for index in order], {True}):
            order[start:end] = order[start:end][::-1]
    return order


def _turned(found: Sequence[int], lowest: int) -> list[int]:
    """The same where there is nothing but a direction to the left and, in it, stretches to the right."""
    order: list[int] = []
    end = len(found)
    while end:
        start = end - 1
        while found[start] > lowest and start and found[start - 1] > lowest:
            start -= 1
        order += range(start, end)
        end = start
    return order


def _first_strong(kinds: Sequence[str]) -> int:
    depth = 0
    for one in kinds:
        if one in ISOLATES:
            depth += 1
        elif one == "PDI":
            depth = max(0, depth - 1)
        elif not depth and one in ("L", "R", "AL"):
            return int(one != "L")
    return 0


def _matches(kinds: Sequence[str]) -> dict[int, int]:
    """Rule BD9: the closing index of every isolate that is closed."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for index, one in enumerate(kinds):
        if one in ISOLATES:
            opened.append(index)
        elif one == "PDI" and opened:
            found[opened.pop()] = index
    return found


@dataclass(frozen=True)
class _Status:
    level: int
    override: str | None
    isolate: bool


class _Stack:
    """The directional status stack of rules X1 to X8, with its three counters."""

    def __init__(self, base: int) -> None:
        self._entries = [_Status(base, None, isolate=False)]
        self._isolates_over = self._embeddings_over = self._isolates = 0

    @property
    def top(self) -> _Status:
        return self._entries[-1]

    def push(self, *, right: bool, override: str | None, isolate: bool) -> None:
        level = (self.top.level + 1) | 1 if right else (self.top.level + 2) & ~1
        if level <= _DEEPEST and not self._isolates_over and not self._embeddings_over:
            self._isolates += isolate
            self._entries.append(_Status(level, override, isolate))
        elif isolate:
            self._isolates_over += 1
        elif not self._isolates_over:
            self._embeddings_over += 1

    def end_isolate(self) -> None:
        if self._isolates_over:
            self._isolates_over -= 1
            return
        if not self._isolates:
            return
        self._embeddings_over = 0
        while not self.top.isolate:
            self._entries.pop()
        self._entries.pop()
        self._isolates -= 1

    def end_embedding(self) -> None:
        if self._isolates_over:
            return
        if self._embeddings_over:
            self._embeddings_over -= 1
        elif not self.top.isolate and len(self._entries) > 1:
            self._entries.pop()


def _explicit(kinds: Sequence[str], matches: dict[int, int], base: int) -> tuple[list[str], list[int]]:
    """Rules X1 to X8: classes after overrides, and explicit levels."""
    resolved, found, stack = list(kinds), [base] * len(kinds), _Stack(base)
    for index, one in enumerate(kinds):
        if one == "PDI":
            stack.end_isolate()
        top = stack.top
        found[index] = base if one == "B" else top.level
        if top.override and one not in _REMOVED and one != "B":
            resolved[index] = top.override
        if one in ISOLATES:
            inside = kinds[index + 1 : matches.get(index, len(kinds))]
            right = one == "RLI" or (one == "FSI" and bool(_first_strong(inside)))
            stack.push(right=right, override=None, isolate=True)
        elif one in _EMBEDDINGS:
            stack.push(right=one[0] == "R", override=_OVERRIDES.get(one), isolate=False)
        elif one == "PDF":
            stack.end_embedding()
    return resolved, found


def _sequences(kinds: Sequence[str], found: Sequence[int], matches: dict[int, int], base: int) -> list[Isolated]:
    """Rule X10: level runs joined over isolates, each with the directions at its two ends."""
    kept = [index for index, one in enumerate(kinds) if one not in _REMOVED]
    runs: list[list[int]] = []
    for index in kept:
        if runs and found[runs[-1][-1]] == found[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    by_start, place = {run[0]: run for run in runs}, {index: position for position, index in enumerate(kept)}
    explicit, closed, result = list(found), set(matches.values()), []
    for run in runs:
        if kinds[run[0]] == "PDI" and run[0] in closed:
            continue
        indices = list(run)
        while kinds[indices[-1]] in ISOLATES and matches.get(indices[-1]) in by_start:
            indices += by_start[matches[indices[-1]]]
        level, first, last = explicit[indices[0]], place[indices[0]], place[indices[-1]]
        open_end = kinds[indices[-1]] in ISOLATES and indices[-1] not in matches
        after = base if open_end or last + 1 >= len(kept) else explicit[kept[last + 1]]
        before = explicit[kept[first - 1]] if first else base
        result.append(Isolated(tuple(indices), level, "LR"[max(level, before) & 1], "LR"[max(level, after) & 1]))
    return result
