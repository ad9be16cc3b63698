"""The plan for one table: its mapping as far as it is decided, why each column was proposed, and cells put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from app.errors import GroundworkError
from app.i18n import N_
from app.intake import feedback_logs, place_lists, shipped
from app.intake.fitting import proposals
from app.intake.fitting.mapping import Mapping as TableMapping
from app.intake.fitting.mapping import Skip, Source
from app.intake.fitting.private import is_private
from app.intake.fitting.proposals import ORGANISATION
from app.intake.grids import columns
from app.intake.grids.columns import AUTO, Column, Table
from app.intake.grids.grid import Cell, Grid, Row, text
from app.intake.words import fold, is_null
from app.services.opening.workspace import Workspace
from app.services.records.tables import remembering, table_file
from app.services.records.tables.table_file import TableFile

LAST_TIME = N_("As it was last time.")
KNOWN_TABLE = N_("Groundwork knows this kind of table.")
BY_A_FILE = N_("The mapping file says so.")
BY_A_PERSON = N_("You chose it.")
KINDS = ("activity", "feedback")
LOG = feedback_logs.FORM
"""The kind of a table that is read as a feedback log."""
ADDS_UP = N_("This row adds up the others.")
_OF_EXPORTS = frozenset(("_uuid", "_submission_time", "_submission__uuid", "submissiondate", "instanceid", "rootuuid"))
_LOOKED_AT = 500
_SHEETS = 12
_TOTALS = frozenset(
    map(fold, "total|totals|grand total|sum|somme|total general|suma|المجموع|الاجمالي|итого|всего|合计|总计".split("|"))
)
_IDS = frozenset("id ids code ref reference no number uuid identifiant numero".split())


@dataclass(frozen=True)
class Plan:
    """What is decided so far. Plain and frozen: going back a step is having the plan of before."""

    file: TableFile
    mapping: TableMapping
    reasons: Mapping[str, str] = field(default_factory=dict)
    """For each field why its column was proposed, marked for translation."""
    fixes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """(number of the row, place of the column) to what shall stand there instead."""

    @cached_property
    def grid(self) -> Grid:
        """The sheet that is read, with the cells put right."""
        found = self.file.grid(self.mapping)
        if not self.fixes:
            return found
        rows = {row for row, _column in self.fixes}
        return replace(found, rows=tuple(self._fixed(row) if row.number in rows else row for row in found.rows))

    @cached_property
    def table(self) -> Table:
        """The columns and the rows below the headings."""
        return columns.table(self.grid, heading_row=self.mapping.heading_row)

    @property
    def is_of_our_form(self) -> bool:
        """Whether these are answers to a form of ours, or a feedback log: then nothing is to be decided."""
        return bool(self.mapping.form)

    @property
    def kind(self) -> str:
        """What its rows are: a kind of record, or feedback as logs have it."""
        return LOG if self.mapping.form == LOG else self.mapping.kind

    @cached_property
    def is_place_list(self) -> bool:
        """Whether it tells of little else than places."""
        return not self.is_of_our_form and place_lists.looks_like_one(self.table)

    @cached_property
    def is_export(self) -> bool:
        """Whether it came out of a program for forms, and is no answer to ours: its XLSForm tells what is in it."""
        marks = {column.heading.lower().rpartition("/")[2] for column in self.table.columns}
        return not self.is_of_our_form and bool(marks & _OF_EXPORTS)

    def private(self, column: Column) -> bool:
        """Whether this column is never taken over."""
        return is_private(column, [self.table.cell(row, column) for row in self.table.rows[:_LOOKED_AT]])

    def _fixed(self, row: Row) -> Row:
        cells: list[Cell] = list(row.cells)
        for (number, place), told in self.fixes.items():
            if number == row.number:
                cells += [None] * (place + 1 - len(cells))
                cells[place] = told or None
        return Row(row.number, tuple(cells))


def begun(workspace: Workspace, file: TableFile) -> Plan:
    """What is proposed for a file: last time's mapping, one we know, or what its columns look like."""
    if known := remembering.remembered(workspace, file.whole):
        known = replace(known, encoding=file.encoding)
        plan = Plan(file, known, dict.fromkeys(known.columns, LAST_TIME))
        if _fits(plan):
            return plan
    try:
        known = shipped.fitting(file.path, file.whole)
        return Plan(file, known, dict.fromkeys(known.columns, KNOWN_TABLE))
    except shipped.MappingNeededError:
        return max(_each(workspace, file), key=_worth)


def on_sheet(workspace: Workspace, file: TableFile, sheet: str) -> Plan:
    """What the columns of one sheet look like; the kind is the one that more of them speak of.

    What is marked or coded as feedback logs are is read as one, so that nothing sensitive comes in by mistake.
    """
    if feedback_logs.looks_like_one(columns.table(file.whole.grid(sheet))):
        return as_log(file, sheet)
    return max((_proposed(workspace, file, sheet, (AUTO, kind)) for kind in KINDS), key=_worth)


