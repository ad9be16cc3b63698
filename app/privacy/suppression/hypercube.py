"""The hypercube method: which further cells are withheld, so that every withheld one can be many values.

Published by R. D. Repsilber (Preservation of confidentiality in aggregated data, Second International Seminar on
Statistical Confidentiality, Luxembourg 1994) and S. Giessing and D. Repsilber (Tools and strategies to protect
multiple tables with the GHQUAR cell suppression engine, in: Inference Control in Statistical Databases, LNCS 2316,
Springer 2002); it is one of the methods of tau-ARGUS (A. Hundepool and others, Statistical Disclosure Control, Wiley
2012, section 4.4). Our own code; decision 0010 says what it was measured against.

A cube joins a cell with one other place in every dimension, totals included. Where all its corners are withheld, some
of them can grow by one while the others shrink by one, and no printed number changes. So every corner can take as many
values as the smallest corner of either kind allows: a proof that needs no solver, and holds for all corners at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest

from app.domain.terms import Count

_NARROW = 5
"""How many places of each dimension are looked at first; all of them only where that finds nothing."""
_FREE = 1 << 60
"""Room without an end: nobody knows how large a withheld number may be."""

Room = tuple[int, int]
"""How many steps something can fall, and how many it can rise."""


@dataclass
class Grid:
    """A table with its totals as one row of cells: the last place of every dimension is its total."""

    sizes: tuple[int, ...]
    values: list[int | None]
    smallest: int
    down: list[int] = field(init=False)
    """How far a cell can fall in the eyes of somebody who knows every table that was printed before."""
    up: list[int] = field(init=False)
    """How far it can rise."""

    def __post_init__(self) -> None:
        self.down = [value or 0 for value in self.values]
        self.up = [_FREE] * len(self.values)

    def narrowed(self, room: Room, cell: int, sign: int) -> Room:
        """How far a cube can fall and rise that this cell is a corner of too."""
        fall, rise = room
        down, up = (self.down[cell], self.up[cell]) if sign > 0 else (self.up[cell], self.down[cell])
        return (down if down < fall else fall, up if up < rise else rise)


def linked(grid: Grid, small: set[int], earlier: Iterable[tuple[list[int | None], list[Count]]]) -> Grid:
    """Bind a table to earlier ones, each with its values and what was printed of them.

    Small is then also what changed a little since, and what was withheld once. Where people were only added since, a
    number falls no further than it grew; where they were only taken away, it rises no further than it shrank. Gives
    the grid of those cells that were always withheld: cubes of them move together with what was printed before.
    """
    again = Grid(grid.sizes, list(grid.values), grid.smallest)
    for values, printed in earlier:
        changes = [None if now is None else now - (then or 0) for now, then in zip(grid.values, values, strict=True)]
        known = [change for change in changes if change is not None]
        for cell, change in enumerate(changes):
            if change is None:
                continue
            if min(known) >= 0:
                grid.down[cell] = min(grid.down[cell], change)
            elif max(known) <= 0:
                grid.up[cell] = min(grid.up[cell], -change)
            little = 0 < abs(change) < grid.smallest
            if little or printed[cell].withheld:
                small.add(cell)
            if little or not printed[cell].withheld:
                again.values[cell] = None
            again.down[cell] = min(again.down[cell], values[cell] or 0)
    return again


def complete(grid: Grid, small: Iterable[int], again: Grid | None = None) -> frozenset[int]:
    """The withheld cells: the small ones, and for each the other corners of the cheapest cube that protects it.

    Where a table has no such cube, all of it is withheld. `again` are the cells that an earlier table withheld too.
    """
    prices = [grid.smallest + (value or 0) for value in grid.values]
    hidden = set(small)
    for cell in hidden:
        prices[cell] = 0
    proven: set[int] = set()
    for cell in sorted(hidden, key=lambda one: (-(grid.values[one] or 0), one)):
        if cell in proven:
            continue
        cube = _cube(grid, again, cell, prices)
        if cube is None:
            return frozenset(at for at, value in enumerate(grid.values) if value is not None)
        for corner in cube:
            prices[corner] = 0
        proven.update(cube)
    return frozenset(hidden | proven)


def _cube(grid: Grid, again: Grid | None, cell: int, prices: list[int]) -> tuple[int, ...] | None:
    if again is not None and again.values[cell] is not None:
        kept = _cheapest(again, cell, prices, max(grid.sizes))
        if kept is not None:
            return kept
    return _cheapest(grid, cell, prices, _NARROW) or _cheapest(grid, cell, prices, max(grid.sizes))


def _cheapest(grid: Grid, cell: int, prices: list[int], narrow: int) -> tuple[int, ...] | None:
    """The corners of the wide enough cube through this cell that withholds least; the first of equals."""
    search = _Search(grid, prices, [*_moves(grid, cell, prices, narrow)])
    search.look(0, _Part(((cell, 1),), 0, (grid.down[cell], grid.up[cell])))
    return search.found


def _moves(grid: Grid, cell: int, prices: list[int], narrow: int) -> Iterator[list[tuple[int, int]]]:
    """For each dimension (offset, sign) of the places it could be joined with, the cheapest first."""
    step = len(grid.values)
    own = (grid.down[cell], grid.up[cell])
    for size in grid.sizes:
        step //= size
        place = cell // step % size
        found = []
        for other in range(size):
            at = cell + (other - place) * step
            sign = 1 if size - 1 in (place, other) else -1
            if other != place and grid.values[at] is not None:
                if sum(grid.narrowed(own, at, sign)) >= grid.smallest:
                    found.append((prices[at], other, (at - cell, sign)))
        yield [move for _price, _other, move in nsmallest(narrow, found)]


@dataclass(frozen=True)
class _Part:
    """A cube as far as it is joined: (cell, sign) of its corners, what they cost, how far they can move."""

    corners: tuple[tuple[int, int], ...]
    price: int
    room: Room


@dataclass
class _Search:
    """A walk over the cubes, dimension after dimension; a way as dear as the best, or too narrow, ends."""

    grid: Grid
    prices: list[int]
    """What withholding each cell costs: its people and k more, nothing if it is withheld already."""
    moves: list[list[tuple[int, int]]]
    best: int = _FREE
    found: tuple[int, ...] | None = None

    def look(self, axis: int, part: _Part) -> None:
        """Go on from these corners."""
        if axis == len(self.moves):
            self.best, self.found = part.price, tuple(cell for cell, _sign in part.corners)
            return
        for offset, turn in self.moves[axis]:
            joined = self._joined(part, offset, turn)
            if joined is not None:
                self.look(axis + 1, joined)
                if not self.best:
                    return

    def _joined(self, part: _Part, offset: int, turn: int) -> _Part | None:
        """The cube with its corners doubled, None where that is too dear, too narrow or was not asked."""
        grid, price, room = self.grid, part.price, part.room
        added = []
        for corner, sign in part.corners:
            cell = corner + offset
            price += self.prices[cell]
            if price >= self.best or grid.values[cell] is None:
                return None
            room = grid.narrowed(room, cell, sign * turn)
            if room[0] + room[1] < grid.smallest:
                return None
            added.append((cell, sign * turn))
        return _Part((*part.corners, *added), price, room)
