"""Checks of what belongs to listening: steps towards an answer, rumours and contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.problems import Level, Problem
from app.domain.records import LoopStep, Record, Rumour
from app.i18n import N_


def _loop_step(record: Record) -> list[Problem]:
    assert isinstance(record, LoopStep)
    if record.answered and not record.method:
        sentence = N_("Say how people were told, so that others can see whom it reached.")
        return [Problem("no-method", Level.WARNING, "method", sentence)]
    return []


def _rumour(record: Record) -> list[Problem]:
    assert isinstance(record, Rumour)
    if record.month and record.month.day:
        return [Problem("day-told", Level.WARNING, "month", N_("Only the month is kept."))]
    return []


CHECKS: Mapping[str, Callable[[Record], list[Problem]]] = {"loop_step": _loop_step, "rumour": _rumour}
"""By kind of record, what its fields alone cannot say."""
