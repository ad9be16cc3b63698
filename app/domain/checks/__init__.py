"""Checks: what is still missing or odd in a record. The same ones run while typing, on saving and on import."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.compact import Pack
from app.domain.checks import evidence, figures, learning, listening, planning, practice, work
from app.domain.checks.fields import is_fine, of_field
from app.domain.problems import Problem
from app.domain.records import FieldRule, Record, rules

_OWN_CHECKS: Mapping[str, Callable[[Record], list[Problem]]] = {
    **work.CHECKS,
    **planning.CHECKS,
    **practice.CHECKS,
    **learning.CHECKS,
    **figures.CHECKS,
    **evidence.CHECKS,
    **listening.CHECKS,
}


def check(record: Record, pack: Pack, unread: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Every problem of this record, in the order of its form. Never raises and never stops at the first."""
    unread = unread or {}
    found: list[Problem] = []
    for one in _asked(record, pack, unread):
        found += of_field(record, one, pack, unread)
    if own := _OWN_CHECKS.get(type(record).KIND):
        found += own(record)
    return tuple(found)


def _asked(record: Record, pack: Pack, unread: Mapping[str, str]) -> list[FieldRule]:
    """The fields of which there may be something to say, in the order of the form: mostly there are none."""
    told = vars(record)  # a record fills few of its fields, so these are asked, not the rules
    known, required = _declared(type(record))
    asked = {*unread, *[name for name in required if not told.get(name)]}
    for name, value in told.items():
        if value and name in known and not is_fine(known[name], value, pack):
            asked.add(name)
    return [one for name, one in known.items() if name in asked] if asked else []


def _declared(record_class: type[Record]) -> tuple[Mapping[str, FieldRule], tuple[str, ...]]:
    """The rules of every field by name, and the names of those that must be filled."""
    if record_class not in _DECLARED:
        known = rules(record_class)
        _DECLARED[record_class] = {one.name: one for one in known}, tuple(one.name for one in known if one.required)
    return _DECLARED[record_class]


_DECLARED: dict[type[Record], tuple[Mapping[str, FieldRule], tuple[str, ...]]] = {}
