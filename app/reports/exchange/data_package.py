"""A data package (Frictionless, version 2): one zip of CSV tables and a description that programs can check.

Every kind of shared record is a table; its columns, types, code lists and keys stand in `datapackage.json`.
Withheld and not counted stay two things: both cells are empty, and a column beside each number says which it is.
Equal content is an equal file.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import typing
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.compact import Pack
from app.compact.objective import code_of
from app.domain.shared import SHARED_KINDS, SharedEntry, Submission, Withdrawal, tellings
from app.domain.terms import Amount, Count, When
from app.reports.tables import harmless, in_order

SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_FIXED = (1980, 1, 1, 0, 0, 0)
_BETWEEN = ";"
_WITHHELD = "_withheld"
_GCM = r"GCM-(0[1-9]|1[0-9]|2[0-3])(;GCM-(0[1-9]|1[0-9]|2[0-3]))*"
_OBJECTIVES = ("objectives", "objectives_secondary", "topics")


@dataclass(frozen=True)
class Table:
    """One table: its name, its fields as the standard describes them, and its rows."""

    name: str
    fields: tuple[dict[str, Any], ...]
    rows: tuple[tuple[str, ...], ...]
    foreign: bool = True

    @property
    def data(self) -> bytes:
        """The table as CSV: UTF-8 without mark, LF, the heading first; no text that a spreadsheet would run."""
        made = io.StringIO(newline="")
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow([field["name"] for field in self.fields])
        is_text = [field["type"] == "string" for field in self.fields]
        for row in self.rows:
            writer.writerow([harmless(cell) if text else cell for cell, text in zip(row, is_text, strict=True)])
        return made.getvalue().encode("utf-8")


def archive(submissions: Iterable[Submission], pack: Pack, made_on: date) -> bytes:
    """The package as a zip with fixed times and order, so that equal content has an equal hash."""
    given = in_order(submissions)
    tables = [_organisations(given), *(table for kind in _kinds(given) if (table := _entries(kind, given, pack)))]
    files = {f"data/{table.name}.csv": table.data for table in tables}
    described = json.dumps(_description(given, tables, pack, made_on), ensure_ascii=False, indent=1, sort_keys=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in {"datapackage.json": described.encode("utf-8"), **files}.items():
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            package.writestr(entry, data)
    return made.getvalue()


def _kinds(given: list[Submission]) -> list[type[SharedEntry]]:
    there = {type(entry) for one in given for entry in one.entries}
    return [kind for kind in SHARED_KINDS.values() if kind in there and kind is not Withdrawal]


def _organisations(given: list[Submission]) -> Table:
    known = {one.organisation.id: one.organisation for one in given}
    names = ("id", "name", "types", "country", "languages", "web")
    rows = [tuple(_cell(getattr(one, name)) for name in names) for one in known.values()]
    required = {"id", "name"}
    fields = [_text(name, required=name in required) for name in names]
    return Table("organisations", tuple(fields), tuple(rows), foreign=False)


def _entries(kind: type[SharedEntry], given: list[Submission], pack: Pack) -> Table | None:
    shapes = typing.get_type_hints(kind)
    names = [one.name for one in dataclasses.fields(kind) if one.name != "id"]
    fields = [_text("organisation", required=True), _text("id", required=True)]
    codes = {one.name: one.codes for one in tellings(kind) if one.codes}
    for name in names:
        fields += _described(name, shapes[name], pack, codes.get(name, ""))
    rows: list[tuple[str, ...]] = []
    for submission in given:
        for entry in submission.of(kind):
            cells = [submission.organisation.id, entry.id]
            for name in names:
                cells += _cells(name, shapes[name], getattr(entry, name))
            rows.append(tuple(cells))
    return Table(kind.KIND, tuple(fields), tuple(sorted(rows))) if rows else None


def _described(name: str, shape: Any, pack: Pack, codes: str) -> list[dict[str, Any]]:
    if shape is Count:
        least: dict[str, Any] = {"minimum": 0}
        return [{"name": name, "type": "integer", "constraints": least}, {"name": name + _WITHHELD, "type": "boolean"}]
    if shape is Amount:
        return [{"name": name, "type": "number"}, {"name": name + _WITHHELD, "type": "boolean"}]
    if shape is bool:
        return [{"name": name, "type": "boolean"}]
    if shape is int:
        return [{"name": name, "type": "integer"}]
    if name in _OBJECTIVES:
        return [{"name": name, "type": "string", "constraints": {"pattern": _GCM}}]
    if codes and shape is str and (choices := list(pack.code_list(codes))):
        return [{"name": name, "type": "string", "description": codes, "constraints": {"enum": choices}}]
    return [_text(name)]


def _text(name: str, *, required: bool = False) -> dict[str, Any]:
    return (
        {"name": name, "type": "string", "constraints": {"required": True}}
        if required
        else {
            "name": name,
            "type": "string",
        }
    )


def _cells(name: str, shape: Any, value: Any) -> list[str]:
    if shape in (Count, Amount):
        return [_cell(value.value), _cell(value.withheld)]
    if name in _OBJECTIVES:
        return [_BETWEEN.join(map(code_of, value))]
    return [_cell(value)]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, When):
        return value.iso
    if isinstance(value, tuple):
        return _BETWEEN.join(_cell(one) for one in value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _description(given: list[Submission], tables: list[Table], pack: Pack, made_on: date) -> dict[str, Any]:
    return {
        "$schema": SCHEMA,
        "name": "groundwork",
        "created": f"{made_on.isoformat()}T00:00:00Z",
        "contributors": [{"title": one.organisation.name, "roles": ["creator"]} for one in given[:1]]
        if len({one.organisation.id for one in given}) == 1
        else [],
        "resources": [_resource(table) for table in tables],
        "groundwork": {
            "reference": pack.version,
            "periods": sorted({one.period.iso for one in given}),
            "audiences": sorted({one.disclosure.audience.value for one in given}),
        },
    }


def _resource(table: Table) -> dict[str, Any]:
    keys: dict[str, Any] = {"primaryKey": ["organisation", "id"] if table.foreign else ["id"]}
    if table.foreign:
        to = {"resource": "organisations", "fields": ["id"]}
        keys["foreignKeys"] = [{"fields": ["organisation"], "reference": to}]
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": f"data/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table.data),
        "hash": "sha256:" + hashlib.sha256(table.data).hexdigest(),
        "schema": {"fields": list(table.fields), **keys},
    }
