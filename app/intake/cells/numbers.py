"""Counts as people write them: `1 234`, `1.234`, `1,234`, `١٬٢٣٤`; what a comma means is decided per column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.i18n import N_
from app.intake.cells.dates import fold_digits
from app.intake.cells.results import Read
from app.intake.grids.grid import Cell, text

NOT_A_NUMBER = N_("“{value}” is not a number.")
NOT_WHOLE = N_("“{value}” is not a whole number of people.")
BELOW_ZERO = N_("“{value}” is less than 0.")
_LARGEST = 10_000_000_000
TOO_BIG = N_("“{value}” is too large for a count.")

_SPACES = re.compile("[\\s\u00a0\u202f\u2009'\u2019\u066c]")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE]\+?\d{1,2})?")


def decimal_mark(cells: Iterable[Cell]) -> str:
    """The mark before the fraction in this column, '.' or ','; '' if no value tells.

    A mark that is followed by other than three digits, or that comes after the other mark, is it.
    """
    for cell in cells:
        said = _bare(text(cell))
        marks = [letter for letter in said if letter in ".,"]
        if not marks:
            continue
        if len(set(marks)) == 2 or (len(marks) == 1 and not _GROUPED.fullmatch(said.lstrip("-"))):
            return marks[-1]
    return ""


def read_count(cell: Cell, *, mark: str = "") -> Read:
    """A whole number of 0 or more as the value."""
    if isinstance(cell, bool):
        return Read(message=NOT_A_NUMBER)
    if isinstance(cell, int):
        return _whole(cell)
    said = _bare(text(cell))
    other = {".": ",", ",": "."}.get(mark)
    if other:
        said = said.replace(other, "").replace(mark, ".")
    elif _GROUPED.fullmatch(said.lstrip("-")) and isinstance(cell, str):
        said = said.replace(".", "").replace(",", "")
    if not _NUMBER.fullmatch(said):
        return Read(message=NOT_A_NUMBER)
    return _whole(float(said))


def is_either(said: str, mark: str) -> bool:
    """Whether a mark before three digits may part thousands or a fraction, and no other cell of the column tells."""
    bare = _bare(said).lstrip("-")
    return not mark and bool(_GROUPED.fullmatch(bare)) and sum(letter in ".," for letter in bare) == 1


def _whole(number: float) -> Read:
    if number < 0:
        return Read(message=BELOW_ZERO)
    if number > _LARGEST:
        return Read(message=TOO_BIG)
    if int(number) != number:
        return Read(message=NOT_WHOLE)
    return Read(value=int(number))


def _bare(said: str) -> str:
    return _SPACES.sub("", fold_digits(said)).replace("\u066b", ",")
