"""A sheet as it stands in its file: rows with their own numbers and plain cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

Cell = str | int | float | bool | None
"""A cell's value; days and moments are ISO text, an empty cell is None."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook; `rows` counts down to the last filled one."""

    name: str
    hidden: bool
    rows: int


@dataclass(frozen=True)
class Row:
    """One row with the number that spreadsheet programs show (1 is the first)."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell is filled."""
        return all(cell is None for cell in self.cells)


@dataclass(frozen=True)
class Merge:
    """A merged range, all four numbers counted from 1 and inside it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """A sheet read down to its last filled row, or to 50 blank rows in a row.

    `blank_after` counts the blank rows below that, `unread_after` the filled ones that stand still further
    down and were not read, `nulls` the zero bytes that were dropped: whoever shows the result says so.
    """

    sheet: str
    rows: tuple[Row, ...]
    blank_after: int = 0
    unread_after: int = 0
    date_1904: bool = False
    merges: tuple[Merge, ...] = ()
    nulls: int = 0

    @cached_property
    def width(self) -> int:
        """The cells of its longest row."""
        return max(len(row.cells) for row in self.rows)

    def until(self, number: int) -> tuple[Row, ...]:
        """Its rows down to the one with this number."""
        return self.rows[: bisect_right(self.rows, number, key=attrgetter("number"))]


def text(cell: Cell) -> str:
    """A cell as a person would type it; whole numbers without a point, an empty cell as ''."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
