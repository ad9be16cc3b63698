"""Integrity: is everything in a workspace what it should be; a repair never discards anything."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import GroundworkError
from app.services.coordinating import outside, triage
from app.services.coordinating.shelf import OutsideAwayError
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records import attachments
from app.services.submitting import calls, submissions
from app.storage import operations


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be."""

    part: str
    """pages, records, attachments, calls, sent or received."""
    detail: str


@dataclass(frozen=True)
class Examined:
    """What was looked at and what was found."""

    findings: tuple[Finding, ...]
    repaired: int

    @property
    def sound(self) -> bool:
        """Whether nothing is left to do."""
        return not self.findings


def examine(workspace: Workspace, *, repair: bool = False) -> Examined:
    """Pages of the file, rows against their operations, hashes of attachments, signatures of all sent and received.

    What came in and lies outside is fetched and compared.

    With `repair` rows are folded again from their operations; operations and files are never touched.
    Where a page is damaged nothing further is read, and nothing is written.
    """
    if faults := workspace.faults():
        return Examined(tuple(Finding("pages", fault) for fault in faults), 0)
    wrong = _rows(workspace, keep=repair)
    found = [Finding("records", str(wrong))] if wrong and not repair else []
    found += [
        *_attachments(workspace),
        *_calls(workspace),
        *_sent(workspace),
        *_received(workspace),
        *_outside(workspace),
    ]
    return Examined(tuple(found), wrong if repair else 0)


class _Undone(Exception):  # noqa: N818 - leaves a transaction without keeping it
    pass


def _rows(workspace: Workspace, *, keep: bool) -> int:
    wrong = 0
    try:
        with workspace.writing() as session:
            wrong = operations.rebuild(session, judge(workspace.pack))
            if not keep:
                raise _Undone
    except _Undone:
        pass
    return wrong


def _attachments(workspace: Workspace) -> list[Finding]:
    gone = attachments.AttachmentGoneError().sentence()
    return [Finding("attachments", f"{hash[:12]}: {gone}") for hash in attachments.damaged(workspace)]


def _calls(workspace: Workspace) -> list[Finding]:
    try:
        calls.every(workspace)
    except GroundworkError as failure:
        return [Finding("calls", failure.sentence())]
    return []


def _sent(workspace: Workspace) -> list[Finding]:
    try:
        submissions.every(workspace)
    except GroundworkError as failure:
        return [Finding("sent", failure.sentence())]
    return []


def _received(workspace: Workspace) -> list[Finding]:
    found = []
    for line in triage.inbox(workspace):
        try:
            triage.opened(workspace, line.id)
        except GroundworkError as failure:
            found.append(Finding("received", f"{line.id[:12]}: {failure.sentence()}"))
    return found


def _outside(workspace: Workspace) -> list[Finding]:
    try:
        found = outside.check(workspace)
    except OutsideAwayError as failure:
        return [Finding("received", failure.sentence())]
    return [Finding("received", f"{one.submission[:12]}: {one.reason}") for one in found]
