"""How rows and groups of rows share a height: never a row that is cut, and no group that has no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Gathered:
    """A group that can fold: its name, and how many rows it has beside its heading."""

    name: str
    rows: int


@dataclass(frozen=True)
class Room:
    """What there is to share: a height, and what a row takes at the least and at the most."""

    height: int
    least: int
    most: int


@dataclass(frozen=True)
class Fit:
    """How tall each row is, which groups are unfolded, and whether even so some rows must be scrolled to."""

    row: int
    unfolded: frozenset[str]
    scrolls: bool = False


def fit(room: Room, loose: int, wished: Sequence[Gathered], folded: Sequence[Gathered], must: str) -> Fit:
    """`wished` unfold in their order as long as there is room; `must` unfolds in any case; `loose` rows always show.

    Headings of groups are as tall as the lowest row. What is left over makes the rows taller.
    """
    headings = len(wished) + len(folded)
    rows, unfolded = loose, set[str]()
    for one in sorted(wished, key=lambda group: group.name != must):
        if one.name == must or (rows + one.rows + headings) * room.least <= room.height:
            unfolded.add(one.name)
            rows += one.rows
    needed = (rows + headings) * room.least
    if needed > room.height or not rows:
        return Fit(room.least, frozenset(unfolded), scrolls=needed > room.height)
    row = (room.height - headings * room.least) // rows
    return Fit(min(room.most, row), frozenset(unfolded))
