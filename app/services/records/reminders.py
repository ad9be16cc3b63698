"""Reminders: plans and commitments whose day comes near or has passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.records import Commitment, PlanItem
from app.domain.terms import NO_LONGER_DUE
from app.services.opening.workspace import Workspace
from app.storage import records

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Reminder:
    """One thing that is due."""

    id: str
    title: str
    day: date
    """The last day on which it is not late."""
    late: bool


def of(record: PlanItem | Commitment, today: date) -> Reminder | None:
    """The reminder of a record; None while its day is far, or nobody waits for it any more."""
    if record.due is None or record.status in NO_LONGER_DUE or record.due.last_day > today + SOON:
        return None
    return Reminder(record.id, record.title, record.due.last_day, late=record.due.last_day < today)


def due(workspace: Workspace) -> tuple[Reminder, ...]:
    """Everything that is due within thirty days or late already, the earliest first."""
    today = workspace.now().date()
    with workspace.reading() as session:
        kept: list[PlanItem | Commitment] = [*records.every(session, PlanItem), *records.every(session, Commitment)]
    found = [reminder for record in kept if (reminder := of(record, today)) is not None]
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))
