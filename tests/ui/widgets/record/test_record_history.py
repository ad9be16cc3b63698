from __future__ import annotations

from dataclasses import replace

from app.domain.records import Activity
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.records import recording, versions
from app.ui.process.session import Session
from app.ui.widgets.record.record_history import sentences, writer
from tests.making import log_activity


def told(session: Session, record: str) -> list[list[str]]:
    steps = versions.history(session.workspace, record)
    return [
        [line.replace("\u2068", "").replace("\u2069", "") for line in sentences(session, Activity, version)]
        for version in steps
    ]


def change(workspace: Workspace, record: str, **values: object) -> None:
    draft = recording.open_draft(workspace, Activity, record)
    recording.save(workspace, replace(draft, record=replace(draft.record, **values)))


def test_every_change_is_told_in_words_in_the_order_of_the_form(session: Session, workspace: Workspace) -> None:
    record = log_activity(workspace, title="Desk", reach_women="3")
    change(
        workspace, record, title="Legal desk", objectives=(7,), start=When(2026, 9), type="monitoring", reach_women=None
    )
    change(workspace, record, public_event=True, place="MA")
    first, second, third = told(session, record)
    assert first[0] == "What did you do? – Desk"
    assert second == [
        "What did you do? – Legal desk (before: Desk)",
        "Objectives – taken out: 4 Legal identity",
        "When – September 2026 (before: 12 August 2026)",
        "Kind of activity – Monitoring (before: Legal support)",
        "Women – emptied (before: 3)",
    ]
    assert third == ["Where – Morocco", "A public event: the day may be told – yes"]


def test_the_way_to_the_trash_and_back_is_told(session: Session, workspace: Workspace) -> None:
    record = log_activity(workspace)
    recording.trash(workspace, record)
    recording.bring_back(workspace, record)
    assert told(session, record)[1:] == [["Moved to the trash."], ["Taken out of the trash."]]


def test_a_writer_who_is_not_here_has_no_name(session: Session) -> None:
    assert writer(session, session.workspace.profile.id) == "Samira B."
    assert writer(session, "somebody else") == "Somebody in your organisation"
    assert writer(session, "") == "Somebody in your organisation"
