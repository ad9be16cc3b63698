"""Checks of days and periods that several kinds of record share."""

from __future__ import annotations

from app.domain.problems import Level, Problem
from app.domain.terms import Period, When
from app.i18n import N_


def ends_before_start(start: When | None, end: When | None, field: str) -> list[Problem]:
    """A problem of `field`, the end, if it lies before the start."""
    if start and end and end.first_day < start.first_day:
        return [Problem("ends-before-start", Level.BLOCKING, field, N_("It ends before it starts."))]
    return []


def is_period(text: str) -> list[Problem]:
    """A problem of the field `period` if it is filled and is not one."""
    try:
        Period.parse(text or "2026-01..2026-01")
    except ValueError:
        return [Problem("period", Level.BLOCKING, "period", N_("Write the period as 2026-07..2026-09."))]
    return []
