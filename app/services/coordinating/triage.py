"""Triage: what came in, who may speak for whom, and what a coordinator decides; every decision stays in the log.

Nothing counts before its sender's key is trusted and a person has accepted it. A sender's text is never edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.shared import Submission
from app.services.coordinating import asking, honouring, shelf
from app.services.coordinating.holding import (
    InboxLine,
    Key,
    SubmissionMissingError,
    find,
    held,
    inbox,
    key_of,
    ready,
    stands,
    stands_by,
)
from app.services.coordinating.trusting import (
    FingerprintDiffersError,
    ReasonMissingError,
    Replacing,
    SenderUnknownError,
    trust,
    trust_all_waiting,
)
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import VERDICT, Decision
from app.storage.session import Session
from app.sync.standing import Verdict

__all__ = [
    "FingerprintDiffersError",
    "InboxLine",
    "Key",
    "ReasonMissingError",
    "Replacing",
    "SenderUnknownError",
    "SubmissionMissingError",
    "Verdict",
    "accept_all",
    "decide",
    "find",
    "held",
    "inbox",
    "key_of",
    "opened",
    "stands",
    "stands_by",
    "trust",
    "trust_all_waiting",
]


def opened(workspace: Workspace, submission: str) -> Submission:
    """What a submission says, without what its sender took back. Raises SubmissionMissingError."""
    with workspace.reading() as session:
        found = exchange.received_one(session, submission)
    if found is None:
        raise SubmissionMissingError(id=submission)
    return next(honouring.readings(workspace, [found]))[1]


def decide(
    workspace: Workspace,
    submission: str,
    verdict: Verdict,
    *,
    comment: str = "",
    questions: Mapping[str, str] | None = None,
) -> None:
    """Keep a decision about a submission; an earlier one stays in the log.

    A question stands at `entry.field`, the entry named by its id or the beginning of it.
    Raises SubmissionMissingError or PlaceUnknownError.
    """
    identity = find(workspace, submission).id
    placed: Mapping[str, str] = {}
    if questions:
        came = _as_it_came(workspace, identity)
        placed = asking.places(came, questions)
        asking.refuse_unknown(came, placed)
    given = Decision("", identity, VERDICT, verdict.value, comment, placed)
    with workspace.writing() as session:
        _put(workspace, session, given)


def accept_all(workspace: Workspace) -> int:
    """Accept every waiting submission of a trusted sender whose key is in no doubt; how many that were."""
    waiting = ready(workspace)
    with workspace.writing() as session:
        for one in waiting:
            _put(workspace, session, Decision("", one, VERDICT, Verdict.ACCEPTED.value))
    return len(waiting)


def _as_it_came(workspace: Workspace, submission: str) -> Submission:
    """With what its sender took back since: an earlier question about that is no mistake."""
    found = shelf.said(workspace, submission)
    assert found is not None, "it was found just now"
    return found.submission


def _put(workspace: Workspace, session: Session, given: Decision) -> None:
    """Add a decision to the log, signed with who decides and when."""
    stamp = workspace.next_stamps(session).stamp()
    decisions.put(session, replace(given, stamp=stamp, by=workspace.profile.id))
