"""Overview: what the first screen says - how much is written, what waits, what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app import paths
from app.domain import periods
from app.domain.records import Activity, Feedback
from app.domain.roles import Verb
from app.domain.shared import Call
from app.domain.terms import Period
from app.services.feedback import loops
from app.services.feedback.loops import Waiting
from app.services.keeping import recovering, retention
from app.services.opening.workspace import Workspace
from app.services.records import reminders
from app.services.records.objectives import ObjectiveLine, lines
from app.services.records.reminders import Reminder
from app.services.submitting import calls, checklist, receipts, submissions
from app.storage import records
from app.storage.queries import Query

MOST_SHOWN = 3
"""How many of the open messages the first screen names."""


@dataclass(frozen=True)
class Overview:
    """The numbers and next steps of the first screen; None means that nobody counted."""

    activities: int
    activities_before: int
    """In the quarter before."""
    people_reached: int | None
    feedback: int
    feedback_this_month: int
    objectives: tuple[ObjectiveLine, ...]
    drafts: tuple[str, ...]
    """Ids of activities that are not complete yet, oldest first."""
    open_loops: int
    """Messages that nobody has answered yet."""
    call: Call | None
    """The call to answer next."""
    checks_done: int
    checks: int
    feedback_by_month: tuple[tuple[str, int], ...]
    """The last six months, oldest first (`2026-10`)."""
    due: tuple[Reminder, ...] = ()
    """Plans and commitments due within thirty days or late, the earliest first."""
    recovery: str = ""
    """`missing` where no recovery words were made, `old` where nobody tried them for a year, else empty."""
    past_keeping: int = 0
    """Records kept as long as they should be; told to those who may erase them."""
    asked: int = 0
    """Questions that readers sent back about what was sent last."""
    longest_waiting: tuple[Waiting, ...] = ()
    """At most three open messages, the one that waits longest first."""


def overview(workspace: Workspace) -> Overview:
    """Everything the first screen shows, read at once."""
    today = workspace.now().date()
    half_year = [one.month_iso for one in periods.last_months(6, today)]
    quarter, before = periods.offered(periods.QUARTER, today)[:2]
    with workspace.reading() as session:
        by_month = records.months_counted(session, Activity.KIND)
        heard = records.months_counted(session, Feedback.KIND)
        reached = records.people_counted(session, Activity.KIND)
        drafts = records.ids(session, Query(Activity.KIND, complete=False))
    open_loops = loops.waiting(workspace)
    waiting = _next_call(workspace)
    points = checklist.points(workspace, waiting) if waiting else ()
    return Overview(
        activities=_within(quarter, by_month),
        activities_before=_within(before, by_month),
        people_reached=reached,
        feedback=sum(heard.values()),
        feedback_this_month=heard.get(half_year[-1], 0),
        objectives=lines(workspace),
        drafts=drafts,
        open_loops=len(open_loops),
        longest_waiting=open_loops[:MOST_SHOWN],
        due=reminders.due(workspace),
        asked=sum(len(one.questions) for one in receipts.asked_of(workspace).values()),
        recovery=_recovery(workspace),
        past_keeping=_past_keeping(workspace),
        call=waiting,
        checks_done=sum(point.level == "done" for point in points),
        checks=len(points),
        feedback_by_month=tuple((month, heard.get(month, 0)) for month in half_year),
    )


def _recovery(workspace: Workspace) -> str:
    """Told to those who can do something about it; what only shows sample data needs none."""
    if not workspace.allows(Verb.TEAM) or workspace.path.is_relative_to(paths.cache()):
        return ""
    found = recovering.standing(workspace)
    if not found.exists:
        return "missing"
    return "old" if found.is_old(workspace.now().date()) else ""


def _past_keeping(workspace: Workspace) -> int:
    return sum(len(one.records) for one in retention.due(workspace)) if workspace.allows(Verb.ORGANISATION) else 0


def _next_call(workspace: Workspace) -> Call | None:
    """The unanswered call of somebody else that is due first; own calls are for others."""
    asked = [one for one in calls.open_(workspace) if one.signing not in workspace.keys.ours]
    found = [one for one in asked if not submissions.is_answered(workspace, one)]
    return min(found, key=lambda one: (one.due or "9999", one.id), default=None)


def _within(period: Period, by_month: Mapping[str, int]) -> int:
    return sum(by_month.get(month.month_iso, 0) for month in periods.months(period))
