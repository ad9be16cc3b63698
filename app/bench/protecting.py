"""What protection takes: a table of objectives, places and groups with all totals, and that nothing in it is open."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

from app.bench.measure import Measured, Task, against
from app.privacy.suppression import Guarded, Table, guarded

_SIZES = (23, 100, 6)
_SMALLEST = 5
_SECONDS = 2


def suppression(_folder: Path) -> Measured:
    """A table as a whole country would have it: few large cells, many small ones, more that nobody asked about."""
    table = country()
    kept: list[Guarded] = []
    task = Task("suppression", "protect 23 objectives x 100 places x 6 groups with totals", f"{_SECONDS} s", goal=1.0)
    measured = against(task, lambda: kept.append(guarded(table, _SMALLEST)), seconds=_SECONDS)
    cost, small = kept[-1].cost, kept[-1].small
    told = f"{cost.withheld} of {cost.numbers} numbers withheld, {small} for their own sake"
    note = f"{told}; {opened(kept[-1])} recoverable"
    return Measured(**{**vars(measured), "note": note})


def country(seed: int = 4, *, asked: float = 0.7) -> Table:
    """Made-up people reached, the same every time."""
    chance = random.Random(seed)
    names = tuple(tuple(f"{axis}{place:03}" for place in range(size)) for axis, size in zip("opg", _SIZES, strict=True))
    values = {key: int(chance.paretovariate(0.7)) - 1 for key in product(*names) if chance.random() < asked}
    return Table(names, values)


def opened(found: Guarded) -> int:
    """How many withheld numbers stand alone in a line of the table and so follow by subtraction, line after line."""
    hidden = {key for key, count in found.cells.items() if count.withheld}
    recovered = 0
    while alone := _alone(hidden):
        recovered += len(alone)
        hidden -= alone
    return recovered


def _alone(hidden: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    lines: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for key in hidden:
        for axis in range(len(key)):
            lines.setdefault((axis, (*key[:axis], *key[axis + 1 :])), []).append(key)
    return {line[0] for line in lines.values() if len(line) == 1}
