"""What people answered to findings, and why: kept for each call until the words change."""

from __future__ import annotations

from app.domain.shared import Call
from app.services import known_names
from app.services.findings import Eye
from app.services.workspace import Workspace
from app.storage import decisions, values
from app.storage.session import Session


def eye(workspace: Workspace, call: Call, *, accept: bool) -> Eye:
    """What the texts of this workspace are looked at with; with `accept` what is undecided counts as released."""
    with workspace.reading() as session:
        answers = decisions.finding_answers(session, call.id)
        reasons = _reasons(session, call)
    return Eye(workspace.organisation.country, known_names.known(workspace), answers, reasons, accept)


def keep(workspace: Workspace, call: Call, finding: str, *, answer: str, reason: str) -> None:
    """Keep one answer and its reason."""
    given = decisions.FindingAnswer(call.id, finding, answer, workspace.profile.id, workspace.now_ms())
    with workspace.writing() as session:
        decisions.answer_finding(session, given)
        values.put(session, _name(call), {**_reasons(session, call), finding: reason})


def _name(call: Call) -> str:
    return f"reasons:{call.id}"


def _reasons(session: Session, call: Call) -> dict[str, str]:
    return dict(values.get(session, _name(call)) or {})
