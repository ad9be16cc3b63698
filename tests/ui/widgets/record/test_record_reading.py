"""An approved record is text until somebody presses Change; who only reads never gets a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.opening.people import NotAllowedError
from app.services.opening.workspace import Profile, Workspace
from app.services.records import commenting
from app.ui.process.session import Session
from app.ui.widgets.record.record_desk import RecordDesk
from tests.making import log_activity, work_as
from tests.ui.accessible import focused, unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, desk_of, frame_of, texts, write


def _approved(workspace: Workspace) -> str:
    record = log_activity(workspace, title="Legal desk", reach_women="12")
    commenting.answer(workspace, record, approved=True)
    return record


def _opened(session: Session, in_front, record: str) -> RecordDesk:
    desk = desk_of(in_front(frame_of(session, "activities")))
    desk.open_record(record)
    return desk


def test_an_approved_record_is_text_and_a_change_makes_a_version_that_is_not_approved(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    record = _approved(workspace)
    desk = _opened(session, in_front, record)
    assert not desk.form.isVisible() and {"Women", "12", "What happened"} <= texts(desk.sheet.reading)
    assert "approved again" in " ".join(texts(desk.sheet.reading))
    assert desk.primary() is desk.sheet.change and not desk.sheet.review.isEnabled()

    qtbot.keyClick(desk, Qt.Key.Key_Return, CONTROL)
    assert desk.form.isVisible() and focused() == "What did you do?" and desk.sheet.chip.text() == "Approved"
    desk.open_record(log_activity(workspace, title="Other"))
    desk.open_record(record)
    assert not desk.form.isVisible(), "nothing was changed, so it is approved still"

    desk.sheet.change.click()
    QApplication.focusWidget().selectAll()
    write(qtbot, "Legal desk, evenings")
    desk.settle()
    assert desk.form.isVisible() and desk.sheet.chip.text() == "Ready"
    assert commenting.review_of(workspace, record) is None
    commenting.answer(workspace, record, approved=True)
    qtbot.waitUntil(lambda: "Legal desk, evenings" in texts(desk.sheet.reading))
    assert not desk.form.isVisible()


def test_who_only_reads_gets_text_and_no_button_that_changes(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    record = log_activity(workspace, title="Legal desk")
    work_as(workspace, Profile("guest", "Guest", "a role of tomorrow"))
    desk = _opened(session, in_front, record)
    shown = [desk.sheet.change, desk.sheet.delete, desk.sheet.done, desk.list.new, desk.form]
    assert not any(part.isVisible() for part in shown) and desk.sheet.reading.isVisible()
    assert desk.primary() is None and "to read" in " ".join(texts(desk.sheet.reading))
    with pytest.raises(NotAllowedError):
        desk.begin()
    with pytest.raises(NotAllowedError):
        commenting.answer(workspace, record, approved=True)


@pytest.mark.parametrize(("language", "look"), [("qps", "contrast"), ("ar", "dark")])
def test_it_is_named_translated_and_whole(
    session: Session, workspace: Workspace, in_front, dressed, language: str, look: str
) -> None:
    record = _approved(workspace)
    dressed(language, look, 150 if language == "ar" else 100)
    desk = _opened(session, in_front, record)
    assert not unnamed(desk.sheet)
    if language == "qps":
        assert not clipped(desk.sheet)
        told = ("Legal desk", "Two advisers answered questions about papers.", "August", "Samira")
        assert not untranslated(desk.sheet, *told)
