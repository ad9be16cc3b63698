"""Tables of people over one to three dimensions, with all totals, protected against subtraction.

What is withheld first: every number under k, zeros where the group is known, and what tells of a small change since
an earlier table (`before`). What is withheld besides comes from `hypercube`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from app.domain.terms import NOT_ASKED, WITHHELD, Count
from app.privacy.suppression.cost import Cost, cost_of
from app.privacy.suppression.hypercube import Grid, complete, linked

TOTAL = ""
"""The category under which a dimension is added up."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """A table of the same people, or of some of them, that was published: its counts, and what was printed of them."""

    counts: Mapping[Key, int]
    printed: Mapping[Key, Count]


@dataclass(frozen=True)
class Table:
    """People counted by the categories of one to three dimensions; what `counts` does not name was not asked.

    `before` are earlier tables that somebody could subtract: earlier revisions, parts of the period, the same table
    with fewer organisations. Their totals are those of this table's categories.
    """

    dimensions: tuple[tuple[str, ...], ...]
    counts: Mapping[Key, int]
    zeros_are_small: bool = True
    """Whether a zero is withheld where the total over the last dimension is not zero: the group is known then."""
    before: tuple[Earlier, ...] = ()


@dataclass(frozen=True)
class Guarded:
    """The table as it may be printed: every cell and every total, some of them withheld."""

    cells: Mapping[Key, Count]
    small: int
    """How many were withheld for their own sake; never printed."""

    @property
    def cost(self) -> Cost:
        """How many of its numbers are withheld."""
        return cost_of(self.cells.values())


def guarded(table: Table, smallest: int) -> Guarded:
    """The table with everything withheld that could tell of fewer than `smallest` people.

    Who knows what is printed, what was printed before, and whether people were only added since or only taken away,
    still finds for every withheld number at least `smallest` + 1 values. The order of what is given does not matter.
    """
    names = [(*sorted(set(dimension) - {TOTAL}), TOTAL) for dimension in table.dimensions]
    keys: list[Key] = list(product(*names))
    sizes = tuple(map(len, names))
    values = _added_up([table.counts.get(key) for key in keys], sizes)
    grid = Grid(sizes, values, smallest)
    small = set(_small(table, grid))
    again: Grid | None = None
    if table.before:
        earlier = [
            (_added_up([one.counts.get(key) for key in keys], sizes), [one.printed.get(key, NOT_ASKED) for key in keys])
            for one in table.before
        ]
        again = linked(grid, small, earlier)
    hidden = complete(grid, small, again)
    shown = {key: _count(value, at in hidden) for at, (key, value) in enumerate(zip(keys, values, strict=True))}
    return Guarded(shown, len(small))


def _added_up(values: list[int | None], sizes: tuple[int, ...]) -> list[int | None]:
    """The cells with every total filled in; a total of what nobody asked was not asked either."""
    for axis, size in enumerate(sizes):
        step = _step(sizes, axis)
        for start in range(len(values)):
            if start // step % size == size - 1:
                parts = [values[start - back * step] for back in range(1, size)]
                known = [part for part in parts if part is not None]
                values[start] = sum(known) if known else None
    return values


def _step(sizes: tuple[int, ...], axis: int) -> int:
    found = 1
    for size in sizes[axis + 1 :]:
        found *= size
    return found


def _small(table: Table, grid: Grid) -> Iterator[int]:
    last = grid.sizes[-1]
    for at, value in enumerate(grid.values):
        if value is None or value >= grid.smallest:
            continue
        known_group = table.zeros_are_small and grid.values[at - at % last + last - 1]
        if value or known_group:
            yield at


def _count(value: int | None, hidden: bool) -> Count:
    if value is None:
        return NOT_ASKED
    return WITHHELD if hidden else Count(value)
