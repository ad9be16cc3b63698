"""What readers made of a record stands above its form, and each of their questions leads to its field."""

from __future__ import annotations

from pathlib import Path

from app.services.coordinating import receipts as written
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.submitting import receipts, submissions
from app.ui.process.session import Session
from app.ui.widgets.buttons import Button
from tests.making import log_activity, make_call, make_workspace
from tests.ui.accessible import focused, unnamed
from tests.ui.recorded import desk_of, frame_of, texts


def test_a_question_that_came_back_leads_to_its_field(
    session: Session, workspace: Workspace, in_front, tmp_path: Path
) -> None:
    ministry = make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    record = log_activity(workspace, title="Desk")
    made = submissions.make(workspace, make_call(ministry, workspace))
    (tmp_path / "sent.gwb").write_bytes(made.bundle)
    receiving.receive(ministry, [tmp_path / "sent.gwb"])
    triage.trust_all_waiting(ministry)
    (entry,) = (one.id for one in made.submission.entries if one.KIND == "activity")
    asked = {f"{entry}.result": "Who was helped?"}
    triage.decide(ministry, made.id, triage.Verdict.RETURNED, comment="Nearly there.", questions=asked)
    receipts.take(workspace, written.write(ministry, made.id).data)
    ministry.close()

    desk = desk_of(in_front(frame_of(session, "activities")))
    desk.open_record(record)
    card = desk.sheet.readers
    said = " ".join(texts(card))
    assert card.isVisible() and "Returned with questions, 30 October 2026" in said
    assert "Nearly there." in said and "Who was helped?" in said
    assert unnamed(desk.sheet) == []
    (go,) = card.findChildren(Button)
    go.click()
    assert focused() == "What changed because of it"

    desk.open_record(log_activity(workspace, title="Another"))
    assert not card.isVisible()
