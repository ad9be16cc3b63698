"""A whole file of tables, read once: whatever is asked of it later is asked of what is here already."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.intake.grids import spreadsheet, workbook, zipped_tables
from app.intake.grids.grid import Grid, Sheet
from app.intake.guard.failures import EmptyFileError, NoSuchSheetError
from app.intake.guard.kinds import Kind
from app.intake.guard.letters import ENCODINGS
from app.intake.guard.quarantine import run
from app.progress import Progress, silent

_SAMPLE_LINES = 4
_SAMPLE_BYTES = 4096


@dataclass(frozen=True)
class Whole:
    """Every sheet of a file by its size, and the grid of every one that has cells."""

    sheets: tuple[Sheet, ...]
    grids: tuple[Grid, ...]
    is_archive: bool = False
    """Several text files in one ZIP, as ODK Central makes it."""

    def grid(self, sheet: str | None = None) -> Grid:
        """The grid of this sheet, without a name that of the first visible one with cells. Raises NoSuchSheetError."""
        if sheet is None:
            hidden = {one.name for one in self.sheets if one.hidden}
            return min(self.grids, key=lambda grid: grid.sheet in hidden)
        found = next((grid for grid in self.grids if grid.sheet == sheet), None)
        if found is None:
            if sheet in [one.name for one in self.sheets]:
                raise EmptyFileError
            raise NoSuchSheetError(sheet=sheet, sheets=", ".join(one.name for one in self.sheets))
        return found


def read(path: Path, *, encoding: str | None = None, progress: Progress = silent) -> Whole:
    """The file in the guarded child, once. Raises one of `app.intake.guard.failures`."""
    return run(read_whole, str(path), encoding, returns=Whole, progress=progress)


def letters(path: Path) -> dict[str, str]:
    """The first lines of a text file as each older encoding shows them, for a person who sees which are letters."""
    return run(read_letters, str(path), returns=dict[str, str])


def read_whole(path: str, encoding: str | None) -> Whole:
    """`read` without the guard; runs in the child."""
    kind = spreadsheet.kind_at(path)
    if kind is Kind.ZIP:
        grids = zipped_tables.read_all(path, encoding)
        return Whole(tuple(Sheet(one.sheet, False, one.rows[-1].number) for one in grids), grids, is_archive=True)
    if kind is not Kind.WORKBOOK:
        grid = spreadsheet.read_grid(path, None, encoding)
        return Whole((Sheet("", False, grid.rows[-1].number),), (grid,))
    sheets, grids = workbook.read_all(path)
    if not grids:
        raise EmptyFileError
    return Whole(sheets, grids)


def read_letters(path: str) -> dict[str, str]:
    """`letters` without the guard; runs in the child."""
    with Path(path).open("rb") as stream:
        head = stream.read(_SAMPLE_BYTES)
    shown = {name: head.decode(name, "replace").splitlines() for name in ENCODINGS}
    return {name: "\n".join(islice(lines, _SAMPLE_LINES)) for name, lines in shown.items()}
