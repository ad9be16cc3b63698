"""Which column may feed which field, with the reason: a hashtag, a heading, or what its values look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app import places
from app.i18n import N_
from app.intake.cells.dates import order_of, read_when
from app.intake.fitting.heading_words import HEADINGS
from app.intake.fitting.heading_words import ORGANISATION as ORGANISATION
from app.intake.fitting.private import is_private
from app.intake.grids.columns import Column, Table
from app.intake.grids.grid import Cell, text
from app.intake.words import fold, is_null

BY_TAG = N_("The hashtag says so.")
BY_HEADING = N_("The heading says so.")
BY_VALUES = N_("The values look like it.")

_VETO = frozenset("id url code acronym acronyme acronimo level niveau nivel admin uuid link lien website".split())
_LOOKED_AT = 200
_P_CODE = re.compile(r"[A-Z]{2,3}\d{2,9}")
_OTHER_TAGS = frozenset(
    "#targeted #inneed #affected #population #total #capacity #severity #geo #lat_deg #lon_deg".split()
)
"""Hashtags of numbers and positions that are not people reached, however their heading sounds."""
_OTHER_DAYS = frozenset("added created updated modified reported last posted imported deadline".split())
"""Words beside a date that is about the row and not about the work."""
_LEVEL = re.compile(r"#?adm(?:in)? ?([12])\b.*")
_CODE_WORDS = re.compile(r" ?\b(?:p code|pcode|code|name|nom|nombre|اسم|رمز)\b ?|(?<=\w)pcode$")
_LEVELS = (
    (2, "district|departement|prefecture|cercle|county|municipio|raion|qada|القضاء|المديرية|المقاطعة"),
    (1, "region|province|governorate|gouvernorat|state|oblast|wilaya|provincia|departamento|المحافظة|الولاية|المنطقة"),
)
"""What the first and second level are called. A third one is never proposed: it may be a doorstep."""

_ANY_CODE = ("p code", "pcode")
"""Headings of codes that do not say of which level."""

_TAGS: dict[str, dict[str, str]] = {
    "activity": {
        "#activity+name": "title",
        "#activity": "title",
        "#activity+description": "summary",
        "#activity+type": "type",
        "#activity+code": "objectives",
        "#sector": "objectives",
        "#status": "status",
        "#date+start": "start",
        "#date+end": "end",
        "#adm2+code": "place",
        "#adm1+code": "place",
        "#adm2+name": "place",
        "#adm1+name": "place",
        "#reached+total": "reach_total",
        "#reached+f": "reach_women",
        "#reached+m": "reach_men",
        "#org+impl": "partners",
        "#org": ORGANISATION,
        "#org+name": ORGANISATION,
    },
    "feedback": {"#adm1+name": "place", "#adm1+code": "place", "#date": "month", "#meta+feedback": "paraphrase"},
}


@dataclass(frozen=True)
class Proposal:
    """One field fed from one column; `reason` is marked for translation."""

    field: str
    column: Column
    reason: str


def propose(table: Table, kind: str) -> tuple[Proposal, ...]:
    """At most one column for each field, hashtags before headings before values; private columns never."""
    free = [column for column in table.columns if not is_private(column, _cells(table, column))]
    taken = _place(places_in(table, kind))
    for find, reason in ((_by_tag, BY_TAG), (_by_heading, BY_HEADING), (_by_values, BY_VALUES)):
        for column in free:
            field = find(table, column, kind)
            if field and field not in taken and column not in [one.column for one in taken.values()]:
                taken[field] = Proposal(field, column, reason)
    return tuple(taken.values())


def places_in(table: Table, kind: str) -> tuple[Column, ...]:
    """The columns that tell of a place that may be told, the smallest and surest first: codes before names."""
    smallest = 2 if kind == "activity" else 1
    free = (column for column in table.columns if not is_private(column, _cells(table, column)))
    found = [column for column in free if 0 < _level(column) <= smallest]
    codes = [column for column in table.columns if column.key in _ANY_CODE and smallest > 1]
    return (*codes, *sorted(found, key=lambda column: (_level(column), _is_code(column)), reverse=True))


def is_of_place(column: Column) -> bool:
    """Whether a column tells of a place by its heading or hashtag."""
    return bool(_level(column)) or column.key in _ANY_CODE


def _place(found: Sequence[Column]) -> dict[str, Proposal]:
    """The smallest place that may be told, by its code rather than by its name."""
    if not found:
        return {}
    best = found[0]
    return {"place": Proposal("place", best, BY_TAG if _LEVEL.match(best.tag.lower()) else BY_HEADING)}


def _level(column: Column) -> int:
    """1 for a region, 2 for a district, 0 for all else."""
    if told := _LEVEL.fullmatch(column.tag.lower()) or _LEVEL.fullmatch(column.key):
        return 0 if column.tag and not column.tag.lower().startswith("#adm") else int(told[1])
    if column.tag:
        return 0
    name = _CODE_WORDS.sub("", column.key).strip()
    return next((level for level, words in _LEVELS if name in {fold(word) for word in words.split("|")}), 0)


def _is_code(column: Column) -> bool:
    return "+code" in column.tag.replace(" ", "").lower() or column.key.endswith(("pcode", "p code", "code"))


def _by_tag(table: Table, column: Column, kind: str) -> str:
    base, *attributes = column.tag.lower().replace(" ", "").split("+")
    exact = "+".join([base, *attributes])
    return _TAGS[kind].get(exact) or next(
        (field for tag, field in _TAGS[kind].items() if {base, *attributes} >= set(tag.split("+")) and "+" in tag), ""
    )


def _by_heading(table: Table, column: Column, kind: str) -> str:
    if _VETO.intersection(column.key.split()) and column.key not in _ANY_CODE:
        return ""
    if _means_another(column):
        return ""
    for field, names in HEADINGS[kind].items():
        if column.key in {fold(name) for name in names.split("|")}:
            return field
    return ""


def _by_values(table: Table, column: Column, kind: str) -> str:
    filled = [cell for cell in _cells(table, column) if not is_null(text(cell))]
    if len(filled) < 3 or _means_another(column):
        return ""
    if sum(map(_is_p_code, filled)) >= 0.9 * len(filled):
        return "place"
    order = order_of(filled)
    if all(isinstance(cell, str) and not cell.isdigit() and read_when(cell, order=order).value for cell in filled):
        return "start" if kind == "activity" else "month"
    return ""


def _means_another(column: Column) -> bool:
    """Whether hashtag or heading say that this is not about what was done."""
    base, *attributes = column.tag.lower().replace(" ", "").split("+")
    return base in _OTHER_TAGS or "reported" in attributes or bool(_OTHER_DAYS.intersection(column.key.split()))


def _is_p_code(cell: Cell) -> bool:
    """Of the shape of a P-code, and in the list of places: codes of sectors and forms have the same shape."""
    return bool(_P_CODE.fullmatch(text(cell))) and places.load().place(text(cell)).known


def _cells(table: Table, column: Column) -> list[Cell]:
    return [table.cell(row, column) for row in table.rows[:_LOOKED_AT]]
