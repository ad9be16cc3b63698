"""Periods a picture can be made of: those of the calls and of what was received, chosen and never typed."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.terms import Period
from app.services.coordinating import triage
from app.services.opening.workspace import Workspace
from app.services.submitting import calls


def offered(workspace: Workspace) -> tuple[Period, ...]:
    """Every period there is, the newest first; with several, also the one that holds them all."""
    own = {one.period for one in calls.every(workspace) if one.signing in workspace.keys.ours}
    received = {period for line in triage.inbox(workspace) if (period := _read(line.period)) is not None}
    return ordered(own | received)


def ordered(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The newest first, and last the one that holds them all."""
    found = sorted(set(periods), key=lambda one: (one.end, one.start), reverse=True)
    if len(found) < 2:
        return tuple(found)
    whole = Period(min(one.start for one in found), max(one.end for one in found))
    return tuple(dict.fromkeys((*found, whole)))


def _read(iso: str) -> Period | None:
    try:
        return Period.parse(iso)
    except ValueError:
        return None
