"""CSV in all its kinds: encoding by mark, delimiter by the steadiest count, any line end."""

from __future__ import annotations

import csv
from pathlib import Path

from app.intake.grids import dialects
from app.intake.grids.grid import Grid, Row
from app.intake.grids.workbook import until_blank
from app.intake.guard.failures import DamagedFileError, EmptyFileError, TooLargeError
from app.intake.guard.letters import decoded

_LARGEST = 300 * 1024 * 1024
_LONGEST_CELL = 10 * 1024 * 1024
_GUARDED = frozenset("=+-@\t\r")
"""What `app.reports.tables` and other careful programs write an apostrophe before."""


def read_text_table(path: str, encoding: str | None) -> Grid:
    """The rows of a text file; `encoding` counts only where there is no mark and the bytes are not UTF-8."""
    if Path(path).stat().st_size > _LARGEST:
        raise TooLargeError
    return text_table(Path(path).read_bytes(), encoding)


def text_table(data: bytes, encoding: str | None = None, *, sheet: str = "") -> Grid:
    """`read_text_table` for bytes that are here already."""
    letters = decoded(data, encoding)
    text = letters.text
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows, blank_after, unread_after = until_blank(
            Row(number, tuple(map(_plain, cells)))
            for number, cells in enumerate(dialects.records(text, dialects.of(text)), start=1)
        )
    except csv.Error as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    if not rows:
        raise EmptyFileError
    return Grid(sheet=sheet, rows=rows, blank_after=blank_after, unread_after=unread_after, nulls=letters.nulls)


def _plain(cell: str) -> str | None:
    """The cell without the apostrophe that keeps spreadsheet programs from running it; None if nothing is in it."""
    if not cell or cell.isspace():
        return None
    return cell[1:] if cell[0] == "'" and cell[1:2] in _GUARDED else cell
