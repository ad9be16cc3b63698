"""Checks: what is still missing or odd in a record. The same ones run while typing, on saving and on import."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.compact import Pack
from app.domain.community_checks import OWN_CHECKS as COMMUNITY_CHECKS
from app.domain.problems import Level, Problem
from app.domain.records import (
    Activity,
    Assessment,
    Feedback,
    ObjectiveChoice,
    Record,
    Shape,
    rules,
)
from app.domain.records.activity import REACH_GROUPS
from app.domain.records.feedback import SENSITIVE
from app.domain.records.fields import FieldRule
from app.domain.terms import Period
from app.i18n import N_

LONGEST_TEXT = 10_000
LONGEST_LINE = 300


def check(record: Record, pack: Pack, unread: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Every problem of this record, in the order of its form. Never raises and never stops at the first."""
    unread = unread or {}
    found = [problem for one in rules(type(record)) for problem in _field(record, one, pack, unread)]
    found += _OWN_CHECKS.get(type(record).KIND, _nothing)(record)
    return tuple(found)


def _field(record: Record, one: FieldRule, pack: Pack, unread: Mapping[str, str]) -> Iterator[Problem]:
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
            _MISSING.get(one.name, N_("This is still empty.")),
        )
        return
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
    listed = value if isinstance(value, tuple) else (value,)
    known = pack.code_list(one.codes)
    for code in listed if one.codes else ():
        if code and len(known) and code not in known:
            yield Problem(
                "unknown-code",
                Level.WARNING,
                one.name,
                N_("{code} is not in the list of this reference pack."),
                {"code": code},
            )


def _nothing(record: Record) -> list[Problem]:
    return []


def _activity(record: Record) -> list[Problem]:
    assert isinstance(record, Activity)
    found = []
    if record.start and record.end and record.end.first_day < record.start.first_day:
        found.append(
            Problem(
                "ends-before-start",
                Level.BLOCKING,
                "end",
                N_("It ends before it starts."),
            )
        )
    if len(record.objectives) > 3:
        found.append(
            Problem(
                "many-objectives",
                Level.WARNING,
                "objectives",
                N_("More than three objectives: keep the main ones."),
            )
        )
    groups = [n for n in (getattr(record, name) for name in REACH_GROUPS) if n is not None]
    if record.reach_total is not None and sum(groups) > record.reach_total:
        found.append(
            Problem(
                "groups-exceed-total",
                Level.BLOCKING,
                "reach_total",
                N_("The groups add up to {sum}, more than the total."),
                {"sum": sum(groups)},
            )
        )
    if record.counted is not None and not record.reach_method:
        found.append(
            Problem(
                "no-method",
                Level.WARNING,
                "reach_method",
                N_("Say how people were counted, so that the number can be used."),
            )
        )
    return found


def _feedback(record: Record) -> list[Problem]:
    assert isinstance(record, Feedback)
    found = []
    if record.type == SENSITIVE and (record.own_words or record.paraphrase):
        found.append(
            Problem(
                "sensitive",
                Level.BLOCKING,
                "type",
                N_("A sensitive report is never typed in. Call the focal point now."),
            )
        )
    if record.month and record.month.day:
        found.append(Problem("day-told", Level.WARNING, "month", N_("Only the month is kept.")))
    if record.own_words and record.consent not in ("C3", "C4"):
        found.append(
            Problem(
                "own-words-stay",
                Level.WARNING,
                "own_words",
                N_("These words stay with you: the person did not agree to share them."),
            )
        )
    return found


def _choice(record: Record) -> list[Problem]:
    assert isinstance(record, ObjectiveChoice)
    if record.priority is not None and not 1 <= record.priority <= 3:
        return [Problem("priority", Level.BLOCKING, "priority", N_("The priority is 1, 2 or 3."))]
    return []


def _assessment(record: Record) -> list[Problem]:
    assert isinstance(record, Assessment)
    if not record.value and not record.nothing_done:
        return [Problem("missing", Level.BLOCKING, "value", N_("Say how far you are, or that nothing was done."))]
    try:
        Period.parse(record.period or "2026-01..2026-01")
    except ValueError:
        return [
            Problem(
                "period",
                Level.BLOCKING,
                "period",
                N_("Write the period as 2026-07..2026-09."),
            )
        ]
    return []


_OWN_CHECKS = {
    "activity": _activity,
    "feedback": _feedback,
    "choice": _choice,
    "assessment": _assessment,
    **COMMUNITY_CHECKS,
}
_UNREADABLE_TEXT = N_("“{text}” cannot be read here.")
_UNREADABLE = {
    Shape.NUMBER: N_("“{text}” is not a number."),
    Shape.WHEN: N_("“{text}” is not a day or month. Write for example 12 October 2026 or 2026-10."),
}
_MISSING = {
    "title": N_("Say in a few words what you did."),
    "objectives": N_("Choose at least one objective."),
    "start": N_("Say in which month it was."),
    "month": N_("Say in which month it was."),
    "type": N_("Choose what kind it was."),
    "summary": N_("Write one or two sentences about what happened."),
    "topics": N_("Choose what it is about."),
    "channel": N_("Choose how it reached you."),
    "consent": N_("Choose what the person agreed to."),
    "paraphrase": N_("Write in your words what was meant."),
}
