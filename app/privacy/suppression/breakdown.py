"""Small numbers: which cells of a table are withheld, so that neither reading nor subtracting reveals one.

Rule (privacy.md, 4): a cell under k is withheld; zeros count as small, because the group is known; then
further cells are withheld until what subtraction leaves open is at least two cells and k people together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.terms import NOT_ASKED, WITHHELD, Count

_STEP = 5


@dataclass(frozen=True)
class Protected:
    """A breakdown and its total, safe to print together."""

    total: Count
    cells: Mapping[str, Count]

    @property
    def withheld(self) -> int:
        """How many of its numbers are hidden."""
        return sum(count.withheld for count in (self.total, *self.cells.values()))


def protect(total: int | None, cells: Mapping[str, int | None], smallest: int) -> Protected:
    """A total and its breakdown with everything withheld that could tell of fewer than `smallest` people.

    None stands for a number nobody asked for; it stays so. A total of 0 is shown: it tells of nobody.
    """
    known = {name: value for name, value in cells.items() if value is not None}
    whole = total if total is not None else sum(known.values()) if known else None
    if whole is None:
        return Protected(NOT_ASKED, dict.fromkeys(cells, NOT_ASKED))
    if 0 < whole < smallest:
        return Protected(WITHHELD, {name: WITHHELD if name in known else NOT_ASKED for name in cells})
    hidden = _hidden(known, whole - sum(known.values()), smallest)
    shown_total = (
        WITHHELD if hidden == set(known) and len(hidden) == 1 and whole == sum(known.values()) else Count(whole)
    )
    return Protected(shown_total, {name: _count(name, known, hidden) for name in cells})


def single(value: int | None, smallest: int) -> Count:
    """One number on its own: withheld under `smallest`, except 0, which tells of nobody."""
    if value is None:
        return NOT_ASKED
    return WITHHELD if 0 < value < smallest else Count(value)


def rounded(count: Count) -> Count:
    """The number to the nearest five, as the public is told it (privacy.md, 3); what is no number stays as it is."""
    return count if count.value is None else Count((count.value + _STEP // 2) // _STEP * _STEP)


def _hidden(known: Mapping[str, int], rest: int, smallest: int) -> set[str]:
    hidden = {name for name, value in known.items() if value < smallest} if any(known.values()) else set()
    for name in sorted(known, key=lambda one: (known[one], one)):
        if not _revealed(known, hidden, rest, smallest=smallest):
            break
        hidden.add(name)
    return hidden


def _revealed(known: Mapping[str, int], hidden: set[str], rest: int, *, smallest: int) -> bool:
    """Whether total minus what is shown tells one hidden number, or of fewer than `smallest` people."""
    open_parts = len(hidden) + (1 if rest else 0)
    people = sum(known[name] for name in hidden) + rest
    if not hidden:
        return 0 < rest < smallest
    return open_parts == 1 or people < smallest


def _count(name: str, known: Mapping[str, int], hidden: set[str]) -> Count:
    if name not in known:
        return NOT_ASKED
    return WITHHELD if name in hidden else Count(known[name])
