"""XLSB sheets whose cells leave out their column, with it. Runs in the guarded child only.

Source: [MS-XLSB], records of a worksheet part. A cell right of another may be written without its column, as SheetJS
does; the reader of workbooks passes over such cells, and a table would come in with its first column alone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app.intake.guard import archives
from app.intake.guard.failures import StrayCellError

_ROW, _BEGIN, _END = 0, 145, 146
_CELLS = range(1, 12)
"""Cells that say their column, in the first four bytes."""
_SHORT = range(12, 19)
"""Cells that do not; each is as the one eleven before it, less the column."""
_FROM_SHORT = 11
_COLUMN_BYTES = 4


def spelled_out(path: Path, most_cells: int) -> io.BytesIO | None:
    """The workbook with every column said; None where nothing is left out. Raises StrayCellError."""
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".bin")]
        changed = {name: _spelled_out(b"".join(archives.pieces(archive, name)), most_cells) for name in sheets}
        if not any(changed.values()):
            return None
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            for name in archive.namelist():
                copy.writestr(name, changed.get(name) or b"".join(archives.pieces(archive, name)))
    made.seek(0)
    return made


def _spelled_out(data: bytes, most_cells: int) -> bytes | None:
    """The records of a sheet with every column said; None where nothing is left out."""
    out, taken, column, last_row, last_column = bytearray(), 0, -1, 0, 0
    for start, end, record, body in _cells(data):
        if record == _ROW:
            last_row, column = max(last_row, int.from_bytes(data[body : body + 4], "little") + 1), -1
            continue
        if record in _CELLS:
            column = int.from_bytes(data[body : body + _COLUMN_BYTES], "little")
        else:
            column += 1
            out += data[taken:start] + bytes((record - _FROM_SHORT,)) + _length(end - body + _COLUMN_BYTES)
            out += column.to_bytes(_COLUMN_BYTES, "little") + data[body:end]
            taken = end
        last_column = max(last_column, column + 1)
    if last_row * last_column > most_cells:
        raise StrayCellError(cell=f"{_letters(last_column)}{last_row}")
    return bytes(out + data[taken:]) if taken else None


def _cells(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """(start, end, kind, start of what it holds) of each row and cell; nothing of what is cut short."""
    at, inside = 0, False
    while at < len(data):
        start = at
        record, at = _number(data, at, 2)
        size, at = _number(data, at, 4)
        if at + size > len(data) or record == _END:
            return
        if inside and (record == _ROW or record in _CELLS or record in _SHORT):
            yield start, at + size, record, at
        inside = inside or record == _BEGIN
        at += size


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where it ends."""
    number = 0
    for place, byte in enumerate(data[at : at + most]):
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return number, at + place + 1
    return number, at + most


def _length(size: int) -> bytes:
    out = bytearray()
    while size > 0x7F:
        out.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes((*out, size))


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
