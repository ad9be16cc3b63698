from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.records import Activity
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Workspace
from app.services.records import conflicts, recording
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.shell.frame import Frame
from app.ui.widgets.toast import Toast
from tests.making import log_activity
from tests.ui.accessible import focused, unnamed
from tests.ui.conftest import PASSPHRASE
from tests.ui.recorded import CONTROL, begin, desk_of, frame_of, press, records, texts, write


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    return in_front(frame_of(session, "activities"))


def test_a_new_activity_in_which_nothing_was_typed_leaves_nothing_behind(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    begin(frame, qtbot)
    frame.go("feedback")
    frame.leave()
    assert not records(workspace, "activity")
    assert not recording.kept_drafts(workspace)


def test_what_was_typed_and_taken_out_again_leaves_nothing_behind(frame: Frame, workspace: Workspace, qtbot) -> None:
    begin(frame, qtbot)
    write(qtbot, "a")
    with qtbot.waitSignal(desk_of(frame).autosave.kept):
        pass
    press(qtbot, Qt.Key.Key_Backspace)
    frame.go("feedback")
    assert not records(workspace, "activity")
    assert not recording.kept_drafts(workspace)


def _as_a_crash_leaves_it(path: Path, folder: Path) -> Path:
    """The files as they lie on the disk at this moment, with nobody at them."""
    folder.mkdir()
    for ending in ("", "-wal", ".keys"):
        shutil.copyfile(f"{path}{ending}", folder / f"{path.name}{ending}")
    return folder / path.name


def test_text_survives_a_crash_and_the_page_says_so(
    frame: Frame, session: Session, tasks: TaskRunner, in_front, qtbot, tmp_path: Path
) -> None:
    begin(frame, qtbot)
    with qtbot.waitSignal(desk_of(frame).autosave.kept):
        write(qtbot, "Half a sent")
    window = workspaces.open_existing(session.workspace.path, PASSPHRASE)
    beside = in_front(frame_of(Session(window, tasks, session.settings, window.pack), "activities"))
    of_the_first = desk_of(beside).sheet.banner.isVisible() or desk_of(beside).form.entries["title"].read()
    beside.leave()
    window.close()
    again = workspaces.open_existing(_as_a_crash_leaves_it(session.workspace.path, tmp_path / "after"), PASSPHRASE)
    reopened = in_front(frame_of(Session(again, tasks, session.settings, again.pack), "activities"))
    sheet = desk_of(reopened).sheet
    shown = sheet.banner.isVisible()
    told = sheet.banner.accessibleName()
    title = desk_of(reopened).form.entries["title"].read()
    reopened.leave()
    saved = [record.title for record in records(again, "activity")]
    again.close()
    assert not of_the_first, "another window is not a crash"
    assert shown
    assert told == "Groundwork closed unexpectedly. Nothing is lost. Your last text is here."
    assert title == "Half a sent"
    assert saved == ["Half a sent"]


def test_what_two_windows_typed_in_one_record_is_both_there_after_a_crash(
    session: Session, tasks: TaskRunner, in_front, qtbot, tmp_path: Path
) -> None:
    path, id = session.workspace.path, log_activity(session.workspace, title="Shared")
    second = workspaces.open_existing(path, PASSPHRASE)
    for window, words in ((session.workspace, "first"), (second, "second")):
        draft = recording.open_draft(window, Activity, id)
        recording.keep(window, replace(draft, record=replace(draft.record, title=f"Of the {words}", result=words)))
    again = workspaces.open_existing(_as_a_crash_leaves_it(path, tmp_path / "after"), PASSPHRASE)
    second.close()
    reopened = in_front(frame_of(Session(again, tasks, session.settings, again.pack), "activities"))
    told = desk_of(reopened).sheet.banner.accessibleName()
    reopened.leave()
    (conflict,) = conflicts.every(again)
    sides = {field.name: {side.value for side in field.sides} for field in conflict.fields}
    left = recording.kept_drafts(again)
    again.close()
    assert "what another window typed is kept beside it" in told
    assert sides == {"title": {"Of the first", "Of the second"}, "result": {"first", "second"}}
    assert left == ()


def test_after_locking_and_closing_nothing_is_said_of_a_crash(
    frame: Frame, session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    begin(frame, qtbot)
    write(qtbot, "Half a sent")
    kept = frame.state()
    frame.leave()
    reopened = in_front(frame_of(session, "activities", kept))
    assert not desk_of(reopened).sheet.banner.isVisible()
    assert desk_of(reopened).form.entries["title"].read() == "Half a sent"


def test_text_that_cannot_be_read_is_kept_as_it_was_typed(
    frame: Frame, session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    log_activity(workspace, title="Older one", start="2026-01")
    begin(frame, qtbot)
    write(qtbot, "Counted in words")
    form = desk_of(frame).form
    form.focus("reach_women")
    write(qtbot, "eleven")
    press(qtbot, Qt.Key.Key_Tab)
    assert "whole number" in form.entries["reach_women"].told.problem()
    assert desk_of(frame).sheet.chip.text() == "Draft"
    frame.leave()
    reopened = desk_of(in_front(frame_of(session, "activities")))
    (newest, _older) = records(workspace, "activity")
    reopened.open_record(newest.id)
    assert not reopened.sheet.banner.isVisible()
    assert reopened.form.entries["reach_women"].unread() == "eleven"
    reopened.form.focus("reach_women")
    QApplication.focusWidget().selectAll()
    write(qtbot, "11")
    reopened.settle()
    assert records(workspace, "activity")[0].reach_women == 11
    assert not recording.kept_drafts(workspace)
    assert not recording.lines(workspace, recording.Query("activity"))[0].contested


def test_the_form_follows_the_arrow_keys_and_going_on_saves(frame: Frame, workspace: Workspace, qtbot) -> None:
    for number in (1, 2, 3):
        log_activity(workspace, title=f"Activity {number}", start=f"2026-0{number}")
    desk = desk_of(frame)
    qtbot.waitUntil(lambda: desk.list.rows.rows.rowCount() == 3)
    desk.go_to_list()
    desk.list.select("")
    seen = []
    for _step in range(3):
        press(qtbot, Qt.Key.Key_Down)
        seen.append(desk.form.entries["title"].read())
    assert seen == ["Activity 3", "Activity 2", "Activity 1"]
    press(qtbot, Qt.Key.Key_Return)
    assert focused() == "What did you do?"
    QApplication.focusWidget().end(False)
    write(qtbot, "0")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Up)
    assert desk.form.entries["title"].read() == "Activity 2"
    assert [record.title for record in records(workspace, "activity")] == ["Activity 3", "Activity 2", "Activity 10"]


def test_delete_moves_to_the_trash_and_undo_brings_everything_back(frame: Frame, workspace: Workspace, qtbot) -> None:
    ids = [log_activity(workspace, title=f"Activity {number}", start=f"2026-0{number}") for number in (1, 2)]
    desk = desk_of(frame)
    qtbot.waitUntil(lambda: desk.list.rows.rows.rowCount() == 2)
    desk.open_record(ids[1])
    desk.form.focus()
    QApplication.focusWidget().end(False)
    write(qtbot, "!")
    desk.go_to_list()
    press(qtbot, Qt.Key.Key_Delete)
    assert [record.id for record in records(workspace, "activity")] == [ids[0]]
    assert desk.form.entries["title"].read() == "Activity 1"
    assert frame.findChild(Toast).accessibleName() == "\u2068Activity 2!\u2069 was moved to the trash."
    frame.undo()
    assert [record.title for record in records(workspace, "activity")] == ["Activity 2!", "Activity 1"]
    assert desk.form.entries["title"].read() == "Activity 2!"


def test_problems_are_told_when_a_field_was_left_and_everywhere_on_done(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    begin(frame, qtbot)
    title = desk_of(frame).form.entries["title"].told
    write(qtbot, "a")
    press(qtbot, Qt.Key.Key_Backspace)
    assert not title.problem()
    press(qtbot, Qt.Key.Key_Tab)
    assert title.problem() == "Say in a few words what you did."
    desk_of(frame).form.focus()
    write(qtbot, "b")
    assert not title.problem()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert desk_of(frame).form.entries["summary"].told.problem()
    assert focused() == "Kind of activity"
    (logged,) = records(workspace, "activity")
    assert logged.title == "b"


def test_the_status_follows_what_is_typed(frame: Frame, workspace: Workspace, qtbot) -> None:
    record = log_activity(workspace, summary="")
    desk = desk_of(frame)
    desk.open_record(record)
    assert desk.sheet.chip.text() == "Draft"
    desk.form.focus("summary")
    write(qtbot, "Two advisers")
    assert desk.sheet.chip.text() == "Ready"
    desk.settle()
    assert desk.list.rows.rows.row(0).status == "Ready"


def test_drafts_are_found_and_the_filter_narrows(frame: Frame, workspace: Workspace, qtbot) -> None:
    for number in range(3):
        log_activity(workspace, title=f"Course {number}", summary="" if number else "Done.")
    desk = desk_of(frame)
    qtbot.waitUntil(lambda: desk.list.rows.rows.rowCount() == 3)
    desk.list.segments.set_value("drafts")
    with qtbot.waitSignal(desk.list.filled):
        desk.list.reload()
    assert texts(desk.list) >= {"2 activities"}
    qtbot.keyClick(frame, Qt.Key.Key_F, CONTROL)
    with qtbot.waitSignal(desk.list.filled):
        write(qtbot, "cour")
    assert texts(desk.list) >= {"2 activities"}
    desk.list.show_all()
    qtbot.waitUntil(lambda: texts(desk.list) >= {"3 activities"})
    with qtbot.waitSignal(desk.list.filled):
        desk.list.search.setText("zebra")
    assert texts(desk.list) >= {"0 activities", "Nothing fits"}


def test_new_rows_do_not_move_what_is_in_sight(frame: Frame, workspace: Workspace, qtbot) -> None:
    for number in range(40):
        log_activity(workspace, title=f"Activity {number}", start="2026-03")
    rows = desk_of(frame).list.rows
    qtbot.waitUntil(lambda: rows.rows.rowCount() == 40)
    rows.verticalScrollBar().setValue(500)
    before = rows.rows.row(rows.indexAt(rows.rect().center()).row()).title
    log_activity(workspace, title="The newest", start="2026-09")
    qtbot.waitUntil(lambda: rows.rows.rowCount() == 41)
    assert rows.rows.row(rows.indexAt(rows.rect().center()).row()).title == before


def test_history_tells_each_version_in_words(frame: Frame, workspace: Workspace, qtbot) -> None:
    record = log_activity(workspace, reach_women="11")
    desk = desk_of(frame)
    desk.open_record(record)
    desk.form.focus("reach_women")
    QApplication.focusWidget().selectAll()
    write(qtbot, "12")
    desk.sheet.history.click()
    dialog = frame.findChild(QDialog)
    assert "Women – \u206812\u2069 (before: \u206811\u2069)" in texts(dialog)
    assert "Objectives – added: \u20687 Vulnerability\u2069" in texts(dialog)
    assert not unnamed(dialog)
    dialog.accept()


def test_a_record_that_went_to_the_trash_elsewhere_is_closed_unless_it_is_being_written(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    older, newer = (log_activity(workspace, title=f"Activity {number}", start=f"2026-0{number}") for number in (1, 2))
    desk = desk_of(frame)
    qtbot.waitUntil(lambda: desk.list.rows.rows.rowCount() == 2)
    desk.open_record(newer)
    recording.trash(workspace, newer)
    qtbot.waitUntil(lambda: desk.form.loaded().record.id == older)
    desk.form.focus()
    write(qtbot, "x")
    recording.trash(workspace, older)
    qtbot.waitUntil(lambda: desk.list.rows.rows.rowCount() == 0)
    assert desk.form.draft().record.title.endswith("x")
    desk.settle()
    assert [record.id for record in records(workspace, "activity")] == [older]
