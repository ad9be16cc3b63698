"""The XLSForm of somebody else's form as a dictionary: labels stand in its export where names of it stood.

The questions of a form, its choices in all its languages, and what people wrote under "other" are known then; groups,
ways to export several choices, and columns of devices are as in answers to our own forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.errors import GroundworkError
from app.i18n import N_
from app.intake.forms import questions, resolving
from app.intake.forms.questions import Form, Question
from app.intake.forms.resolving import Answering, Words
from app.intake.grids import columns
from app.intake.grids.columns import Column, Table
from app.intake.grids.grid import Grid, Row, text
from app.intake.grids.whole import Whole
from app.intake.words import fold, is_null
from app.tongues import language_names

_SURVEY, _CHOICES, _SETTINGS = "survey", "choices", "settings"
_TYPE = re.compile(
    r"(?:add )?(select[_ ]?one|select[_ ]?multiple|select all that apply|rank)"
    r"(?:_from_file)?(?: prompt)?(?: from| using)?\s+(\S+)(\s+or[_ ](?:specify[_ ])?other)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"label(?:\s*::?\s*(.*))?", re.IGNORECASE)
_CODE = re.compile(r"\(([\w-]+)\)\s*$")
_MARKS = re.compile(r"<[^>]{1,80}>|\$\{[^}]{1,80}\}|[*_#]{2,}")
_OTHER = "_other"
_NO_ANSWER = frozenset("note begin_group end_group begin_repeat end_repeat begin end".split())
_BETWEEN = "; "


class NotAnXlsFormError(GroundworkError):
    """No sheet called survey with types and names of questions."""

    message = N_("This is not an XLSForm: it has no sheet “survey” with the questions of a form.")


@dataclass(frozen=True)
class Dictionary:
    """A form of others: its questions, the words for them and for their choices, and what is shown of each."""

    form: Form
    words: Words
    labels: dict[str, str]
    """Question -> its label."""
    choices: dict[str, dict[str, str]]
    """List -> name of a choice -> its label."""


def of(whole: Whole, language: str) -> Dictionary:
    """The dictionary that an XLSForm is, shown in this language if it has it. Raises NotAnXlsFormError."""
    sheets = {fold(grid.sheet): grid for grid in whole.grids}
    if _SURVEY not in sheets:
        raise NotAnXlsFormError
    survey, chosen = _rows(sheets[_SURVEY]), _rows(sheets[_CHOICES]) if _CHOICES in sheets else []
    settings = _rows(sheets[_SETTINGS]) if _SETTINGS in sheets else []
    default = next((row["default_language"] for row in settings if row.get("default_language")), "")
    asked = tuple(one for row in survey for one in _questions(row))
    if not any(one.type not in _NO_ANSWER for one in asked):
        raise NotAnXlsFormError
    said = {row.get("name", ""): _labels(row) for row in survey if row.get("name")}
    lists: dict[str, dict[str, dict[str, str]]] = {}
    for row in chosen:
        name = row.get("list_name") or row.get("list name") or ""
        choice = row.get("name") or row.get("value") or ""
        if name and choice:
            lists.setdefault(name, {})[choice] = _labels(row)
    shown = {
        name: {one: _best(told, language, default) or one for one, told in known.items()}
        for name, known in lists.items()
    }
    labels = {name: _best(told, language, default) or name for name, told in said.items()}
    return Dictionary(
        Form("", "", "", "", asked),
        Words(
            {one.name: _ways(one.name, said.get(one.name, {}).values()) for one in asked},
            {name: {one: _ways(one, told.values()) for one, told in known.items()} for name, known in lists.items()},
        ),
        {**labels, **_others(asked, labels)},
        shown,
    )


def applied(whole: Whole, dictionary: Dictionary) -> Whole:
    """The export with labels for names; a sheet in which no question of the form is found stays as it is."""
    return replace(whole, grids=tuple(_translated(grid, dictionary) for grid in whole.grids))


def _translated(grid: Grid, dictionary: Dictionary) -> Grid:
    table = columns.table(grid, heading_row=grid.rows[0].number)
    found = resolving.resolve(dictionary.form, table.columns, dictionary.words)
    answered = [one for one in found.values() if one.column or one.choices]
    if not answered:
        return grid
    taken = {column.index for one in answered for column in (one.column, *one.choices.values()) if column}
    others = [column for column in table.columns if column.index not in taken]
    heads = [*_heads(answered, dictionary), *(column.heading for column in others)]
    rows = [Row(table.heading_row, tuple(heads))]
    for row in table.rows:
        said = [_said(table, row, one, dictionary) or None for one in answered]
        rows.append(Row(row.number, (*said, *(table.cell(row, column) for column in others))))
    return Grid(grid.sheet, tuple(rows), grid.blank_after, grid.unread_after, grid.date_1904, nulls=grid.nulls)


def _heads(answered: Iterable[Answering], dictionary: Dictionary) -> Iterator[str]:
    """Labels; one that another question has too is followed by the name of its question."""
    labels = [dictionary.labels.get(one.question.name, one.question.name) for one in answered]
    for one, label in zip(answered, labels, strict=True):
        twice = sum(fold(label) == fold(other) for other in labels) > 1
        yield f"{label} [{one.question.name}]" if twice else label


def _said(table: Table, row: Row, one: Answering, dictionary: Dictionary) -> str:
    whole = _cell(table, row, one.column)
    known, shown = (
        dictionary.words.choices.get(one.question.choices, {}),
        dictionary.choices.get(one.question.choices, {}),
    )
    if one.question.type == questions.MANY:
        ticked = [
            name
            for name, column in one.choices.items()
            if resolving.chosen(_cell(table, row, column), known.get(name, ()))
        ]
        names = [name for name in known if name in ticked] or dictionary.words.several(one.question.choices, whole)
        return _BETWEEN.join(shown.get(name, name) for name in names) if names else whole
    if one.question.type == questions.ONE and whole:
        name = dictionary.words.choice(one.question.choices, whole)
        return shown.get(name, whole) if name else whole
    return whole


def _cell(table: Table, row: Row, column: Column | None) -> str:
    said = text(table.cell(row, column)).strip() if column else ""
    return "" if is_null(said) else said


def _rows(grid: Grid) -> list[dict[str, str]]:
    """The rows of a sheet of a form by their headings, which are its first filled row."""
    filled = [row for row in grid.rows if not row.blank]
    heads = [text(cell).strip().lower() for cell in filled[0].cells]
    return [
        {head: text(cell).strip() for head, cell in zip(heads, row.cells, strict=False) if head} for row in filled[1:]
    ]


def _questions(row: dict[str, str]) -> Iterator[Question]:
    """The question of a row, and that for what else was said where its list may be gone beyond."""
    kind, name = " ".join(row.get("type", "").split()), row.get("name", "")
    if not kind or not name:
        return
    found = _TYPE.fullmatch(kind)
    if not found:
        yield Question(kind.lower().replace(" ", "_"), name)
        return
    many = "one" not in found[1].lower()
    yield Question(questions.MANY if many else questions.ONE, name, choices=found[2])
    if found[3]:
        yield Question(questions.TEXT, f"{name}{_OTHER}")


def _labels(row: dict[str, str]) -> dict[str, str]:
    """Language -> label, without marks of style and without what is put in while it is asked."""
    found = {}
    for head, said in row.items():
        told = _LABEL.fullmatch(head)
        if told and (plain := " ".join(_MARKS.sub(" ", said).split())):
            found[told[1] or ""] = plain
    return found


def _best(told: dict[str, str], language: str, default: str) -> str:
    """The label in the language that is asked for, by its code or as it is called; else in that of the form."""
    called = {fold(language), *(fold(language_names(one).get(language, "")) for one in ("en", language))} - {""}
    for name, label in told.items():
        code = _CODE.search(name)
        if fold(name) in called or (code and code[1].partition("-")[0] == language):
            return label
    return told.get(default.lower()) or told.get("") or next(iter(told.values()), "")


def _ways(name: str, labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([fold(name), *(fold(label) for label in labels if fold(label))]))


def _others(asked: Iterable[Question], labels: dict[str, str]) -> dict[str, str]:
    """What stands above what was written beside a list: the label of its question, then the name of this one."""
    return {
        one.name: f"{labels[base]} – {one.name}"
        for one in asked
        if one.name.endswith(_OTHER) and one.name not in labels and (base := one.name.removesuffix(_OTHER)) in labels
    }
