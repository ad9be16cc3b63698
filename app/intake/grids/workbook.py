"""XLSX, XLSM, XLSB, XLS and ODS, read by python-calamine after our own checks. Runs in the guarded child only."""

from __future__ import annotations

import datetime
import io
import math
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import python_calamine as calamine

from app.intake.grids import binary_sheets
from app.intake.grids.grid import Cell, Grid, Merge, Row, Sheet
from app.intake.guard import archives
from app.intake.guard.failures import (
    DamagedFileError,
    EmptyFileError,
    NoSuchSheetError,
    NotASpreadsheetError,
    PasswordProtectedError,
    StrayCellError,
    TooLargeError,
)

STOP_AFTER_BLANK = 50
"""So many blank rows in a row end a table; half of many official tables is blank rows below it."""
MOST_CELLS = 20_000_000
_HEAD_ROWS = 30
_ROW = re.compile(rb"<row\b(?:[^>]*?\br=\"(\d{1,10})\")?")
_ANY_ROW = re.compile(rb"<(?:\w+:)?row\b(?:[^>]*?\br=\"(\d{1,10})\")?")
_MAYBE_WIDE = re.compile(rb"r=\"[A-Z]{2,3}\d")
"""Beginning with letters that are looked for fast: most tables have not so many columns, and need no closer look."""
_WIDE = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{2,3})(\d{1,10})\"[^>]*?(?<!/)>")
_OVERLAP = 300
_BETWEEN_CELLS = re.compile(rb">\s+(</?(?:table|text|office):)")


def list_sheets(path: str) -> tuple[Sheet, ...]:
    """The sheets with cells, in the order of the workbook."""
    book = _opened(Path(path))
    return tuple(
        Sheet(meta.name, _hidden(meta), _height(book.get_sheet_by_name(meta.name))) for meta in _with_cells(book)
    )


def read_sheet(path: str, sheet: str | None) -> Grid:
    """One sheet, or the first visible one that has rows. Raises one of `failures`."""
    book = _opened(Path(path))
    try:
        chosen = _choose(book, sheet)
    except calamine.CalamineError as error:
        raise _why_not(Path(path), error) from error
    grid = _grid(chosen, date_1904=_counts_from_1904(Path(path)))
    if grid is None:
        raise EmptyFileError
    return grid


def read_all(path: str) -> tuple[tuple[Sheet, ...], tuple[Grid, ...]]:
    """Every sheet with its size, and the grid of each that has cells. Raises one of `failures`."""
    book = _opened(Path(path))
    date_1904 = _counts_from_1904(Path(path))
    sheets, grids = [], []
    for meta in _with_cells(book):
        try:
            found = book.get_sheet_by_name(meta.name)
        except calamine.CalamineError as error:
            raise _why_not(Path(path), error) from error
        sheets.append(Sheet(meta.name, _hidden(meta), _height(found)))
        if (grid := _grid(found, date_1904=date_1904)) is not None:
            grids.append(grid)
    return tuple(sheets), tuple(grids)


def _grid(sheet: calamine.CalamineSheet, *, date_1904: bool) -> Grid | None:
    """The sheet down to its last filled row; None without a single filled cell."""
    rows, blank_after, unread_after = until_blank(_rows(sheet))
    if not rows:
        return None
    return Grid(
        sheet=sheet.name,
        rows=rows,
        blank_after=blank_after,
        unread_after=unread_after,
        date_1904=date_1904,
        merges=_merges(sheet),
    )


