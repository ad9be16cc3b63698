"""What a person decides about a table: which column feeds which field, what a value stands for, which cell is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.records import FieldRule, Resources, Shape
from app.domain.records.fields import rules
from app.i18n import _, translation
from app.intake.cells.dates import Order
from app.intake.fitting.distinct import FieldSaid, Said, said_of
from app.intake.fitting.mapping import RESOURCES, Source, Value
from app.intake.fitting.proposals import ORGANISATION
from app.intake.grids.columns import Column
from app.intake.grids.grid import Sheet, text
from app.intake.words import fold, is_null
from app.progress import Progress, silent
from app.services.opening import place_packs
from app.services.opening.workspace import Workspace
from app.services.records.tables.planning import BY_A_PERSON, Plan

__all__ = ["ORGANISATION", "ColumnLine", "FieldSaid", "Order", "Said", "Sheet", "lines", "said"]

MONEY: Mapping[str, FieldRule] = {one.name: one for one in rules(Resources) if one.name in RESOURCES}
"""What a column may say of the money beside an activity."""
_EXAMPLES = 3
_LOOKED_AT = 200


@dataclass(frozen=True)
class ColumnLine:
    """One column of the file and what becomes of it."""

    column: Column
    examples: tuple[str, ...]
    fields: tuple[str, ...]
    """The fields that it feeds: usually one, none if it is not taken over."""
    reason: str
    """Why, in the active language."""
    is_private: bool
    is_key: bool
    """Whether it tells which thing a row is about."""


def lines(plan: Plan) -> tuple[ColumnLine, ...]:
    """Every column of the table in its order."""
    return tuple(_line(plan, column) for column in plan.table.columns)


def offered(plan: Plan) -> tuple[FieldRule, ...]:
    """The fields that a column may feed."""
    left_out = (Shape.REFERENCE, Shape.REFERENCES, Shape.DECIMAL)
    money = MONEY if plan.mapping.kind == "activity" else {}
    shown = (rule for rule in plan.mapping.rules.values() if not rule.hidden and rule.shape not in left_out)
    return (*shown, *money.values())


def lacking(plan: Plan) -> tuple[FieldRule, ...]:
    """The fields that a record needs and that no column feeds: something may be said for every row."""
    fed = {*plan.mapping.columns}
    return tuple(rule for rule in plan.mapping.rules.values() if rule.required and rule.name not in fed)


def with_field(plan: Plan, column: Column, name: str) -> Plan:
    """Let a column feed this field and no other; "" for none. Lists and places may be fed by several columns."""
    plan = _without(plan, column)
    if not name:
        return plan
    if name == ORGANISATION:
        return replace(plan, mapping=replace(plan.mapping, organisation=column.heading))
    if name in MONEY:
        resources = {**plan.mapping.resources, name: column.heading}
        return replace(plan, mapping=replace(plan.mapping, resources=resources))
    rule = plan.mapping.rules[name]
    several = rule.shape.many or rule.shape is Shape.PLACE
    kept = plan.mapping.columns[name].parts if several and name in plan.mapping.columns else ()
    sources = {**plan.mapping.columns, name: Source((*kept, column.heading))}
    constants = {one: value for one, value in plan.mapping.constants.items() if one != name}
    mapping = replace(plan.mapping, columns=sources, constants=constants)
    return replace(plan, mapping=mapping, reasons={**plan.reasons, name: BY_A_PERSON})


def with_value(plan: Plan, field: str, told: str, value: Value | None) -> Plan:
    """Let what cells say stand for a code, a number or several; None takes that back."""
    same = {one: kept for one, kept in plan.mapping.values.get(field, {}).items() if fold(one) != fold(told)}
    table = same if value is None else {**same, told: value}
    return replace(plan, mapping=replace(plan.mapping, values={**plan.mapping.values, field: table}))


def with_order(plan: Plan, field: str, order: Order) -> Plan:
    """Say which part of the dates of one field is the day."""
    return replace(plan, mapping=replace(plan.mapping, orders={**plan.mapping.orders, field: order}))


def with_constant(plan: Plan, field: str, value: Value | None) -> Plan:
    """Say the same of every row; None takes that back."""
    kept = {name: told for name, told in plan.mapping.constants.items() if name != field}
    if value is not None:
        kept[field] = value
    return replace(plan, mapping=replace(plan.mapping, constants=kept))


def with_key(plan: Plan, column: Column, *, is_key: bool) -> Plan:
    """Let a column tell, or no longer tell, which thing a row is about."""
    others = tuple(name for name in plan.mapping.key if plan.table.column(name) != column)
    key = (*others, column.heading) if is_key else others
    return replace(plan, mapping=replace(plan.mapping, key=key))


def with_fix(plan: Plan, row: int, heading: str, told: str) -> Plan:
    """Put one cell right for this import; the file stays as it is."""
    column = plan.table.column(heading)
    if column is None:
        return plan
    return replace(plan, fixes={**plan.fixes, (row, column.index): told})


def said(workspace: Workspace, plan: Plan, progress: Progress = silent) -> tuple[FieldSaid, ...]:
    """Every field whose cells are read, with all that is said for it."""
    known = place_packs.gazetteer(workspace)
    return said_of(plan.table, plan.mapping, gazetteer=known, progress=progress)


def head(plan: Plan, count: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The first rows of the sheet as they stand in it: their number and their cells."""
    rows = plan.file.whole.grid(plan.mapping.sheet).rows[:count]
    return tuple((row.number, tuple(text(cell) for cell in row.cells)) for row in rows)


def _line(plan: Plan, column: Column) -> ColumnLine:
    fed = tuple(name for name, source in plan.mapping.columns.items() if _names(plan, source, column))
    if plan.mapping.organisation and plan.table.column(plan.mapping.organisation) == column:
        fed = (*fed, ORGANISATION)
    fed += tuple(name for name, told in plan.mapping.resources.items() if plan.table.column(told) == column)
    key = any(plan.table.column(name) == column for name in plan.mapping.key)
    if plan.private(column):
        reason = _("Devices, accounts, names and positions are never taken over.")
        return ColumnLine(column, (), (), reason, is_private=True, is_key=key)
    told = plan.reasons.get(fed[0], "") if fed else ""
    return ColumnLine(
        column, _examples(plan, column), fed, translation().gettext(told) if told else "", is_private=False, is_key=key
    )


def _names(plan: Plan, source: Source, column: Column) -> bool:
    return any(plan.table.column(heading) == column for heading in source.headings)


def _examples(plan: Plan, column: Column) -> tuple[str, ...]:
    cells = (" ".join(text(plan.table.cell(row, column)).split()) for row in plan.table.rows[:_LOOKED_AT])
    return tuple(dict.fromkeys(cell for cell in cells if not is_null(cell)))[:_EXAMPLES]


def _without(plan: Plan, column: Column) -> Plan:
    sources = {}
    for name, source in plan.mapping.columns.items():
        parts = tuple(part for part in source.parts if not _names(plan, Source((part,)), column))
        if parts:
            sources[name] = Source(parts)
    organisation = plan.mapping.organisation
    if organisation and plan.table.column(organisation) == column:
        organisation = ""
    money = {name: told for name, told in plan.mapping.resources.items() if plan.table.column(told) != column}
    return replace(plan, mapping=replace(plan.mapping, columns=sources, organisation=organisation, resources=money))
