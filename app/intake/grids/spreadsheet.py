"""Any spreadsheet as a grid of plain cells, read in the guarded child."""

from __future__ import annotations

from pathlib import Path

from app.intake.grids import delimited, iati, listed, workbook, zipped_tables
from app.intake.grids.grid import Grid, Sheet
from app.intake.guard import letters
from app.intake.guard.failures import EmptyFileError, FileMissingError, NotASpreadsheetError, OtherTableError
from app.intake.guard.kinds import HEAD_BYTES, Kind, kind_of
from app.intake.guard.quarantine import Quarantine, run
from app.progress import Progress, silent


def sheets(path: Path, *, quarantine: Quarantine | None = None, progress: Progress = silent) -> tuple[Sheet, ...]:
    """The sheets of a workbook with their size; a text file is one sheet without a name.

    Text tables in a ZIP are sheets with their names.
    """
    if quarantine is None:
        return run(list_sheets, str(path), returns=tuple[Sheet, ...], progress=progress)
    return quarantine.read(list_sheets, str(path), returns=tuple[Sheet, ...], progress=progress)


def read(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    quarantine: Quarantine | None = None,
    progress: Progress = silent,
) -> Grid:
    """One sheet of the file; without a name the first visible one that has rows.

    `encoding`, one of `letters.ENCODINGS`, is used for text that is not UTF-8. Many files may share a `quarantine`.
    Raises one of `app.intake.guard.failures`.
    """
    if quarantine is None:
        return run(read_grid, str(path), sheet, encoding, returns=Grid, progress=progress)
    return quarantine.read(read_grid, str(path), sheet, encoding, returns=Grid, progress=progress)


def list_sheets(path: str) -> tuple[Sheet, ...]:
    """`sheets` without the guard; runs in the child."""
    kind = kind_at(path)
    if kind is Kind.WORKBOOK:
        return workbook.list_sheets(path)
    if kind is Kind.ZIP:
        tables = {name: zipped_tables.read(path, name, letters.ENCODINGS[0]) for name in zipped_tables.names(path)}
        return tuple(Sheet(name=name, hidden=False, rows=one.rows[-1].number) for name, one in tables.items())
    return (Sheet(name="", hidden=False, rows=read_grid(path, None, letters.ENCODINGS[0]).rows[-1].number),)


def read_grid(path: str, sheet: str | None, encoding: str | None) -> Grid:
    """`read` without the guard; runs in the child."""
    kind = kind_at(path)
    if kind is Kind.EMPTY:
        raise EmptyFileError
    if kind is Kind.WORKBOOK:
        return workbook.read_sheet(path, sheet)
    if kind is Kind.ZIP:
        return zipped_tables.read(path, sheet, encoding)
    if kind is Kind.CSV:
        return delimited.read_text_table(path, encoding)
    if kind is Kind.MARKUP:
        return iati.read(path)
    if kind is Kind.OTHER_TABLE:
        raise OtherTableError
    if kind is Kind.JSON:
        return listed.read_json(path)
    if kind is Kind.YAML:
        return listed.read_yaml(path)
    raise NotASpreadsheetError(detail=kind.value)


def kind_at(path: str) -> Kind:
    """The kind by first bytes; a ZIP that starts with an unusual part may still be a workbook."""
    try:
        with Path(path).open("rb") as stream:
            kind = kind_of(stream.read(HEAD_BYTES))
    except OSError as error:
        raise FileMissingError(name=Path(path).name, detail=type(error).__name__) from error
    return Kind.WORKBOOK if kind is Kind.ZIP and workbook.is_workbook(Path(path)) else kind