def is_workbook(path: Path) -> bool:
    """Whether this archive has the parts of a workbook, whatever its first part is called; a damaged one counts."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _has_sheets(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        return True


def until_blank(rows: Iterable[Row]) -> tuple[tuple[Row, ...], int, int]:
    """The rows up to the last filled one before 50 blank ones; how many blank, then how many filled, came after."""
    kept: list[Row] = []
    last_filled = blank_after = unread_after = 0
    for row in rows:
        if len(kept) - last_filled >= STOP_AFTER_BLANK:
            blank_after, unread_after = blank_after + row.blank, unread_after + (not row.blank)
            continue
        kept.append(row)
        if not row.blank:
            last_filled = len(kept)
    return tuple(kept[:last_filled]), blank_after + len(kept) - last_filled, unread_after


def _opened(path: Path) -> calamine.CalamineWorkbook:
    spelled_out = _check_archive(path) if _is_archive(path) else None
    try:
        return calamine.CalamineWorkbook.from_object(spelled_out or path)
    except calamine.PasswordError as error:
        raise PasswordProtectedError from error
    except (calamine.ZipError, calamine.XmlError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    except calamine.CalamineError as error:
        if tidied := _tidied(path):
            return tidied
        raise _why_not(path, error) from error


def _tidied(path: Path) -> calamine.CalamineWorkbook | None:
    """An ODS file whose writer put line breaks between cells, as Calligra does, without them; None for all others."""
    if not _is_archive(path):
        return None
    made = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as copy:
        if not {"mimetype", "content.xml", "META-INF/manifest.xml"} <= set(archive.namelist()):
            return None
        for name in ("mimetype", "META-INF/manifest.xml", "content.xml"):
            content = b"".join(archives.pieces(archive, name))
            copy.writestr(name, _BETWEEN_CELLS.sub(rb">\1", content) if name == "content.xml" else content)
    made.seek(0)
    try:
        return calamine.CalamineWorkbook.from_filelike(made)
    except calamine.CalamineError:
        return None


def _is_archive(path: Path) -> bool:
    """By its first bytes: old workbooks carry a small archive (their colours) inside, and are none."""
    with path.open("rb") as stream:
        return stream.read(2) == b"PK"


def _why_not(path: Path, error: Exception) -> Exception:
    """Encrypted workbooks of old kinds are containers with a tell-tale stream name."""
    if "Cell limit" in str(error):
        return TooLargeError(detail=type(error).__name__)
    with path.open("rb") as stream:
        start = stream.read(1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in start:
        return PasswordProtectedError(detail=type(error).__name__)
    if "WordDocument".encode("utf-16-le") in start or "PowerPoint Document".encode("utf-16-le") in start:
        return NotASpreadsheetError(detail=type(error).__name__)
    return DamagedFileError(detail=type(error).__name__)


def _check_archive(path: Path) -> io.BytesIO | None:
    """Refuse what could do harm; what to read in its place where it leaves out what the reader needs."""
    try:
        with zipfile.ZipFile(path) as archive:
            archives.check(archive)
            names = set(archive.namelist())
            if not _has_sheets(names):
                raise NotASpreadsheetError
            archives.refuse_doctypes(archive)
            for name in names:
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    _refuse_stray_cell(archive, name)
        return binary_sheets.spelled_out(path, MOST_CELLS)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error


def _has_sheets(names: Iterable[str]) -> bool:
    return any(name.startswith("xl/") or name == "content.xml" for name in names)


def _refuse_stray_cell(archive: zipfile.ZipFile, name: str) -> None:
    """The reader takes the whole rectangle into memory, so its true corner is looked up first."""
    last_row, last_column, column_name, tail = 0, 1, "A", b""
    for piece in archives.pieces(archive, name):
        window = tail + piece
        rows = _ANY_ROW if b":row" in window else _ROW
        for row in rows.finditer(window, max(0, len(tail) - _OVERLAP)):
            last_row = max(last_row, int(row[1] or 0))
        for cell in _WIDE.finditer(window) if _MAYBE_WIDE.search(window) else ():
            if _column(cell[1]) > last_column:
                last_column, column_name = _column(cell[1]), cell[1].decode()
            last_row = max(last_row, int(cell[2]))
        tail = window[-_OVERLAP:]
    if last_row * last_column > MOST_CELLS:
        raise StrayCellError(cell=f"{column_name}{last_row}")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _with_cells(book: calamine.CalamineWorkbook) -> list[calamine.SheetMetadata]:
    return [meta for meta in book.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]


def _hidden(meta: calamine.SheetMetadata) -> bool:
    return meta.visible != calamine.SheetVisibleEnum.Visible


def _height(sheet: calamine.CalamineSheet) -> int:
    """Down to the last filled row; the reader's own `total_height` is one less."""
    return sheet.end[0] + 1 if sheet.end else 0


def _choose(book: calamine.CalamineWorkbook, sheet: str | None) -> calamine.CalamineSheet:
    found = _with_cells(book)
    if sheet is not None:
        if sheet not in [meta.name for meta in found]:
            raise NoSuchSheetError(sheet=sheet, sheets=", ".join(meta.name for meta in found))
        return book.get_sheet_by_name(sheet)
    # Visible ones first: what is hidden was not meant to be read.
    found.sort(key=_hidden)
    for meta in found:
        candidate = book.get_sheet_by_name(meta.name)
        if _height(candidate):
            return candidate
    raise EmptyFileError


def _rows(sheet: calamine.CalamineSheet) -> Iterable[Row]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield Row(number, tuple([_PLAIN.get(type(cell), str)(cell) for cell in cells]))


def _plain_float(cell: float) -> Cell:
    if not math.isfinite(cell):
        return None
    return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell


def _plain_text(cell: str) -> Cell:
    return cell if cell and not cell.isspace() else None


def _plain_moment(cell: datetime.datetime) -> Cell:
    return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat()


_PLAIN: dict[type, Callable[..., Cell]] = {
    str: _plain_text,
    float: _plain_float,
    int: int,
    bool: bool,
    datetime.datetime: _plain_moment,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
}


def _merges(sheet: calamine.CalamineSheet) -> tuple[Merge, ...]:
    """Only those of the first rows: they join headings, all others are decoration."""
    ranges = sheet.merged_cell_ranges or []
    return tuple(
        Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges if top < _HEAD_ROWS
    )


def _counts_from_1904(path: Path) -> bool:
    if not _is_archive(path):
        return False
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return False
        return bool(re.search(rb"date1904=\"(1|true)\"", b"".join(archives.pieces(archive, "xl/workbook.xml"))))
