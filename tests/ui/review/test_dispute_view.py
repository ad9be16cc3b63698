"""What was trashed by one and changed by another comes to Review: keep it or let it go, and undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Profile, Workspace
from app.services.records import recording
from app.ui.pages import PAGES
from app.ui.process.session import Session
from app.ui.review.dispute_view import DisputeView
from app.ui.review.page import waiting
from app.ui.shell.frame import Frame
from tests.making import log_activity, work_as
from tests.ui.accessible import unnamed
from tests.ui.conftest import PASSPHRASE
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, texts

TABLE = tuple(entry for entry in PAGES if entry.name in ("activities", "review"))


@pytest.fixture
def disputed(workspace: Workspace) -> str:
    record = log_activity(workspace, title="Vaccination day")
    other = workspaces.open_existing(workspace.path, PASSPHRASE)
    work_as(other, Profile("youssef", "Youssef"))
    hers = recording.open_draft(workspace, Activity, record)
    recording.trash(other, record)
    recording.save(workspace, filled(hers, {"result": "Everybody came."}))
    other.close()
    return record


def _frame(session: Session, in_front) -> Frame:
    frame = Frame(session, TABLE)
    frame.resize(1366, 768)
    frame.restore({"page": "review"})
    return in_front(frame)


def test_a_person_keeps_it_or_lets_it_go_and_ctrl_z_opens_the_question_again(
    session: Session, workspace: Workspace, disputed: str, in_front, qtbot
) -> None:
    assert waiting(session) == 1
    frame = _frame(session, in_front)
    view = next(iter(frame.pages.page().findChildren(DisputeView)))
    assert "What changed because of it – \u2068Everybody came.\u2069" in texts(view)
    assert frame.pages.page().rows.rows.row(0).status == "Keep or let go?"

    view.let_go.click()
    assert recording.is_in_trash(workspace, disputed)
    qtbot.waitUntil(lambda: "Nothing to review" in texts(frame))
    qtbot.keyClick(frame, Qt.Key.Key_Z, CONTROL)
    assert not recording.is_in_trash(workspace, disputed) and waiting(session) == 1

    qtbot.waitUntil(lambda: bool(frame.pages.page().findChildren(DisputeView)))
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    assert not recording.is_in_trash(workspace, disputed) and waiting(session) == 0
    frame.leave()


@pytest.mark.parametrize(("language", "look", "size"), [("qps", "dark", 100), ("ar", "light", 150)])
def test_everything_is_named_translated_and_whole(
    session: Session, disputed: str, in_front, dressed, language: str, look: str, size: int
) -> None:
    dressed(language, look, size)
    frame = _frame(session, in_front)
    QApplication.processEvents()
    page = frame.pages.page()
    assert not unnamed(page)
    if language == "qps":
        assert not clipped(page)
        told = ("Vaccination day", "Everybody came.", "Two advisers answered questions about papers.", "August")
        assert not untranslated(page, *told, "October")
    frame.leave()
