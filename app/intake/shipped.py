"""The mapping files that ship with the program, and which of them fits a table."""

from __future__ import annotations

from pathlib import Path

from app import paths
from app.errors import GroundworkError
from app.i18n import N_
from app.intake import spreadsheet
from app.intake.columns import table
from app.intake.failures import EmptyFileError, FileMissingError, NotASpreadsheetError
from app.intake.forms import answers
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
    if ours := answers.mapping_of(path):
        return ours
    with Quarantine() as quarantine:
        for mapping in map(load, shipped()):
            try:
                grid = spreadsheet.read(path, sheet=mapping.sheet, encoding=mapping.encoding, quarantine=quarantine)
                source = table(grid, heading_row=mapping.heading_row)
            except (EmptyFileError, NotASpreadsheetError):
                raise  # with no mapping can it be read
            except GroundworkError:
                continue  # it has no such sheet or row of headings, so it is another table
            if all(source.column(heading) for heading in mapping.headings):
                return mapping
    spreadsheet.sheets(path)
    raise MappingNeededError(name=path.name)
