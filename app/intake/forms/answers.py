"""Answers to our forms, as KoboToolbox, ODK Central and Ona export them, as one plain table with our own columns.

A record is known again by `meta/rootUuid`, else by ODK's `KEY` or `instanceID`, else by `_uuid`, which changes at every
edit. Who filled it in, on which device, and at which hour are never read; of the moment it was sent the month is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from app.intake.fitting.mapping import Mapping, Source
from app.intake.forms import questions, resolving
from app.intake.forms.questions import FORMS, Form
from app.intake.forms.resolving import Answering, Words
from app.intake.grids import columns
from app.intake.grids.columns import Column, Table
from app.intake.grids.grid import Cell, Grid, Row, text
from app.intake.grids.whole import Whole
from app.intake.guard.failures import EmptyFileError
from app.intake.words import fold, is_null

KEY, RESULT, MONTH, KEPT_BACK = "gw_key", "gw_result", "gw_month", "gw_sensitivity"
_IDENTITIES = ("meta root uuid", "meta rootuuid", "key", "meta instance id", "meta instanceid", "instanceid", "uuid")
_SENT = ("submission time", "submissiondate", "filled on", "today")
_PLACE = re.compile(r"[a-z]{2,3}[0-9]+", re.ASCII)
_OF_A_REPEAT = re.compile(r"results\[(\d+)\][/.\-:](\w+)")
_LOOKED_AT = 200
_UNITS = {"percent": "%", "per_100000": "/ 100,000", "other": ""}
"""Units of results that are written in signs; all others are words."""

_ACTIVITY = Mapping(
    kind="activity",
    name="groundwork_activity",
    form="groundwork_activity",
    organisation="org_name",
    columns={
        field: Source(parts)
        for field, parts in {
            "title": ("title",),
            "summary": ("description",),
            "objectives": ("gcm",),
            "type": ("activity_type",),
            "status": ("status",),
            "start": ("date_start",),
            "end": ("date_end",),
            "place": ("adm2", "adm1"),
            "exact_place": ("place",),
            "population_groups": ("target_group",),
            "reach_women": ("reached_female",),
            "reach_men": ("reached_male",),
            "reach_another": ("reached_another",),
            "reach_not_asked": ("reached_not_asked",),
            "reach_children": ("reached_children",),
            "reach_method": ("reach_method",),
            "partners": ("partners",),
            "result": (RESULT,),
            "sensitivity": (KEPT_BACK,),
        }.items()
    },
    key=(KEY,),
    resources={"budget": "budget", "currency": "currency", "funder": "donor"},
    organisation_code="org_code",
)
_FEEDBACK = Mapping(
    kind="feedback",
    name="groundwork_feedback",
    form="groundwork_feedback",
    organisation="org_name",
    columns={
        field: Source(parts)
        for field, parts in {
            "type": ("fb_type",),
            "topics": ("gcm",),
            "channel": ("channel",),
            "month": (MONTH,),
            "consent": ("consent",),
            "paraphrase": ("message",),
            "times": ("times",),
            "language": ("message_lang",),
            "place": ("adm1",),
            "sex": ("sex",),
            "age_band": ("age",),
            "population_group": ("population_group",),
            "status": ("fb_status",),
            "answer": ("answer",),
        }.items()
    },
    key=(KEY,),
    passed_on="passed_on",
)
_MAPPINGS = {"groundwork_activity": _ACTIVITY, "groundwork_feedback": _FEEDBACK}


def mapping_of(whole: Whole) -> Mapping | None:
    """The mapping for answers to one of our forms; None if the file is something else."""
    tables = _tables(whole)
    form = next((form for table in tables for form in FORMS if _answers(table, form)), None)
    return _MAPPINGS[form.id] if form else None


def grid(whole: Whole, mapping: Mapping) -> Grid:
    """The answers as one table: a column for each question by its name, choices as codes of the reference pack.

    Raises EmptyFileError if there are none.
    """
    form = next(form for form in FORMS if form.id == mapping.form)
    tables = _tables(whole)
    main = next((table for table in tables if _answers(table, form)), None)
    if main is None:
        raise EmptyFileError
    return _Answers(form, main, [table for table in tables if table is not main]).grid()


def _tables(whole: Whole) -> list[Table]:
    if whole.is_archive:
        return [columns.table(one, heading_row=1) for one in whole.grids]
    return [columns.table(one) for one in whole.grids]


def _answers(table: Table, form: Form) -> bool:
    marked = [column for column in table.columns if column.key.endswith("gw form")]
    return any(text(table.cell(row, one)) == form.mark for one in marked for row in table.rows[:_LOOKED_AT])


class _Answers:
    """One export: its columns by question, and the rows of its repeats by the row they belong to."""

    def __init__(self, form: Form, main: Table, others: list[Table]) -> None:
        self._form, self._main = form, main
        self._words: Words = resolving.words(form)
        self._found = resolving.resolve(form, main.columns)
        self._by_heading = {fold(column.heading): column for column in main.columns}
        self._results = self._of_repeats(others)

    def grid(self) -> Grid:
        """The heading and one row for each answer."""
        names = [one.name for one in self._form.asked]
        heading = Row(1, (*names, KEY, RESULT, MONTH, KEPT_BACK))
        rows = [self._row(row, names) for row in self._main.rows if not row.blank]
        return Grid(self._main.sheet, (heading, *rows), date_1904=self._main.date_1904)

    def _row(self, row: Row, names: list[str]) -> Row:
        said = {name: self._said(row, self._found[name]) for name in names}
        if said.get("gcm_main"):
            said["gcm"] = ";".join(dict.fromkeys([said["gcm_main"], *said["gcm"].split(";")]))
        if said.get("translation"):
            said["message"] = f"{said['translation']}\n{said['message']}"
        month = (said.get("month_received") or self._sent(row))[:7]
        kept_back = "S3" if said.get("may_publish") == "no" else ""
        cells = [said[name] or None for name in names]
        return Row(
            row.number, (*cells, self._key(row), self._result(row, said) or None, month or None, kept_back or None)
        )

    def _said(self, row: Row, one: Answering) -> str:
        whole = self._cell(row, one.column)
        if one.question.type == questions.MANY:
            return ";".join(_code(one, name) for name in self._several(row, one, whole))
        if not whole or one.question.type != questions.ONE:
            return whole
        if one.question.choices in (questions.REGIONS, questions.DISTRICTS):
            return whole.upper() if _PLACE.fullmatch(whole) else whole
        name = self._words.choice(one.question.choices, whole)
        return _code(one, name) if name else whole

    def _several(self, row: Row, one: Answering, whole: str) -> tuple[str, ...]:
        known = self._words.choices[one.question.choices]
        if one.choices:
            ticked = [
                name for name, column in one.choices.items() if resolving.chosen(self._cell(row, column), known[name])
            ]
            if ticked:
                return tuple(name for name in known if name in ticked)
        return self._words.several(one.question.choices, whole) if whole else ()

    def _cell(self, row: Row, column: Column | None) -> str:
        said = text(self._main.cell(row, column)).strip() if column else ""
        return "" if is_null(said) else said

    def _called(self, row: Row, names: tuple[str, ...]) -> str:
        """The first filled cell under one of these headings."""
        columns_ = (self._by_heading.get(name) for name in names)
        return next((said for column in columns_ if (said := self._cell(row, column))), "")

    def _key(self, row: Row) -> str:
        return self._called(row, _IDENTITIES) or "|".join(text(cell) for cell in row.cells)

    def _sent(self, row: Row) -> str:
        said = self._called(row, _SENT)
        return said if re.match(r"\d{4}-\d{2}", said) else ""

    def _result(self, row: Row, said: dict[str, str]) -> str:
        lines = [*self._results(row), said.get("lessons", "")]
        return "\n".join(line for line in lines if line)

    def _of_repeats(self, others: list[Table]) -> Callable[[Row], list[str]]:
        """How to find what was measured in the repeats of one row."""
        repeated = next((table for table in others if _column(table, "indicator")), None)
        if repeated is None:
            return self._flattened
        parent = _column(repeated, "parent index") or _column(repeated, "parent key")
        own = "index" if _column(repeated, "parent index") else "key"
        lines: dict[str, list[str]] = {}
        for row in repeated.rows:
            if parent and not row.blank:
                told = {
                    name: _text(repeated, row, name) for name in ("indicator", "unit", "actual_value", "target_value")
                }
                lines.setdefault(text(repeated.cell(row, parent)), []).append(_measured(told, self._words))
        column = next((one for one in self._main.columns if fold(one.heading) == own), None)
        return lambda row: lines.get(self._cell(row, column), [])

    def _flattened(self, row: Row) -> list[str]:
        """What stands in columns such as results[1]/indicator."""
        told: dict[str, dict[str, str]] = {}
        for column in self._main.columns:
            if found := _OF_A_REPEAT.search(column.heading):
                told.setdefault(found[1], {})[found[2]] = self._cell(row, column)
        return [_measured(one, self._words) for _number, one in sorted(told.items()) if any(one.values())]


def _code(one: Answering, name: str) -> str:
    """A choice as the code it stands for."""
    if one.question.choices == questions.CURRENCIES:
        return name.upper()
    if one.question.choices == questions.OBJECTIVES:
        return name.upper().replace("_", "-")
    return resolving.code_of(one.question.choices, name)


def _column(table: Table, ending: str) -> Column | None:
    return next((one for one in table.columns if (f" {fold(one.heading)}").endswith(f" {ending}")), None)


def _text(table: Table, row: Row, name: str) -> str:
    column = _column(table, fold(name))
    said: Cell = table.cell(row, column) if column else None
    return text(said).strip()


def _measured(told: dict[str, str], known: Words) -> str:
    """What was measured, its value, the aim and the unit: by its code, so that each export says the same."""
    aimed = f" / {told['target_value']}" if told.get("target_value") else ""
    unit = known.choice("indicator_units", told.get("unit", "")) or told.get("unit", "")
    said = f"{told.get('indicator', '')}: {told.get('actual_value', '')}{aimed} {_UNITS.get(unit, unit)}"
    return said.strip(": ")
