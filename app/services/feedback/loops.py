"""Loops: who waits for an answer and how long, the steps towards it, and the answer that closes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.drafts import Draft
from app.domain.records import Feedback, LoopStep, ReferralContact
from app.domain.stamps import moment_of
from app.services.feedback import dating
from app.services.opening.workspace import Workspace
from app.services.records import erasing, recording
from app.services.records.erasing import Reason
from app.storage import records

ANSWERED = "answered_to_community"
"""The status of a message that a step answered."""


@dataclass(frozen=True)
class Waiting:
    """A message that nobody has answered yet."""

    record: Feedback
    since: date
    days: int
    late: bool
    """Whether the day to answer by is over."""


def waiting(workspace: Workspace) -> tuple[Waiting, ...]:
    """Every open message, the one that waits longest first."""
    today = dating.today(workspace)
    with workspace.reading() as session:
        found = [wait(one, today) for one in records.waiting(session, Feedback)]
    return tuple(sorted(found, key=lambda one: (one.since, one.record.id)))


def wait(record: Feedback, today: date) -> Waiting:
    """How long this message waits: from the day it was written down, or from the end of its month if that is earlier.

    A message says no day, so nobody is told a longer time than is certain.
    """
    written = moment_of(record.id).date() if _is_timed(record.id) else today
    since = min(written, record.month.last_day) if record.month else written
    late = record.due is not None and record.due.last_day < today
    return Waiting(record, since, max((today - since).days, 0), late)


def days_to_answer(workspace: Workspace, heard: Iterable[Feedback]) -> dict[str, int]:
    """Of messages that a step answered, after how many days; counted from when nobody waited yet for certain."""
    with workspace.reading() as session:
        told = [one for one in records.every(session, LoopStep) if one.answered and one.date is not None]
    answered: dict[str, date] = {}
    for one in told:
        day = one.date.first_day if one.date else date.max
        answered[one.feedback] = min(answered.get(one.feedback, date.max), day)
    return {one.id: wait(one, answered[one.id]).days for one in heard if one.id in answered}


def steps(workspace: Workspace, feedback: str) -> tuple[LoopStep, ...]:
    """What was done with a message, the oldest first."""
    with workspace.reading() as session:
        found = [one for one in records.every(session, LoopStep) if one.feedback == feedback]
    return tuple(sorted(found, key=lambda one: (one.date.iso if one.date else "", one.id)))


def begin_step(workspace: Workspace, feedback: str) -> Draft[LoopStep]:
    """A step of today, ready to be told."""
    return dating.begin(workspace, LoopStep, feedback=feedback)


def add_step(workspace: Workspace, step: LoopStep) -> None:
    """Keep a step; one that answers the community closes the loop, and is the answer if none was written.

    Raises RecordMissingError if the message does not exist.
    """
    with workspace.writing() as session:
        message = recording.draft_in(session, Feedback, step.feedback)
        recording.write(workspace, session, Draft(step))
        if step.answered:
            answer = message.record.answer or step.what
            closed = replace(message.record, status=ANSWERED, answer=answer)
            recording.write(workspace, session, replace(message, record=closed))


def contacts(workspace: Workspace) -> tuple[ReferralContact, ...]:
    """Whom to call: the focal point first, then emergencies, then services."""
    with workspace.reading() as session:
        found = [one for one in records.every(session, ReferralContact) if one.contact]
    return tuple(sorted(found, key=lambda one: (not one.focal_point, not one.emergency, one.service)))


def erase_message(workspace: Workspace, feedback: str) -> None:
    """Destroy a message with all its steps: it turned out to be a sensitive report."""
    erasing.erase(workspace, feedback, reason=Reason.REPORT)


def _is_timed(record: str) -> bool:
    return len(record) == 32 and all(letter in "0123456789abcdef" for letter in record)
