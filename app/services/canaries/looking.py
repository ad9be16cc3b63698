"""Looking for canaries in files that left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.intake.guard.failures import FileMissingError
from app.intake.guard.quarantine import Limits, Quarantine
from app.intake.guard.seeking import seek
from app.progress import Progress, silent

_LIMITS = Limits(seconds=120.0)


@dataclass(frozen=True)
class Escape:
    """A planted word that was found in a file."""

    file: Path
    word: str


def look(files: Iterable[Path], words: Iterable[str], progress: Progress = silent) -> tuple[Escape, ...]:
    """Every one of the words that stands in one of the files, in any of their layers.

    Raises FileMissingError, and what the guarded child says of a file that cannot be searched: not searched is
    never taken for clean.
    """
    wanted, found = list(words), list(files)
    escaped: list[Escape] = []
    with Quarantine(_LIMITS) as quarantine:
        for number, path in enumerate(found):
            progress(number, len(found))
            hits = quarantine.read(seek, _read(path), wanted, returns=list[str])
            escaped += [Escape(path, word) for word in hits]
    return tuple(escaped)


def words_of(table: str) -> tuple[str, ...]:
    """The words of a list that `planting.table` wrote."""
    return tuple(line.split("\t")[0] for line in table.splitlines()[1:] if line)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileMissingError(name=path.name, detail=type(error).__name__) from error
