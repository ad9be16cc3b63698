"""Ctrl+Z: a text undoes its own typing first, then the changes of records; a crash is told by one banner."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.pages import page_of
from app.ui.process.session import Session
from app.ui.widgets.record.record_history import HistoryDialog
from app.ui.widgets.toast import Toast
from tests.making import log_activity
from tests.ui.recorded import CONTROL, desk_of, frame_of, press, records, texts, write

SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def test_a_text_undoes_its_own_typing_first_and_then_the_changes_of_records(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    log_activity(workspace, title="Desk")
    frame = in_front(frame_of(session, "activities"))
    desk = desk_of(frame)
    desk.form.focus("title")
    press(qtbot, Qt.Key.Key_End)
    write(qtbot, "s")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert desk.form.entries["title"].read() == "Desk"
    write(qtbot, "s")
    desk.settle()
    qtbot.waitUntil(lambda: desk.form.loaded().record.title == "Desks")
    desk.list.rows.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert records(workspace, "activity")[0].title == "Desk"
    toast = frame.findChild(Toast)
    assert "The change to \u2068Desks\u2069 was undone." in texts(toast)
    qtbot.waitUntil(lambda: desk.form.loaded().record.title == "Desk")
    press(qtbot, Qt.Key.Key_Z, SHIFT)
    assert records(workspace, "activity")[0].title == "Desks"
    qtbot.waitUntil(lambda: desk.form.loaded().record.title == "Desks")
    desk.form.focus("title")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert records(workspace, "activity")[0].title == "Desk", "a text with nothing to undo lets the key pass"
    qtbot.waitUntil(lambda: desk.form.loaded().record.title == "Desk")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert not records(workspace, "activity")
    frame.leave()


def test_after_a_crash_one_banner_leads_to_the_text_from_any_page(
    session: Session, workspace: Workspace, in_front
) -> None:
    draft = filled(recording.new(workspace, Activity), {"title": "Cut off in the mid"})
    recording.keep(workspace, draft)
    assert page_of("activity") == "activities" and page_of("unheard of") == ""
    frame = in_front(frame_of(session, "feedback"))
    frame.welcome_back("activities", draft.record.id)
    banner = frame.banners.banner
    assert banner.isVisible() and "Nothing is lost" in banner.accessibleName()
    frame.findChild(type(banner)).findChildren(type(desk_of(frame).sheet.done))[0].click()
    assert desk_of(frame).form.entries["title"].read() == "Cut off in the mid"
    QApplication.processEvents()
    assert frame.banners.banner is None
    assert not desk_of(frame).sheet.banner.isVisible()
    frame.leave()
    assert recording.left_behind(workspace) == (), "a normal end leaves nothing to tell of"


def test_the_history_brings_a_version_back_and_shows_one_field(
    session: Session, workspace: Workspace, in_front
) -> None:
    record = log_activity(workspace, title="Legal desk")
    recording.save(workspace, filled(recording.open_draft(workspace, Activity, record), {"title": "Legal aid desk"}))
    frame = in_front(frame_of(session, "activities"))
    desk_of(frame).sheet.history.click()
    dialog = frame.findChild(HistoryDialog)
    dialog.fields.setCurrentIndex(dialog.fields.findData("title"))
    QApplication.processEvents()
    told = [part.text() for part in dialog.findChildren(type(_words(dialog))) if part.isVisible()]
    assert told == ["What did you do? – Legal aid desk"]
    backs = [button for button in dialog.findChildren(type(desk_of(frame).sheet.done)) if "back" in button.text()]
    backs[-1].click()
    assert records(workspace, "activity")[0].title == "Legal desk"
    frame.leave()


def _words(dialog: HistoryDialog) -> object:
    from app.ui.widgets.formatted_text import FormattedText

    return dialog.findChild(FormattedText)
