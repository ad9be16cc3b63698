"""The trash: everything deleted of any kind, with who and when; one or many come back, and that can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.records import Attachment
from app.services.opening.workspace import Workspace
from app.services.records import attachments, recording
from app.ui.pages import PAGES
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.trash.erase_dialog import EraseDialog
from app.ui.trash.page import TrashPage
from tests.attaching import picture
from tests.making import hear_feedback, log_activity
from tests.ui.accessible import unnamed
from tests.ui.conftest import let_go
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, texts

TABLE = tuple(entry for entry in PAGES if entry.name in ("activities", "trash"))


def frame_of(session: Session, in_front) -> Frame:
    frame = Frame(session, TABLE)
    frame.resize(1366, 768)
    frame.restore({"page": "trash"})
    return in_front(frame)


def test_several_records_come_back_at_once_and_undo_puts_them_back(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    gone = [log_activity(workspace, title="One"), hear_feedback(workspace, paraphrase="Two"), log_activity(workspace)]
    for record in gone:
        recording.trash(workspace, record)
    frame = frame_of(session, in_front)
    page = frame.pages.page()
    assert isinstance(page, TrashPage)
    rows = [page.rows.rows.row(place) for place in range(3)]
    assert [(row.title, row.status) for row in rows[1:]] == [("Two", "Feedback"), ("One", "Activity")]
    assert "Samira B." in rows[0].facts and "Deleted" in rows[0].facts
    assert not page.restore_button.isEnabled()

    page.search.setText("feedback")
    qtbot.waitUntil(lambda: page.rows.rows.rowCount() == 1)
    page.search.clear()
    qtbot.waitUntil(lambda: page.rows.rows.rowCount() == 3)
    page.rows.setFocus()
    qtbot.keyClick(page.rows, Qt.Key.Key_A, CONTROL)
    assert page.restore_button.text() == "Bring back 3 records"
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    assert recording.deleted(workspace) == ()
    qtbot.waitUntil(lambda: "The trash is empty" in texts(frame))
    qtbot.keyClick(frame, Qt.Key.Key_Z, CONTROL)
    assert len(recording.deleted(workspace)) == 3
    frame.leave()


def test_everything_is_named_translated_and_whole(session: Session, workspace: Workspace, in_front, dressed) -> None:
    recording.trash(workspace, log_activity(workspace, title="Ω"))
    dressed("qps")
    frame = frame_of(session, in_front)
    QApplication.processEvents()
    page = frame.pages.page()
    assert not unnamed(page)
    assert not untranslated(page, "Samira")
    assert not clipped(page)
    frame.leave()


def test_records_are_erased_for_a_reason_the_safe_answer_is_the_default_and_the_proof_is_shown(
    session: Session, workspace: Workspace, in_front, qtbot, tmp_path: Path
) -> None:
    activity = log_activity(workspace, title="One")
    path = tmp_path / "hall.jpg"
    path.write_bytes(picture())
    attachments.attach(workspace, activity, path, Attachment(title="The hall"))
    recording.trash(workspace, activity)
    frame = frame_of(session, in_front)
    page = frame.pages.page()
    assert not page.erase_button.isVisible()
    page.rows.select(activity)
    assert page.erase_button.isVisible()

    for answer in ("keep", "erase"):
        page.erase_button.click()
        (dialog,) = [one for one in page.findChildren(EraseDialog) if one.isVisible()]
        assert dialog.keep.isDefault() and not unnamed(dialog)
        assert any("1 comment, step or file" in told for told in texts(dialog))
        dialog.erase.click()
        assert dialog.isVisible() and dialog.reason.problem().startswith("Choose a reason first")
        dialog.reason.set_value("danger")
        getattr(dialog, answer).click()
        assert bool(recording.deleted(workspace)) is (answer == "keep")
        let_go()
    qtbot.waitUntil(lambda: "The trash is empty" in texts(frame))
    page.restore({"segment": "erased"})
    told = [page.rows.rows.row(place).spoken() for place in range(page.rows.rows.rowCount())]
    assert len(told) == 2 and all("It could put somebody in danger" in one and "Samira B." in one for one in told)
    assert not any(word in one for one in told for word in ("One", "hall"))
    page.rows.select(activity)
    assert not page.erase_button.isVisible() and not page.restore_button.isVisible()
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert page.state() == {"segment": "erased", "filter": ""}
    page.search.setText("qq")
    qtbot.waitUntil(lambda: "Nothing fits" in texts(frame))
    frame.leave()
