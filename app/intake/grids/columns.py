"""Where the table begins in a grid, what its columns are called, and which rows are data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.intake.grids.grid import Cell, Grid, Merge, Row, text
from app.intake.guard.failures import EmptyFileError
from app.intake.words import fold_heading

_SEARCHED_ROWS = 25
_TAG_SHARE = 0.5
AUTO = "auto"


@dataclass(frozen=True)
class Column:
    """One column: where it stands (0 is the first), its heading made unique, its hashtag or ''."""

    index: int
    heading: str
    tag: str = ""

    @property
    def key(self) -> str:
        """The heading as it is compared."""
        return fold_heading(self.heading)


@dataclass(frozen=True)
class Table:
    """Columns and data rows; `heading_row` is the number of the last heading line, 0 if there is none."""

    sheet: str
    heading_row: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    blank_after: int = 0
    unread_after: int = 0
    date_1904: bool = False
    nulls: int = 0

    def column(self, name: str) -> Column | None:
        """The column with this heading or hashtag, compared without regard to case, accents and brackets."""
        if name.startswith("#"):
            wanted = _tag(name)
            return next((column for column in self.columns if _tag(column.tag) == wanted), None)
        exact = next((column for column in self.columns if column.heading == name), None)
        key = fold_heading(name)
        return exact or next((column for column in self.columns if column.key == key), None)

    def cell(self, row: Row, column: Column) -> Cell:
        """The cell of this row in this column; None where the row is shorter."""
        return row.cells[column.index] if column.index < len(row.cells) else None


def table(grid: Grid, *, heading_row: str | int | Sequence[int] = AUTO) -> Table:
    """The grid as a table. `heading_row` is a row number, several (joined with " / "), or "auto".

    With "auto" a row of hashtags wins: the headings stand above it; else the row that looks most like headings.
    """
    numbers = _heading_numbers(grid, heading_row)
    tags = _tag_row(grid, after=numbers)
    headings = _headings(grid, numbers)
    last = max([*numbers, tags.number if tags else 0])
    return Table(
        sheet=grid.sheet,
        heading_row=last,
        columns=_columns(headings, tags, grid.width),
        rows=grid.rows[len(grid.until(last)) :],
        blank_after=grid.blank_after,
        unread_after=grid.unread_after,
        date_1904=grid.date_1904,
        nulls=grid.nulls,
    )


def is_tag_row(row: Row) -> bool:
    """Whether at least half of the filled cells are hashtags; sparse tag rows are common."""
    filled = [text(cell).strip() for cell in row.cells if cell is not None]
    tags = [cell for cell in filled if cell.startswith("#") and len(cell) > 2 and cell[1:2].isalpha()]
    return bool(filled) and len(tags) >= _TAG_SHARE * len(filled)


def _heading_numbers(grid: Grid, wanted: str | int | Sequence[int]) -> tuple[int, ...]:
    if isinstance(wanted, int):
        return (wanted,)
    if not isinstance(wanted, str):
        return tuple(wanted)
    head = [row for row in grid.rows[:_SEARCHED_ROWS] if not row.blank]
    if not head:
        raise EmptyFileError
    for above, row in zip([None, *head], head, strict=False):
        if is_tag_row(row):
            return (above.number,) if above else (row.number,)
    return (max(head, key=lambda row: _likeness(row, grid)).number,)


def _likeness(row: Row, grid: Grid) -> float:
    """How much a row looks like headings: many different short words, filled cells below, near the top."""
    filled = [cell for cell in row.cells if cell is not None]
    words = [cell for cell in filled if isinstance(cell, str) and len(cell) <= 60 and any(map(str.isalpha, cell))]
    below = [under for under in grid.rows[: _SEARCHED_ROWS + 5] if row.number < under.number <= row.number + 5]
    fuller = sum(len([cell for cell in under.cells if cell is not None]) > len(filled) + 1 for under in below)
    nothing_below = 0 if any(not under.blank for under in below) else len(filled)
    different = len({fold_heading(word) for word in words})
    return 2 * different - len(filled) - fuller - nothing_below - 0.1 * row.number


def _tag_row(grid: Grid, *, after: Sequence[int]) -> Row | None:
    """The row of hashtags directly below the headings, or among them."""
    last = max(after)
    near = (row for row in grid.until(last + 1) if last <= row.number <= last + 1 and not row.blank)
    return next((row for row in near if is_tag_row(row)), None)


def _headings(grid: Grid, numbers: Sequence[int]) -> list[str]:
    found = {row.number: row for row in grid.until(max(numbers)) if row.number in numbers and not is_tag_row(row)}
    joined = []
    for index in range(grid.width):
        parts: list[str] = []
        for number in numbers:
            said = _heading_cell(found.get(number), index, grid.merges).strip()
            if said and said not in parts:
                parts.append(said)
        joined.append(" / ".join(parts))
    return joined


def _heading_cell(row: Row | None, index: int, merges: Sequence[Merge]) -> str:
    """A merged heading counts for every column that it covers."""
    if row is None:
        return ""
    for merge in merges:
        if merge.top == row.number and merge.left <= index + 1 <= merge.right:
            index = merge.left - 1
    return text(row.cells[index]) if index < len(row.cells) else ""


def _columns(headings: Sequence[str], tags: Row | None, width: int) -> tuple[Column, ...]:
    seen: dict[str, int] = {}
    made = []
    for index in range(width):
        tag = text(tags.cells[index]).strip() if tags and index < len(tags.cells) else ""
        name = " ".join(headings[index].replace("\ufeff", "").split(" ")).strip() or tag
        if not name:
            continue
        seen[name] = seen.get(name, 0) + 1
        made.append(Column(index, name if seen[name] == 1 else f"{name} ({seen[name]})", tag))
    return tuple(made)


def _tag(tag: str) -> tuple[str, ...]:
    """A hashtag and its attributes in any order, with any spaces and case."""
    parts = [part.strip().lower() for part in tag.replace(" ", "").split("+")]
    return (parts[0], *sorted(parts[1:]))