def below(workspace: Workspace, plan: Plan, heading: int) -> Plan:
    """The same sheet with the headings in another row, proposed anew."""
    sheet = plan.grid.sheet
    return _proposed(workspace, plan.file, sheet, (heading, plan.mapping.kind))


def of_kind(workspace: Workspace, plan: Plan, kind: str) -> Plan:
    """The same table as records of another kind, or as a feedback log, proposed anew."""
    if kind == LOG:
        return as_log(plan.file, plan.grid.sheet)
    heading = AUTO if plan.is_of_our_form else plan.mapping.heading_row
    return _proposed(workspace, plan.file, plan.grid.sheet, (heading, kind))


def with_form(workspace: Workspace, plan: Plan, form: Path) -> Plan:
    """The same export with the labels of the XLSForm of its form, proposed anew.

    Raises NotAnXlsFormError, or what ails the form.
    """
    return begun(workspace, table_file.with_form(plan.file, form, workspace.language))


def as_log(file: TableFile, sheet: str, framework: Path | None = None) -> Plan:
    """A sheet as a feedback log, with the codes of a framework where one is given.

    Raises NotAFeedbackLogError, or what ails the framework.
    """
    return Plan(file, feedback_logs.mapping_for(file.whole, framework, sheet))


def by_mapping(plan: Plan, mapping: TableMapping) -> Plan:
    """The same file through a mapping that somebody shared. Raises HeadingsMissingError where it does not fit."""
    from app.intake.rows import HeadingsMissingError

    named = replace(mapping, encoding=plan.file.encoding)
    fresh = Plan(plan.file, named, dict.fromkeys(mapping.columns, BY_A_FILE))
    if missing := [one for one in named.headings if not fresh.table.column(one)]:
        raise HeadingsMissingError(headings=", ".join(f"“{name}”" for name in missing))
    return fresh


def _each(workspace: Workspace, file: TableFile) -> Iterator[Plan]:
    """What is proposed for each sheet; a further one that is no table is passed over."""
    first, *others = _in_sight(file)
    yield on_sheet(workspace, file, first)
    for sheet in others:
        with suppress(GroundworkError):
            yield on_sheet(workspace, file, sheet)


def _in_sight(file: TableFile) -> tuple[str, ...]:
    """The first sheets with cells, without hidden ones where others are there: a first one often holds notes only."""
    hidden = {one.name for one in file.sheets if one.hidden}
    seen = [grid.sheet for grid in file.whole.grids if grid.sheet not in hidden]
    return tuple(seen[:_SHEETS]) or (file.whole.grid().sheet,)


def _sums(plan: Plan, sources: Mapping[str, Source]) -> tuple[Skip, ...]:
    """Rows that add up the others are left out, where a text column says so."""
    for name in ("title", "place", "type"):
        column = plan.table.column(sources[name].parts[0]) if name in sources else None
        if column is None:
            continue
        said = dict.fromkeys(text(plan.table.cell(row, column)).strip() for row in plan.table.rows)
        if found := tuple(one for one in said if fold(one) in _TOTALS):
            return (Skip(column.heading, found, ADDS_UP),)
    return ()


def _fits(plan: Plan) -> bool:
    try:
        return all(plan.table.column(heading) for heading in plan.mapping.headings)
    except GroundworkError:
        return False


def _proposed(
    workspace: Workspace, file: TableFile, sheet: str, place: tuple[str | int | tuple[int, ...], str]
) -> Plan:
    heading, kind = place
    empty = TableMapping(kind, file.path.stem, sheet or None, heading, file.encoding, workspace.organisation.country)
    plan = Plan(file, empty)
    found = {one.field: one for one in proposals.propose(plan.table, kind)}
    sources = {one.field: Source((one.column.heading,)) for one in found.values() if one.field != ORGANISATION}
    if "place" in sources:
        sources["place"] = Source(_of_places(plan.table, kind, found["place"].column))
    organisation = found[ORGANISATION].column.heading if ORGANISATION in found else ""
    made = replace(empty, columns=sources, organisation=organisation, key=_ids(plan), skip=_sums(plan, sources))
    return Plan(file, made, {name: one.reason for name, one in found.items()})


def _of_places(table: Table, kind: str, chosen: Column) -> tuple[str, ...]:
    """The columns that tell of the place, the smallest and surest first."""
    return tuple(column.heading for column in (proposals.places_in(table, kind) or (chosen,)))


def _ids(plan: Plan) -> tuple[str, ...]:
    """The first column that is called an id, is filled in every row, and never says the same twice."""
    rows = [row for row in plan.table.rows if not row.blank]
    for column in plan.table.columns:
        if not _IDS.intersection(column.key.split()) or proposals.is_of_place(column) or plan.private(column):
            continue
        cells = [fold(text(plan.table.cell(row, column))) for row in rows]
        if cells and len(set(cells)) == len(cells) and not any(map(is_null, cells)):
            return (column.heading,)
    return ()


def _worth(plan: Plan) -> int:
    needed = [one.name for one in plan.mapping.rules.values() if one.required]
    return len(plan.mapping.columns) + sum(name in plan.mapping.columns for name in needed)
