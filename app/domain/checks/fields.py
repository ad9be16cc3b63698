"""What holds for one field of any kind of record: readable, filled, short enough, of the lists in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.compact import Pack
from app.domain.problems import Level, Problem
from app.domain.records import Record, Shape
from app.domain.records.fields import FieldRule
from app.i18n import N_

LONGEST_TEXT = 10_000
LONGEST_LINE = 300


def is_fine(one: FieldRule, value: object, pack: Pack) -> bool:
    """Whether nothing can be said against a value that is not empty; if not, `of_field` says what there is."""
    if isinstance(value, str):
        if one.codes:
            return value in pack.code_list(one.codes)
        return len(value) <= LONGEST_LINE or (len(value) <= LONGEST_TEXT and one.shape is Shape.LONG_TEXT)
    if isinstance(value, tuple):
        if one.shape is Shape.OBJECTIVES:
            return all(pack.objective(number).known for number in value)
        return not one.codes or all(code in pack.code_list(one.codes) for code in value)
    return not isinstance(value, int) or value >= 0


def of_field(record: Record, one: FieldRule, pack: Pack, unread: Mapping[str, str]) -> Iterator[Problem]:
    """Every problem of one field."""
    value = getattr(record, one.name)
    if one.name in unread:
        yield Problem(
            "unreadable",
            Level.BLOCKING,
            one.name,
            _UNREADABLE.get(one.shape, _UNREADABLE_TEXT),
            {"text": unread[one.name]},
        )
        return
    if one.required and value in ("", None, ()):
        yield Problem(
            "missing",
            Level.BLOCKING,
            one.name,
            one.missing or _MISSING.get(one.shape, N_("This is still empty.")),
        )
        return
    if value not in ("", None, ()):  # most fields of most records are empty
        yield from _shape(one, value, pack)


def _shape(one: FieldRule, value: object, pack: Pack) -> Iterator[Problem]:
    if one.shape is Shape.TEXT and len(str(value)) > LONGEST_LINE:
        yield Problem(
            "too-long",
            Level.BLOCKING,
            one.name,
            N_("This is longer than {count} letters."),
            {"count": LONGEST_LINE},
        )
    if one.shape is Shape.LONG_TEXT and len(str(value)) > LONGEST_TEXT:
        yield Problem(
            "too-long",
            Level.BLOCKING,
            one.name,
            N_("This is longer than {count} letters."),
            {"count": LONGEST_TEXT},
        )
    if one.shape is Shape.NUMBER and isinstance(value, int) and value < 0:
        yield Problem("negative", Level.BLOCKING, one.name, N_("A count cannot be less than 0."))
    if one.shape is Shape.OBJECTIVES and isinstance(value, tuple):
        for number in value:
            if not pack.objective(number).known:
                yield Problem(
                    "unknown-objective",
                    Level.WARNING,
                    one.name,
                    N_("Objective {number} is not in this reference pack."),
                    {"number": number},
                )
    if not one.codes:
        return
    known = pack.code_list(one.codes)
    for code in value if isinstance(value, tuple) else (value,):
        if code and len(known) and code not in known:
            yield Problem(
                "unknown-code",
                Level.WARNING,
                one.name,
                N_("{code} is not in the list of this reference pack."),
                {"code": code},
            )


_UNREADABLE_TEXT = N_("“{text}” cannot be read here.")
_UNREADABLE = {
    Shape.NUMBER: N_("“{text}” is not a number."),
    Shape.DECIMAL: N_("“{text}” is not a number."),
    Shape.WHEN: N_("“{text}” is not a day or month. Write for example 12 October 2026 or 2026-10."),
}
_MISSING = {
    Shape.OBJECTIVES: N_("Choose at least one objective."),
    Shape.CODE: N_("Choose what fits best."),
    Shape.CODES: N_("Choose at least one."),
    Shape.WHEN: N_("Say in which month it was."),
    Shape.DECIMAL: N_("Write the number."),
    Shape.REFERENCE: N_("Choose what this belongs to."),
}
