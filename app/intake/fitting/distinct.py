"""Everything that different cells of a table say for a field, how often, and how each of it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app import compact, places
from app.domain.records import FieldRule, Shape
from app.intake.cells import numbers, values
from app.intake.cells.dates import EITHER_ORDER, Order
from app.intake.cells.results import FieldValue, RowProblem
from app.intake.cells.whereabouts import Whereabouts
from app.intake.fitting.fields import FieldReader, readers
from app.intake.fitting.mapping import Mapping
from app.intake.fitting.private import is_private
from app.intake.grids.columns import Table
from app.intake.grids.grid import Cell, text
from app.intake.words import fold
from app.progress import Progress, silent

_STEP = 2_000
_LOOKED_AT = 500
_DECIDED = (Shape.CODE, Shape.CODES, Shape.OBJECTIVES, Shape.FLAG, Shape.PLACE, Shape.WHEN, Shape.NUMBER)
"""The shapes whose cells are read, not only taken over."""
_UNKNOWN_PLACE = {"activity": True, "feedback": False}


@dataclass(frozen=True)
class Said:
    """One thing that cells say: in how many rows, what it is read as, or why it cannot be read."""

    text: str
    rows: int
    value: FieldValue | None = None
    message: str = ""

    @property
    def sentence(self) -> str:
        """Why it cannot be read, in the active language; "" if it can."""
        return RowProblem(0, "", self.text, self.message).sentence() if self.message else ""


@dataclass(frozen=True)
class FieldSaid:
    """One field with everything that is said for it; what cannot be read comes first, then what is said most."""

    rule: FieldRule
    column: str
    said: tuple[Said, ...]
    order: Order
    """Which part of a date is the day, as the whole column decides."""
    either: str = ""
    """Of counts, a text whose mark may part thousands or a fraction: it is read as thousands."""

    @property
    def unread(self) -> int:
        """How many different things cannot be read."""
        return sum(bool(one.message) for one in self.said)

    @property
    def is_ambiguous(self) -> bool:
        """Whether dates of it can be read in two ways."""
        return any(one.message == EITHER_ORDER for one in self.said)


def said_of(
    table: Table, mapping: Mapping, *, gazetteer: places.Gazetteer | None = None, progress: Progress = silent
) -> tuple[FieldSaid, ...]:
    """Every field whose cells are read, in the order of the form, with what is said for it."""
    allowed = [
        column
        for column in table.columns
        if not is_private(column, [table.cell(row, column) for row in table.rows[:_LOOKED_AT]])
    ]
    known = gazetteer or places.load()
    whereabouts = Whereabouts(known, mapping.country, keep_unknown=_UNKNOWN_PLACE[mapping.kind])
    found = [
        one
        for one in readers(mapping, table, allowed=allowed, whereabouts=whereabouts)
        if one.columns and one.rule.shape in _DECIDED and one.rule.name not in mapping.constants and _is_read(one)
    ]
    counted: list[Counter[tuple[Cell, ...]]] = [Counter() for _one in found]
    for done, row in enumerate(table.rows):
        if done % _STEP == 0:
            progress(done, len(table.rows))
        for one, counter in zip(found, counted, strict=True):
            if said := one.said(row):
                counter[tuple(said)] += 1
    told = zip(found, counted, strict=True)
    return tuple(_field(one, counter, mapping.separators, known) for one, counter in told)


def _is_read(one: FieldReader) -> bool:
    """A code field without a list takes whatever is written."""
    return not one.rule.codes or bool(len(compact.load().code_list(one.rule.codes)))


def _field(one: FieldReader, counter: Counter[tuple[Cell, ...]], separators: str, known: places.Gazetteer) -> FieldSaid:
    parts: Counter[tuple[Cell, ...]] = Counter()
    for cells, rows in counter.items():
        for part in _parts(one, cells, separators):
            parts[part] += rows
    said = [_said(one, cells, rows, known) for cells, rows in parts.items()]
    said.sort(key=lambda told: (not told.message, -told.rows, told.text))
    counts = (told.text for told in said if one.rule.shape is Shape.NUMBER and fold(told.text) not in one.lookup)
    either = next((told for told in counts if numbers.is_either(told, one.mark)), "")
    return FieldSaid(one.rule, one.shown, tuple(said), one.order, either)


def _parts(one: FieldReader, cells: tuple[Cell, ...], separators: str) -> Iterator[tuple[Cell, ...]]:
    """The elements of a list, each for itself; what the mapping knows as a whole stays whole."""
    if not one.rule.shape.many:
        yield cells
        return
    for cell in cells:
        whole = text(cell).strip()
        if fold(whole) in one.lookup:
            yield (whole,)
        else:
            yield from ((part,) for part in values.split(whole, one.rule, separators))


def _said(one: FieldReader, cells: tuple[Cell, ...], rows: int, gazetteer: places.Gazetteer) -> Said:
    found = one.read(cells)
    told = text(cells[0]).strip()
    if one.rule.shape is Shape.PLACE:
        known = str(found.value or "")
        is_place = gazetteer.place(known).known if known else False
        return Said(" · ".join(text(cell).strip() for cell in cells), rows, known if is_place else None)
    made = Said(told, rows, found.value, found.message)
    return replace(made, text=found.said or told)
