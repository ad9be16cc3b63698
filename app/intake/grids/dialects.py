"""How a text table is written: what parts its cells, how quotes in them are told, and where its headings are shifted.

Programs differ: spreadsheets double a quote, R puts a backslash before it, and leaves out the heading of its row names.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_SAID = re.compile(r"sep=(.)\s*")
_FEWEST = 3
"""So many columns make a table whose cells are parted by spaces: sentences are no tables."""

Cells = list[str]


@dataclass(frozen=True)
class Dialect:
    """What parts cells, the sign before a quote inside one ("" where quotes are doubled), and if the file says so."""

    delimiter: str = ","
    escape: str = ""
    said: bool = False


def of(text: str) -> Dialect:
    """What the file says of itself, else what gives the steadiest number of columns over the first rows.

    A comma if there is only one column. Spaces part cells only where all texts are in quotes and every row agrees.
    """
    if found := _SAID.fullmatch(text.partition("\n")[0]):
        return Dialect(found[1], said=True)
    escapes = ("", "\\") if '\\"' in text else ("",)
    best, best_score = Dialect(), (0.0, 0)
    for one in (Dialect(delimiter, escape) for delimiter in DELIMITERS for escape in escapes):
        if (score := _score(text, one)) > best_score and score[1] > 1:
            best, best_score = one, score
    if best_score[0] < 1 and text.lstrip().startswith('"'):
        for one in (Dialect(" ", escape) for escape in escapes):
            if (score := _score(text, one)) >= (1, _FEWEST):
                return one
    return best


def records(text: str, dialect: Dialect) -> Iterator[Cells]:
    """Every row; the line that says what parts the cells is blank, headings stand above their own columns."""
    rows = _records(text, dialect)
    if dialect.said:
        next(rows, None)
        yield []
    head = list(islice(rows, _SAMPLE_ROWS))
    if _is_shifted(head):
        head[0] = ["", *head[0]]
    yield from head
    yield from rows


def _records(text: str, dialect: Dialect) -> Iterator[Cells]:
    escape = dialect.escape or None
    stream = io.StringIO(text, newline="")
    return csv.reader(stream, delimiter=dialect.delimiter, escapechar=escape, doublequote=escape is None)


def _score(text: str, dialect: Dialect) -> tuple[float, int]:
    """How many of the first rows have the usual number of columns, and that number."""
    rows = [cells for cells in islice(_records(text, dialect), _SAMPLE_ROWS) if cells]
    widths = Counter(map(len, rows[1:] if _is_shifted(rows) else rows))
    if not widths:
        return 0.0, 0
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    return times / widths.total(), width


def _is_shifted(rows: list[Cells]) -> bool:
    """Whether each row below the first has one cell more, and begins with a name of its own, as R writes tables."""
    below = [cells for cells in rows[1:] if cells]
    if not rows or not below or {len(cells) for cells in below} != {len(rows[0]) + 1}:
        return False
    names = [cells[0] for cells in below]
    return len(rows[0]) > 1 and all(names) and len(set(names)) == len(names) and bool(below[0][-1] or rows[0][-1])
