"""Checks: what is still missing or odd in a record. The same ones run while typing, on saving and on import."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.compact import Pack
from app.domain.checks import evidence, figures, learning, listening, planning, practice, work
from app.domain.checks.fields import of_field
from app.domain.problems import Problem
from app.domain.records import Record, rules

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
    asked = (one for one in rules(type(record)) if one.required or one.name in unread or getattr(record, one.name))
    found = [problem for one in asked for problem in of_field(record, one, pack, unread)]
    if own := _OWN_CHECKS.get(type(record).KIND):
        found += own(record)
    return tuple(found)
