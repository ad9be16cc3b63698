"""Feedback logs as the Red Cross and others keep them, made into one plain table with our own columns.

Whatever is marked, coded or worded as sensitive keeps its kind and month alone; who spoke is never read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from app.domain.records.feedback import SENSITIVE
from app.intake import feedback_words
from app.intake.cells.dates import order_of, read_when
from app.intake.fitting.mapping import Mapping, Source
from app.intake.grids import columns
from app.intake.grids.columns import Column, Table
from app.intake.grids.grid import Cell, Grid, Row, text
from app.intake.grids.whole import Whole
from app.intake.guard.failures import DamagedFileError, NotAFeedbackLogError, NotAFrameworkError
from app.intake.guard.quarantine import run
from app.intake.words import fold, is_null

FORM = "feedback_log"
"""What a mapping for logs calls its form."""
_LARGEST_FRAMEWORK = 20 * 1024 * 1024
_OUR = "gw_"
_HEADINGS = {
    "type": "type|type of feedback|feedback type|kind|type de retour|type de feedback|tipo|النوع|نوع الملاحظة",
    "category": "category|theme|topic|topics|sector|coding level 1|categorie|thematique|sujet|secteur|tema|categoria"
    "|الموضوع|القطاع",
    "code": "code|code name|coding level 2|coding level 3|sub category|subcategory|code id|sous categorie|codigo",
    "sensitive": "sensitive|is sensitive|sensitive feedback|sensitivity|sensible|sensibilite|confidential|حساس",
    "month": "date|month|created|created at|date received|date of feedback|date collected|mois|date de reception|fecha"
    "|mes|التاريخ|الشهر|تاريخ الاستلام",
    "channel": "channel|feedback channel|source|canal|canal de retour|قناة|القناة",
    "language": "language|lang|langue|idioma|اللغة",
    "place": "region|province|governorate|state|adm1|admin1|location|lieu|province region|provincia|المحافظة",
    "message": "content|feedback|feedback comment|comment|message|text|description|feedback text|commentaire|retour"
    "|commentaire de la communaute|comentario|mensaje|الرسالة|التعليق|الملاحظة",
    "status": "status|feedback status|statut|estado|الحالة",
    "id": "id|record id|feedback id|no|nr|number|numero|uuid|ref|reference",
}
_ANY_TEXT = frozenset(("content", "text", "description"))
"""Headings of what was said that stand over other texts, too."""
_LOOKED_AT = 200
_MAPPING = Mapping(
    kind="feedback",
    name="feedback log",
    form=FORM,
    heading_row=1,
    columns={
        field: Source((f"{_OUR}{name}",))
        for field, name in {
            "type": "type",
            "topics": "topics",
            "channel": "channel",
            "month": "month",
            "language": "language",
            "place": "place",
            "paraphrase": "message",
        }.items()
    },
    key=(f"{_OUR}key",),
)


class Coded(msgspec.Struct, frozen=True):
    """One code of a coding framework: the names it goes by, folded, its type and category, whether it is sensitive."""

    names: tuple[str, ...]
    type: str
    category: str
    sensitive: bool


@dataclass(frozen=True)
class _Said:
    """What one row of a log says, by what it is about."""

    cells: dict[str, Cell]

    def __getitem__(self, name: str) -> str:
        said = text(self.cells.get(name)).strip()
        return "" if is_null(said) else said


def mapping_for(whole: Whole, framework: Path | None = None, sheet: str | None = None) -> Mapping:
    """The mapping that reads this log, with the codes of a framework where one is given.

    Raises NotAFeedbackLogError if no column holds what was said, or one of `failures`.
    """
    source = columns.table(whole.grid(sheet))
    _columns(source)
    found = run(read_framework, str(framework), returns=tuple[Coded, ...]) if framework else ()
    return replace(_MAPPING, sheet=sheet, heading_row=source.heading_row, framework=found)


def looks_like_one(source: Table) -> bool:
    """Whether a table holds what people said and marks or codes it, so that it is safest read as a log.

    Headings alone do not say so, as lists of works of art and of goods have codes, types and descriptions, too.
    """
    try:
        found = _columns(source)
    except NotAFeedbackLogError:
        return False
    if not ("sensitive" in found or {"code", "type"} <= set(found) or {"code", "category"} <= set(found)):
        return False
    return found["message"].key not in _ANY_TEXT or any(_speaks(row, found, source) for row in source.rows[:_LOOKED_AT])


def _speaks(row: Row, found: dict[str, Column], source: Table) -> bool:
    """Whether a row says what only a message has: its kind, the way it came, a mark, or danger."""
    said = _Said({name: source.cell(row, column) for name, column in found.items()})
    known = feedback_words.type_of(said["type"]) or feedback_words.channel_of(said["channel"])
    return bool(known or said["sensitive"] or feedback_words.is_dangerous(said["message"]))


def grid(whole: Whole, mapping: Mapping) -> Grid:
    """The log as a table with our columns first, and its own columns that none of ours is made of after them."""
    return of_table(columns.table(whole.grid(mapping.sheet)), mapping.framework)


def of_table(source: Table, framework: Iterable[Coded] = ()) -> Grid:
    """`grid` for a table that is already here."""
    found = _columns(source)
    known = {name: one for one in framework for name in one.names}
    order = order_of(source.cell(row, found["month"]) for row in source.rows) if "month" in found else None
    others = [column for column in source.columns if column not in found.values()]
    names = ("type", "topics", "channel", "month", "language", "place", "message", "key")
    rows = [Row(source.heading_row or 1, (*(f"{_OUR}{name}" for name in names), *(one.heading for one in others)))]
    for row in source.rows:
        said = _Said({name: source.cell(row, column) for name, column in found.items()})
        month = read_when(said.cells.get("month"), order=order).value if order and said["month"] else None
        made = _ours(said, known, month=str(month)[:7] if month else said["month"])
        made["key"] = said["id"] or "\x1f".join(text(cell) for cell in row.cells)
        cells = (made[name] or None for name in names) if not row.blank else (None for _name in names)
        rows.append(Row(row.number, (*cells, *(source.cell(row, one) for one in others))))
    return Grid(source.sheet, tuple(rows), source.blank_after, source.unread_after)


def _columns(source: Table) -> dict[str, Column]:
    """What a row says -> its column: the first word of the list above that is a heading."""
    found: dict[str, Column] = {}
    for name, words in _HEADINGS.items():
        keys = (fold(word) for word in words.split("|"))
        column = next((one for key in keys for one in source.columns if one.key == key), None)
        if column and column not in found.values():
            found[name] = column
    if "message" not in found:
        raise NotAFeedbackLogError
    return found


def _ours(said: _Said, known: dict[str, Coded], *, month: str) -> dict[str, str]:
    code = next((known[fold(said[name])] for name in ("code", "category") if fold(said[name]) in known), None)
    kind = feedback_words.type_of(said["type"]) or (feedback_words.type_of(code.type) if code else "")
    if _is_sensitive(said, kind, code):
        return {
            **dict.fromkeys(("topics", "channel", "language", "place", "message"), ""),
            "type": SENSITIVE,
            "month": month,
        }
    themes = [said["category"], said["code"], *([code.category] if code else [])]
    topics = dict.fromkeys(number for theme in themes if (number := feedback_words.topic_of(theme)))
    return {
        "type": kind,
        "topics": ";".join(map(str, topics)),
        "channel": feedback_words.channel_of(said["channel"]),
        "month": month,
        "language": said["language"],
        "place": said["place"],
        "message": said["message"],
    }


def _is_sensitive(said: _Said, kind: str, code: Coded | None) -> bool:
    """Marked by hand, by its kind, by its code, or by its words; rather once too often than once too seldom."""
    if kind == SENSITIVE or feedback_words.is_yes(said["sensitive"]) or (code is not None and code.sensitive):
        return True
    return any(feedback_words.is_dangerous(said[name]) for name in ("type", "category", "code", "message"))


def read_framework(path: str) -> tuple[Coded, ...]:
    """The codes of a coding framework in JSON: types, in them categories, in them codes. Runs in the guarded child."""
    if Path(path).stat().st_size > _LARGEST_FRAMEWORK:
        raise NotAFrameworkError
    try:
        content = json.loads(Path(path).read_bytes())
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    try:
        found = tuple(code for one in (content if isinstance(content, list) else [content]) for code in _codes(one))
    except (TypeError, KeyError, AttributeError) as error:
        raise NotAFrameworkError(detail=type(error).__name__) from error
    if not found:
        raise NotAFrameworkError
    return found


def _codes(framework: dict[str, Any]) -> Iterator[Coded]:
    for kind in framework["types"]:
        for category in kind["categories"]:
            for code in category["codes"]:
                names = tuple(dict.fromkeys(fold(str(code[name])) for name in ("code_id", "name") if code.get(name)))
                yield Coded(names, str(kind["name"]), str(category["name"]), bool(code.get("sensitive")))
