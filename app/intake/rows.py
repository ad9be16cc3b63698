"""A table and a mapping become one result per row; nothing is dropped in silence."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping as Map
from dataclasses import replace
from pathlib import Path

from app import places
from app.domain.records.feedback import SENSITIVE
from app.errors import GroundworkError
from app.i18n import N_
from app.intake import feedback_logs
from app.intake.cells.results import Advice, FieldValue, Outcome, Reading, RowProblem, RowResult
from app.intake.cells.whereabouts import Whereabouts
from app.intake.fitting.fields import FieldReader, readers
from app.intake.fitting.mapping import MONEY, Mapping, MappingWrongError, Skip, Value
from app.intake.fitting.private import is_private
from app.intake.forms import answers
from app.intake.grids import whole
from app.intake.grids.columns import Column, Table, table
from app.intake.grids.grid import Cell, Grid, Row, text
from app.intake.words import fold, is_null
from app.progress import Progress, silent

_STEP = 500
_SHOWN_NAMES, _SHOWN_ROWS = 8, 20
_SENSITIVE_FIELDS = ("type", "month")
OTHER_ORGANISATION = N_("This row is about another organisation.")
NOTHING_MAPPED = N_("None of the columns that the mapping names is filled in this row.")
_AMOUNT = re.compile(r"-?\d{1,15}(?:\.\d{1,4})?", re.ASCII)
_NO_AMOUNT = N_("“{value}” is not an amount of money, written with digits and at most one point.")
_NOT_USED = N_("Columns that were not taken over: {count}, among them {names}.")
_PRIVATE = N_("Columns about devices, accounts or positions are never taken over: {names}.")
_FALLBACK = N_("Where “{field}” was empty, “{value}” from the mapping was used (rows: {count}).")
_TWINS = N_("Rows that repeat an earlier row of this file: {count}.")
_BLANK_BELOW = N_("Blank rows below the table that were passed over: {count}.")
_UNREAD_BELOW = N_("Rows below 50 blank rows were not read (rows: {count}). Move them up if they belong to the table.")
_NULLS = N_("Bytes without any letter that stood in the text and were passed over: {count}.")
_SENSITIVE = N_(
    "Sensitive reports: {count} (rows {rows}). Only kind and month were taken over. Pass them on to the focal point."
)


class HeadingsMissingError(GroundworkError):
    """The mapping was made for another table."""

    message = N_("The table has no column called {headings}, which the mapping needs.")


def read(
    path: Path,
    mapping: Mapping,
    *,
    organisation: str | None = None,
    gazetteer: places.Gazetteer | None = None,
    progress: Progress = silent,
) -> Reading:
    """The file through the mapping: guarded reading, headings, rows. Raises one of `failures` or HeadingsMissingError.

    With `organisation` only the rows of that organisation become drafts; the others are skipped and say so.
    """
    grid = grid_of(whole.read(path, encoding=mapping.encoding, progress=progress), mapping)
    return read_grid(grid, mapping, organisation=organisation, gazetteer=gazetteer, progress=progress)


def grid_of(file: whole.Whole, mapping: Mapping) -> Grid:
    """The grid of a file that a mapping is about; answers to our forms, and feedback logs, as one plain table.

    Raises one of `failures`.
    """
    if mapping.form == feedback_logs.FORM:
        return feedback_logs.grid(file, mapping)
    return answers.grid(file, mapping) if mapping.form else file.grid(mapping.sheet)


def read_grid(
    grid: Grid,
    mapping: Mapping,
    *,
    organisation: str | None = None,
    gazetteer: places.Gazetteer | None = None,
    progress: Progress = silent,
) -> Reading:
    """`read` for a grid that is already here."""
    source = table(grid, heading_row=mapping.heading_row)
    whereabouts = Whereabouts(gazetteer or places.load(), mapping.country, keep_unknown=mapping.kind == "activity")
    return _Reader(source, mapping, organisation, whereabouts).reading(progress)


class _Reader:
    """The state of reading one table: keys seen, places looked up, fallbacks used."""

    def __init__(self, source: Table, mapping: Mapping, organisation: str | None, whereabouts: Whereabouts) -> None:
        _refuse_missing(source, mapping)
        self._table, self._mapping = source, mapping
        self._wanted = fold(organisation) if organisation else ""
        self._private = [column for column in source.columns if is_private(column, _some(source, column))]
        self._allowed = [column for column in source.columns if column not in self._private]
        self._whereabouts = whereabouts
        self._readers = readers(mapping, source, allowed=self._allowed, whereabouts=whereabouts)
        self._constants = {one.rule.name: self._given(one, mapping.constants) for one in self._readers}
        self._fallbacks = {one.rule.name: self._given(one, mapping.fallbacks) for one in self._readers}
        self._columns: dict[str, Column | None] = {}
        self._keys: Counter[str] = Counter()
        self._fallbacks_used: Counter[str] = Counter()
        self._sensitive: list[int] = []

    def reading(self, progress: Progress) -> Reading:
        """Every row of the table, in its order."""
        rows = []
        for done, row in enumerate(self._table.rows):
            if done % _STEP == 0:
                progress(done, len(self._table.rows))
            rows.append(self._result(row))
        return Reading(self._mapping.kind, tuple(rows), tuple(self._advice(rows)))

    def _result(self, row: Row) -> RowResult:
        if row.blank:
            return RowResult(row.number, Outcome.BLANK)
        key = self._key(row)
        self._keys[key] += 1
        done_by = self._text(self._mapping.organisation, row)
        result = RowResult(row.number, Outcome.DRAFT, key, self._keys[key], done_by)
        if self._wanted and self._wanted not in (fold(done_by), fold(self._text(self._mapping.organisation_code, row))):
            return replace(result, outcome=Outcome.SKIPPED, skip_reason=OTHER_ORGANISATION)
        for rule in self._mapping.skip:
            if self._skips(rule, row):
                return replace(result, outcome=Outcome.SKIPPED, skip_reason=rule.reason)
        return self._filled(result, row)

    def _filled(self, result: RowResult, row: Row) -> RowResult:
        fields: dict[str, FieldValue] = {}
        problems: list[RowProblem] = []
        from_row = 0
        for one in self._readers:
            name, said = one.rule.name, one.said(row)
            from_row += bool(said)
            constant = self._constants[name]
            if constant not in (None, ""):
                fields[name] = constant
            if constant is not None:
                continue
            if not said:
                self._fall_back(name, fields)
                continue
            found = one.read(said)
            if found.message:
                problems.append(RowProblem(row.number, one.shown, found.said, found.message))
            elif found.value not in (None, "", ()):
                fields[name] = found.value
        if not from_row:
            return replace(result, outcome=Outcome.SKIPPED, skip_reason=NOTHING_MAPPED)
        cells = {name: self._text(heading, row) for name, heading in self._mapping.resources.items()}
        money = {name: amount for name, amount in cells.items() if not is_null(amount)}
        problems += [
            RowProblem(row.number, self._mapping.resources[name], amount, _NO_AMOUNT)
            for name, amount in money.items()
            if name in MONEY and not _AMOUNT.fullmatch(amount)
        ]
        money = money if set(money) - {"currency"} else {}
        if problems:
            return replace(result, outcome=Outcome.PROBLEM, problems=tuple(problems))
        told = self._only_what_may_stay(fields, row)
        return RowResult(
            row.number, result.outcome, result.key, result.occurrence, result.organisation, told, resources=money
        )

    def _fall_back(self, name: str, fields: dict[str, FieldValue]) -> None:
        value = self._fallbacks[name]
        if value is not None:
            fields[name] = value
            self._fallbacks_used[name] += 1

    def _only_what_may_stay(self, fields: dict[str, FieldValue], row: Row) -> dict[str, FieldValue]:
        """Feedback keeps the month, not the day; a sensitive report keeps its kind, its month, and if it went on."""
        if self._mapping.kind != "feedback":
            return fields
        if "month" in fields:
            fields["month"] = str(fields["month"])[:7]
        if fields.get("type") != SENSITIVE:
            return fields
        self._sensitive.append(row.number)
        kept = {name: fields[name] for name in _SENSITIVE_FIELDS if name in fields}
        passed_on = self._text(self._mapping.passed_on, row) == "yes"
        return kept | ({"passed_on": True} if passed_on else {})

    def _given(self, one: FieldReader, given: Map[str, Value]) -> FieldValue | None:
        """A constant or fallback, read like a cell. Raises MappingWrongError if it cannot be read."""
        if one.rule.name not in given:
            return None
        told = given[one.rule.name]
        found = one.read(told if isinstance(told, tuple) else (told,))
        if found.message or found.value is None:
            raise MappingWrongError(key=one.rule.name)
        return found.value

    def _key(self, row: Row) -> str:
        cells = [self._text(name, row) for name in self._mapping.key] or [text(cell) for cell in row.cells]
        said = "\x1f".join([self._mapping.kind, *(fold(cell) for cell in cells)])
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]

    def _skips(self, rule: Skip, row: Row) -> bool:
        said = self._text(rule.column, row)
        return fold(said) in {fold(value) for value in rule.values} if rule.values else is_null(said)

    def _text(self, name: str, row: Row) -> str:
        if name not in self._columns:
            self._columns[name] = self._table.column(name) if name else None
        column = self._columns[name]
        return text(self._table.cell(row, column)).strip() if column else ""

    def _advice(self, rows: list[RowResult]) -> list[Advice]:
        told = [
            Advice(_FALLBACK, {"field": name, "count": count, "value": _shown(self._fallbacks[name])})
            for name, count in self._fallbacks_used.items()
        ]
        named = {column.index for name in self._mapping.headings if (column := self._table.column(name))}
        unused = [column.heading for column in self._allowed if column.index not in named]
        told += _names(_NOT_USED, unused) + _names(_PRIVATE, [column.heading for column in self._private])
        told += _count(_TWINS, sum(row.occurrence > 1 for row in rows if row.outcome is Outcome.DRAFT))
        if self._sensitive:
            shown = ", ".join(map(str, self._sensitive[:_SHOWN_ROWS])) + "…" * (len(self._sensitive) > _SHOWN_ROWS)
            told.append(Advice(_SENSITIVE, {"count": len(self._sensitive), "rows": shown}))
        told += _count(_NULLS, self._table.nulls) + _count(_BLANK_BELOW, self._table.blank_after)
        return told + _count(_UNREAD_BELOW, self._table.unread_after) + self._whereabouts.advice()


def _refuse_missing(source: Table, mapping: Mapping) -> None:
    """Of several headings for one field one is enough; all others must be there."""
    needed = [one.headings for one in mapping.columns.values()]
    needed += [(heading,) for heading in (mapping.organisation, *mapping.key, *(rule.column for rule in mapping.skip))]
    missing = [names[0] for names in needed if names and names[0] and not any(map(source.column, names))]
    if missing:
        raise HeadingsMissingError(headings=", ".join(f"“{name}”" for name in dict.fromkeys(missing)))


def _some(source: Table, column: Column) -> list[Cell]:
    return [source.cell(row, column) for row in source.rows[:_STEP]]


def _shown(value: FieldValue | None) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _names(message: str, names: list[str]) -> list[Advice]:
    if not names:
        return []
    return [Advice(message, {"count": len(names), "names": ", ".join(names[:_SHOWN_NAMES])})]


def _count(message: str, count: int) -> list[Advice]:
    return [Advice(message, {"count": count})] if count else []
