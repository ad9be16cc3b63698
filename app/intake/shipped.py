"""The mapping files that ship with the program, and which of them fits a table."""

from __future__ import annotations

from pathlib import Path

from app import paths
from app.errors import GroundworkError
from app.i18n import N_
from app.intake import spreadsheet
from app.intake.columns import Table, table
from app.intake.failures import EmptyFileError, FileMissingError, IatiTooOldError, NotASpreadsheetError
from app.intake.forms import answers
from app.intake.grid import Grid
from app.intake.mapping import Mapping, load
from app.intake.quarantine import Quarantine


class MappingNeededError(GroundworkError):
    """No shipped mapping fits, so somebody must say what the columns mean."""

    message = N_("Groundwork does not know the columns of “{name}”. Give a mapping file that says what they mean.")


def shipped() -> tuple[Path, ...]:
    """Every mapping file that ships, by name."""
    return tuple(sorted((paths.resources() / "mappings").glob("*.json")))


def fitting(path: Path) -> Mapping:
    """The mapping for answers to our own forms, else the shipped one of which every heading is in the table.

    Raises MappingNeededError, or what ails the file.
    """
    if not path.is_file():
        raise FileMissingError(name=path.name)
    with Quarantine() as quarantine:
        if ours := answers.mapping_of(path, quarantine):
            return ours
        tables = _Tables(path, quarantine)
        for mapping in map(load, shipped()):
            try:
                source = tables.through(mapping)
            except (EmptyFileError, NotASpreadsheetError, IatiTooOldError):
                raise  # with no mapping can it be read
            except GroundworkError:
                continue  # it has no such sheet or row of headings, so it is another table
            if all(source.column(heading) for heading in mapping.headings):
                return mapping
        spreadsheet.sheets(path, quarantine=quarantine)
    raise MappingNeededError(name=path.name)


class _Tables:
    """The tables of one file, each sheet read once however many mappings are tried on it."""

    def __init__(self, path: Path, quarantine: Quarantine) -> None:
        self._path, self._quarantine = path, quarantine
        self._grids: dict[tuple[str | None, str | None], Grid] = {}

    def through(self, mapping: Mapping) -> Table:
        """The table that this mapping would read. Raises what ails the file or the sheet."""
        key = (mapping.sheet, mapping.encoding)
        if key not in self._grids:
            self._grids[key] = spreadsheet.read(
                self._path, sheet=mapping.sheet, encoding=mapping.encoding, quarantine=self._quarantine
            )
        return table(self._grids[key], heading_row=mapping.heading_row)
