"""Text tables inside a ZIP, as ODK Central and many portals hand them out. Runs in the guarded child only."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.intake.grids import delimited
from app.intake.grids.grid import Grid
from app.intake.guard import archives
from app.intake.guard.failures import DamagedFileError, EmptyFileError, NoSuchSheetError, NotASpreadsheetError

_ENDINGS = (".csv", ".tsv")


def names(path: str) -> tuple[str, ...]:
    """The text tables in the archive, in its order. Raises NotASpreadsheetError if there is none."""
    with _opened(path) as archive:
        return _names(archive)


def read(path: str, name: str | None, encoding: str | None) -> Grid:
    """The table of this name, or the first one; the grid's sheet is its name."""
    with _opened(path) as archive:
        found = _names(archive)
        chosen = found[0] if name is None else name
        if chosen not in found:
            raise NoSuchSheetError(sheet=chosen, sheets=", ".join(found))
        return _read(archive, chosen, encoding)


def read_all(path: str, encoding: str | None) -> tuple[Grid, ...]:
    """Every table of the archive that has cells, in its order. Raises EmptyFileError if none has."""
    grids = []
    with _opened(path) as archive:
        for name in _names(archive):
            with suppress(EmptyFileError):
                grids.append(_read(archive, name, encoding))
    if not grids:
        raise EmptyFileError
    return tuple(grids)


def _read(archive: zipfile.ZipFile, name: str, encoding: str | None) -> Grid:
    return delimited.text_table(b"".join(archives.pieces(archive, name)), encoding, sheet=name)


def _names(archive: zipfile.ZipFile) -> tuple[str, ...]:
    found = tuple(
        name
        for name in archive.namelist()
        if name.lower().endswith(_ENDINGS) and not name.startswith(("__MACOSX/", "."))
    )
    if not found:
        raise NotASpreadsheetError
    return found


@contextmanager
def _opened(path: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            archives.check(archive)
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise DamagedFileError(detail=type(error).__name__) from error
