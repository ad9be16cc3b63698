"""One field of a record, fed from the columns of one table; what is decided per column is decided here, once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from app import compact
from app.compact.codes import CodeList
from app.domain.records import FieldRule, Shape
from app.intake.cells import values
from app.intake.cells.dates import Order, order_of, read_when
from app.intake.cells.numbers import decimal_mark, read_count
from app.intake.cells.results import FieldValue, Read
from app.intake.cells.whereabouts import Whereabouts
from app.intake.fitting.mapping import Mapping, Source, Value
from app.intake.grids.columns import Column, Table
from app.intake.grids.grid import Cell, Row, text
from app.intake.words import fold, is_null

_HOLE = re.compile(r"\{([^{}]+)\}")
_FREE = (Shape.TEXT, Shape.LONG_TEXT)
"""Taken over as they are written."""
_REMEMBERED = 20_000


@dataclass(frozen=True)
class FieldReader:
    """Reads one field. `columns` holds the columns that the mapping names for it, by the name used there."""

    rule: FieldRule
    source: Source
    columns: dict[str, Column]
    lookup: dict[str, Value]
    codes: CodeList
    separators: str = ";"
    order: Order = Order.NOT_KNOWN
    from_1904: bool = False
    mark: str = ""
    whereabouts: Whereabouts | None = field(default=None, compare=False)
    seen: dict[tuple[type, Cell], Read] = field(default_factory=dict, compare=False, repr=False)
    """What cells of few kinds were read as: a column says the same thing many times."""

    @property
    def shown(self) -> str:
        """The heading to name in a problem."""
        return next((column.heading for column in self.columns.values()), self.rule.name)

    def said(self, row: Row) -> list[Cell]:
        """The filled cells and templates of this row, in the order of the mapping.

        Null words are not filled; a template is filled when every column in it is.
        """
        if (index := self._only) is not None:
            cell = row.cells[index] if index < len(row.cells) else None
            return [cell] if _says(cell) else []
        return [cell for part in self.source.parts if _says(cell := self._part(part, row))]

    @cached_property
    def _only(self) -> int | None:
        """Where the one column stands that feeds this field, as of most fields; None where it is otherwise."""
        parts = self.source.parts
        return self.columns[parts[0]].index if len(parts) == 1 and parts[0] in self.columns else None

    def read(self, said: Sequence[Cell]) -> Read:
        """The value that these filled cells give, or the first text among them that cannot be read."""
        if self.rule.shape is Shape.PLACE and self.whereabouts:
            known = next((given for cell in said if (given := self._looked_up(text(cell)))), said)
            return Read(value=self.whereabouts.read([text(cell).strip() for cell in known]))
        if self.rule.shape.many and len(said) > 1:
            return self._read_many([text(cell).strip() for cell in said])
        if self.rule.shape in _FREE:
            return self._read_single(said[0])
        key = (type(said[0]), said[0])
        if key not in self.seen:
            if len(self.seen) >= _REMEMBERED:
                self.seen.clear()
            self.seen[key] = self._read_single(said[0])
        return self.seen[key]

    def _read_single(self, cell: Cell) -> Read:
        if self.rule.shape.many:
            return self._read_many([text(cell).strip()])
        given = self._looked_up(text(cell)) if self.lookup else None
        return self._read_one(given[0] if given else cell)

    def _read_many(self, said: list[str]) -> Read:
        elements: list[FieldValue] = []
        for one in (element for cell in said for element in self._elements(cell)):
            found = self._read_one(one)
            if found.value is None:
                return found
            elements.append(found.value)
        return Read(value=tuple(dict.fromkeys(elements)))  # type: ignore[arg-type] # all of one shape

    def _elements(self, said: str) -> Iterator[Cell]:
        """What the mapping says for the whole cell, else for each of its parts, else the parts themselves."""
        given = self._looked_up(said)
        if given is not None:
            yield from given
            return
        for part in values.split(said, self.rule, self.separators):
            looked_up = self._looked_up(part)
            yield from (part,) if looked_up is None else looked_up

    def _read_one(self, cell: Cell) -> Read:
        said = text(cell).strip()
        if self.rule.shape in _FREE:
            return Read(value=said, said=said)
        return replace(self._read_shape(cell, said), said=said)

    def _read_shape(self, cell: Cell, said: str) -> Read:
        shape = self.rule.shape
        if shape is Shape.WHEN:
            return read_when(cell, order=self.order, from_1904=self.from_1904)
        if shape is Shape.NUMBER:
            return read_count(cell, mark=self.mark)
        if shape is Shape.OBJECTIVES:
            return values.read_objective(said)
        if shape is Shape.FLAG:
            return values.read_flag(said)
        if self.rule.codes:
            return values.read_code(said, self.codes)
        return Read(value=said)

    def _looked_up(self, said: str) -> tuple[str | int, ...] | None:
        found = self.lookup.get(fold(said)) if self.lookup else None
        if found is None:
            return None
        return found if isinstance(found, tuple) else (found,)

    def _part(self, part: str, row: Row) -> Cell:
        if "{" not in part or not _HOLE.search(part):
            return self._cell(part, row)
        filled = [text(self._cell(name.strip(), row)) for name in _HOLE.findall(part)]
        if any(is_null(one) for one in filled):
            return None
        return _HOLE.sub(lambda hole: text(self._cell(hole[1].strip(), row)).strip(), part)

    def _cell(self, name: str, row: Row) -> Cell:
        column = self.columns.get(name)
        if column is None or column.index >= len(row.cells):
            return None
        return row.cells[column.index]


def _says(cell: Cell) -> bool:
    """Whether a cell is filled with more than a word for nothing."""
    return cell is not None and (not isinstance(cell, str) or not is_null(cell))


def readers(
    mapping: Mapping, table: Table, *, allowed: Iterable[Column], whereabouts: Whereabouts | None
) -> tuple[FieldReader, ...]:
    """A reader for every field that the mapping fills, from the columns that may be read."""
    by_index = {column.index: column for column in allowed}
    return tuple(_reader(name, mapping, table, by_index, whereabouts) for name in _names(mapping))


def _names(mapping: Mapping) -> list[str]:
    wanted = {*mapping.columns, *mapping.constants, *mapping.fallbacks}
    return [name for name in mapping.rules if name in wanted]


def _reader(
    name: str, mapping: Mapping, table: Table, allowed: dict[int, Column], whereabouts: Whereabouts | None
) -> FieldReader:
    rule, source = mapping.rules[name], mapping.columns.get(name, Source(()))
    found = {heading: table.column(heading) for heading in source.headings}
    columns = {heading: column for heading, column in found.items() if column and column.index in allowed}
    cells = [table.cell(row, column) for column in columns.values() for row in table.rows]
    told = mapping.orders.get(name, mapping.dates)
    return FieldReader(
        rule=rule,
        source=source,
        columns=columns,
        lookup={fold(said): value for said, value in mapping.values.get(name, {}).items()},
        codes=compact.load().code_list(rule.codes) if rule.codes else CodeList(""),
        separators=mapping.separators,
        order=order_of(cells) if rule.shape is Shape.WHEN and told is Order.NOT_KNOWN else told,
        from_1904=table.date_1904,
        mark=decimal_mark(cells) if rule.shape is Shape.NUMBER else "",
        whereabouts=whereabouts,
    )
