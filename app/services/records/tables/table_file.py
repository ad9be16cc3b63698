"""The file that somebody wants to bring in: read once, in the guarded child, and then only looked at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from app.intake.fitting.mapping import Mapping
from app.intake.forms import dictionary
from app.intake.grids import whole
from app.intake.grids.grid import Grid, Sheet
from app.intake.grids.whole import Whole, letters
from app.intake.guard.failures import EncodingNeededError, FileMissingError
from app.intake.guard.letters import ENCODINGS
from app.intake.rows import grid_of
from app.progress import Progress, silent

__all__ = ["ENCODINGS", "EncodingNeededError", "Sheet", "TableFile", "letters", "opened"]


@dataclass(frozen=True)
class TableFile:
    """A file as it was when it was opened."""

    path: Path
    digest: str
    """SHA-256 of its bytes."""
    whole: Whole
    encoding: str | None = None
    """The older encoding that a person chose for it."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.name

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its sheets, with their size; a text file is one sheet without a name."""
        return self.whole.sheets

    def grid(self, mapping: Mapping) -> Grid:
        """The grid that this mapping is about. Raises what ails the file."""
        return grid_of(self.whole, mapping)


def with_form(file: TableFile, form: Path, language: str) -> TableFile:
    """The same export with the labels of its XLSForm, in this language if the form has it, for names of it.

    Raises NotAnXlsFormError, or what ails the form.
    """
    known = dictionary.of(whole.read(form), language)
    return replace(file, whole=dictionary.applied(file.whole, known))


def opened(path: Path, *, encoding: str | None = None, progress: Progress = silent) -> TableFile:
    """Read the file. Raises one of `app.intake.guard.failures`; EncodingNeededError: a person must choose letters."""
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise FileMissingError(name=path.name, detail=type(error).__name__) from error
    return TableFile(path, digest, whole.read(path, encoding=encoding, progress=progress), encoding)
