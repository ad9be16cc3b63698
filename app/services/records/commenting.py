"""Review inside an organisation: a record is sent for review, somebody comments on its fields or approves it.

A reviewer never edits in another's name: what they say stands beside the record, as records of their own. An approval
holds for the version that was read; whoever changes the record, or a file under it, sends it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.drafts import Draft
from app.domain.records import Comment, Review
from app.domain.records.reviewing import APPROVED, ASKED, CHANGES
from app.domain.roles import Verb
from app.domain.stamps import settled_id
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.recording import Brief, RecordMissingError
from app.storage import attachments, operations, records
from app.storage.session import Session

__all__ = [
    "APPROVED",
    "ASKED",
    "CHANGES",
    "answer",
    "ask",
    "comment",
    "comments",
    "mark_done",
    "review_of",
    "reviews",
    "statuses",
    "waiting",
]


def ask(workspace: Workspace, record: str) -> None:
    """Send a record for review. Raises RecordMissingError."""
    _put(workspace, record, ASKED)


def answer(workspace: Workspace, record: str, *, approved: bool) -> None:
    """Approve a record as it is now, or ask for changes, in one's own name.

    Raises NotAllowedError for who may not approve, and RecordMissingError.
    """
    workspace.may(Verb.APPROVE)
    _put(workspace, record, APPROVED if approved else CHANGES)


def comment(workspace: Workspace, record: str, text: str, *, field: str = "") -> str:
    """Say something about a record or one of its fields; the id of the comment. Raises RecordMissingError."""
    with workspace.reading() as session:
        if records.brief(session, record) is None:
            raise RecordMissingError(id=record)
    said = Comment(workspace.new_id(), record, field, text.strip(), workspace.profile.id)
    return recording.save(workspace, Draft(said)).id


def mark_done(workspace: Workspace, comment: str, *, done: bool = True) -> None:
    """Say that what a comment asks for is done, or that it is not. Raises RecordMissingError."""
    draft = recording.open_draft(workspace, Comment, comment)
    recording.save(workspace, replace(draft, record=replace(draft.record, done=done)))


def comments(workspace: Workspace, record: str) -> tuple[Comment, ...]:
    """All that was said about a record, the oldest first."""
    with workspace.reading() as session:
        return tuple(records.naming_in(session, Comment, "record", record))


def review_of(workspace: Workspace, record: str) -> Review | None:
    """How far the review of a record is; None if it was never sent, or was changed since it was approved."""
    return reviews(workspace, [record]).get(record)


def statuses(workspace: Workspace, wanted: Iterable[str]) -> dict[str, str]:
    """How far the review of each of these records is; those without a review are left out."""
    return {record: review.status for record, review in reviews(workspace, wanted).items()}


def waiting(workspace: Workspace) -> tuple[Brief, ...]:
    """The records that wait for a reviewer, the one written last first."""
    with workspace.reading() as session:
        asked = [found.record for found in records.every(session, Review) if found.status == ASKED]
        briefs = [brief for record in asked if (brief := records.brief(session, record)) is not None]
    return tuple(sorted(briefs, key=lambda brief: brief.stamp, reverse=True))


def reviews(workspace: Workspace, wanted: Iterable[str]) -> dict[str, Review]:
    """The reviews of these records that still hold; those changed since they were approved are left out."""
    ids = {_id(workspace, record): record for record in wanted}
    with workspace.reading() as session:
        found = {ids[one.id]: one for one in records.some(session, Review, ids)}
        return {
            record: one
            for record, one in found.items()
            if one.status != APPROVED or one.seen == _version(session, record)
        }


def _version(session: Session, record: str) -> str:
    """The newest write to a record or to a file under it, "" if there is no such record: what a review has seen."""
    own = records.stamp_of(session, record)
    return max(own, attachments.stamp_about(session, record)) if own else ""


def _put(workspace: Workspace, record: str, status: str) -> None:
    with workspace.reading() as session:
        seen = _version(session, record)
        if not seen:
            raise RecordMissingError(id=record)
        draft: Draft[Review] = Draft(Review(_id(workspace, record)))
        if operations.state(session, draft.record.id) is not None:
            draft = recording.draft_in(session, Review, draft.record.id)
    by = workspace.profile.id
    recording.save(workspace, replace(draft, record=Review(draft.record.id, record, status, seen, by)))


def _id(workspace: Workspace, record: str) -> str:
    return settled_id(workspace.organisation.id, Review.KIND, record)
