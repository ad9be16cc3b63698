"""What people answered to findings, and why: kept for each call until the words change."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.shared import Call
from app.services.opening.workspace import Workspace
from app.services.submitting import known_names
from app.services.submitting.findings import Eye
from app.storage import decisions, values
from app.storage.session import Session


def eye(workspace: Workspace, call: Call, *, accept: bool) -> Eye:
    """What the texts of this workspace are looked at with; with `accept` what is undecided counts as released."""
    with workspace.reading() as session:
        answers = decisions.finding_answers(session, call.series)
        reasons = _reasons(session, call)
    return Eye(workspace.organisation.country, known_names.known(workspace), answers, reasons, accept)


def keep(workspace: Workspace, call: Call, answers: Mapping[str, tuple[str, str]]) -> None:
    """Keep the (answer, reason) of each of these findings, in one transaction."""
    with workspace.writing() as session:
        for finding, (answer, _reason) in answers.items():
            given = decisions.FindingAnswer(call.series, finding, answer, workspace.profile.id, workspace.now_ms())
            decisions.answer_finding(session, given)
        reasons = {finding: reason for finding, (_answer, reason) in answers.items()}
        values.put(session, _name(call), {**_reasons(session, call), **reasons})


def _name(call: Call) -> str:
    return f"reasons:{call.series}"


def _reasons(session: Session, call: Call) -> dict[str, str]:
    return dict(values.get(session, _name(call)) or {})
