"""The mapping files that ship with the program, and which of them fits a table."""

from __future__ import annotations

from pathlib import Path

from app import paths
from app.errors import GroundworkError
from app.i18n import N_
from app.intake.fitting.mapping import Mapping, load
from app.intake.forms import answers
from app.intake.grids.columns import table
from app.intake.grids.whole import Whole


class MappingNeededError(GroundworkError):
    """No shipped mapping fits, so somebody must say what the columns mean."""

    message = N_("Groundwork does not know the columns of “{name}”. Give a mapping file that says what they mean.")


def shipped() -> tuple[Path, ...]:
    """Every mapping file that ships, by name."""
    return tuple(sorted((paths.resources() / "mappings").glob("*.json")))


def fitting(path: Path, whole: Whole) -> Mapping:
    """The mapping for answers to our own forms, else the shipped one of which every heading is in the table.

    A file that no mapping can read has failed before, when it was read whole. Raises MappingNeededError.
    """
    if ours := answers.mapping_of(whole):
        return ours
    for mapping in map(load, shipped()):
        try:
            source = table(whole.grid(mapping.sheet), heading_row=mapping.heading_row)
        except GroundworkError:
            continue  # it has no such sheet or row of headings, so it is another table
        if all(source.column(heading) for heading in mapping.headings):
            return mapping
    raise MappingNeededError(name=path.name)
