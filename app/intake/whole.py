"""A whole file of tables, read once: whatever is asked of it later is asked of what is here already."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.intake import archives, delimited, spreadsheet, workbook
from app.intake.failures import DamagedFileError, EmptyFileError, NoSuchSheetError
from app.intake.grid import Grid, Sheet
from app.intake.kinds import HEAD_BYTES, Kind, kind_of
from app.intake.quarantine import run
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
    """The file in the guarded child, once. Raises one of `app.intake.failures`."""
    return run(read_whole, str(path), encoding, returns=Whole, progress=progress)


def letters(path: Path) -> dict[str, str]:
    """The first lines of a text file as each older encoding shows them, for a person who sees which are letters."""
    return run(read_letters, str(path), returns=dict[str, str])


def read_whole(path: str, encoding: str | None) -> Whole:
    """`read` without the guard; runs in the child."""
    if _is_archive_of_tables(Path(path)):
        grids = read_archive(path)
        return Whole(tuple(Sheet(one.sheet, False, one.rows[-1].number) for one in grids), grids, is_archive=True)
    kind = spreadsheet.kind_at(path)
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
    shown = {name: head.decode(name, "replace").splitlines() for name in delimited.ENCODINGS}
    return {name: "\n".join(islice(lines, _SAMPLE_LINES)) for name, lines in shown.items()}


def read_archive(path: str) -> tuple[Grid, ...]:
    """The CSV tables of a ZIP, as ODK Central makes one; runs in the guarded child."""
    try:
        with zipfile.ZipFile(path) as archive:
            archives.check(archive)
            names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
            return tuple(delimited.text_table(b"".join(archives.pieces(archive, name))) for name in names)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as failure:
        raise DamagedFileError(detail=type(failure).__name__) from failure


def _is_archive_of_tables(path: Path) -> bool:
    """A ZIP that holds CSV files and is no workbook."""
    try:
        with path.open("rb") as stream:
            if kind_of(stream.read(HEAD_BYTES)) is not Kind.ZIP:
                return False
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return False
    is_workbook = "content.xml" in names or any(name.startswith("xl/") for name in names)
    return not is_workbook and any(name.lower().endswith(".csv") for name in names)
