from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit

from app.domain.records import Feedback, SensitiveNote
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.toast import Toast
from tests.making import hear_feedback
from tests.ui.accessible import focused, unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import desk_of, everything_written, frame_of, records

CONTROL = Qt.KeyboardModifier.ControlModifier
SECRET = "Zainab was hurt in the blue house"


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    return in_front(frame_of(session, "feedback"))


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def begin(frame: Frame, qtbot) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)


def choose_sensitive(frame: Frame, qtbot) -> None:
    desk_of(frame).form.focus("type")
    press(qtbot, Qt.Key.Key_End)


def test_a_message_is_recorded_by_keyboard_alone(frame: Frame, workspace: Workspace, qtbot) -> None:
    begin(frame, qtbot)
    seen = [focused()]
    write(qtbot, "Req")
    for text in ("", "Help", "leg", "Own", "Papers take too long."):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(focused())
        write(qtbot, text)
        if text == "leg":
            press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert seen == [
        "What kind of message",
        "Month",
        "How it reached you",
        "What it is about",
        "What the person agreed to",
        "In your words",
    ]
    (heard,) = records(workspace, "feedback")
    now = workspace.now().astimezone()
    assert heard == Feedback(
        heard.id,
        type="request",
        month=When(now.year, now.month),
        topics=(4,),
        channel="help_desk",
        consent="C3",
        paraphrase="Papers take too long.",
    )
    assert desk_of(frame).list.rows.rows.row(0).status == "Waits for an answer"


def test_only_the_month_is_kept_of_a_day(frame: Frame, workspace: Workspace, qtbot) -> None:
    begin(frame, qtbot)
    desk = desk_of(frame)
    desk.form.focus("month")
    QApplication.focusWidget().selectAll()
    write(qtbot, "12 October 2026")
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not desk.form.entries["month"].told.control
    assert desk.form.entries["month"].told.control.text() == "October 2026"
    desk.settle()
    assert records(workspace, "feedback")[0].month == When(2026, 10)


def test_a_sensitive_report_stops_the_form_and_no_text_is_left_anywhere(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    begin(frame, qtbot)
    desk = desk_of(frame)
    desk.form.focus("paraphrase")
    with qtbot.waitSignal(desk.autosave.kept):
        write(qtbot, SECRET)
    assert SECRET in everything_written(workspace)
    choose_sensitive(frame, qtbot)
    page = frame.pages.page()
    assert page.panel.isVisible()
    assert focused() == "What kind of report"
    shown = [edit.text() for edit in page.findChildren(QLineEdit)]
    shown += [edit.toPlainText() for edit in page.findChildren(QTextEdit)]
    assert not [text for text in shown if "Zainab" in text]
    assert not any(edit.document().isUndoAvailable() for edit in page.findChildren(QTextEdit))
    frame.go("activities")
    frame.leave()
    assert "Zainab" not in everything_written(workspace)
    assert "Zainab" not in repr(frame.state())
    assert not records(workspace, "feedback")
    assert not recording.kept_drafts(workspace)


def test_of_a_sensitive_report_kind_month_and_passed_on_are_kept(frame: Frame, workspace: Workspace, qtbot) -> None:
    begin(frame, qtbot)
    choose_sensitive(frame, qtbot)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    panel = frame.pages.page().panel
    assert panel.entries["type"].told.problem()
    panel.focus()
    write(qtbot, "Urgent")
    for _field in ("month", "passed on"):
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    (note,) = records(workspace, "sensitive_note")
    now = workspace.now().astimezone()
    assert note == SensitiveNote(note.id, type="urgent_danger", month=When(now.year, now.month), passed_on=True)
    assert frame.findChild(Toast).accessibleName() == "The note was kept. Nothing else was."
    assert not panel.isVisible()
    assert not records(workspace, "feedback")


def test_the_panel_offers_no_field_for_a_text_and_nothing_that_is_not_sensitive(frame: Frame, qtbot) -> None:
    begin(frame, qtbot)
    choose_sensitive(frame, qtbot)
    panel = frame.pages.page().panel
    assert not panel.findChildren(QTextEdit)
    assert set(panel.entries) == {"type", "month", "passed_on"}
    kinds = panel.entries["type"].told.control
    assert [kinds.itemData(place) for place in range(kinds.count())] == [
        "",
        "sensitive_protection",
        "sensitive_sea_or_abuse",
        "urgent_danger",
    ]
    assert not unnamed(frame)


def test_a_message_that_turns_out_to_be_sensitive_is_erased_for_good(frame: Frame, workspace: Workspace, qtbot) -> None:
    heard = hear_feedback(workspace, paraphrase=SECRET)
    desk = desk_of(frame)
    desk.open_record(heard)
    choose_sensitive(frame, qtbot)
    panel = frame.pages.page().panel
    assert panel.earlier.isVisible()
    assert panel.enter.isVisible()
    assert not records(workspace, "feedback")
    assert "Zainab" not in everything_written(workspace)
    assert desk.form.loaded().record == Feedback()


def test_it_was_no_sensitive_report_begins_an_empty_form(frame: Frame, workspace: Workspace, qtbot) -> None:
    begin(frame, qtbot)
    choose_sensitive(frame, qtbot)
    frame.pages.page().panel.cancel.click()
    assert focused() == "What kind of message"
    assert desk_of(frame).form.entries["type"].read() == ""


def test_the_stop_lasts_over_a_change_of_language_and_erases_nothing_else(
    frame: Frame, session: Session, workspace: Workspace, in_front, dressed, qtbot
) -> None:
    heard = hear_feedback(workspace)
    begin(frame, qtbot)
    choose_sensitive(frame, qtbot)
    kept = frame.state()
    frame.leave()
    dressed("ar")
    again = in_front(frame_of(session, "feedback", kept))
    assert again.pages.page().panel.isVisible()
    assert [one.id for one in records(workspace, "feedback")] == [heard], "the list opens its first record by itself"
    assert desk_of(again).form.loaded().record == Feedback()


def test_what_consent_allows_stands_under_their_words(frame: Frame, qtbot) -> None:
    begin(frame, qtbot)
    form = desk_of(frame).form
    form.unfold(shown=True)
    words = form.entries["own_words"].told.control
    assert words.accessibleDescription() == "Without a recorded agreement these words stay here."
    form.focus("consent")
    press(qtbot, Qt.Key.Key_End)
    assert words.accessibleDescription().startswith("These words may be published")


def test_messages_that_wait_for_an_answer_are_found(frame: Frame, workspace: Workspace, qtbot) -> None:
    hear_feedback(workspace, status="closed")
    hear_feedback(workspace, paraphrase="When does the school open?")
    desk = desk_of(frame)
    qtbot.waitUntil(lambda: desk.list.rows.rows.rowCount() == 2)
    desk.list.segments.set_value("waiting")
    with qtbot.waitSignal(desk.list.filled):
        desk.list.reload()
    assert [desk.list.rows.rows.row(place).title for place in range(desk.list.rows.rows.rowCount())] == [
        "When does the school open?"
    ]
    assert "1 message" in {label.text() for label in desk.findChildren(QLabel)}


@pytest.mark.parametrize("stopped", [False, True])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_made_up_language_leaves_nothing_untranslated_and_nothing_cut(
    session: Session, workspace: Workspace, in_front, dressed, qtbot, look: str, stopped: bool
) -> None:
    dressed("qps", look)
    hear_feedback(workspace, paraphrase="Ω", topics="4")
    frame = in_front(frame_of(session, "feedback"))
    desk = desk_of(frame)
    desk.form.unfold(shown=True)
    if stopped:
        begin(frame, qtbot)
        choose_sensitive(frame, qtbot)
    QApplication.processEvents()
    assert not untranslated(desk, "Question", "Legal identity", "Help desk")
    assert not [found for found in clipped(desk) if not found.startswith("QToolButton")]


@pytest.mark.parametrize("size", [(1366, 768, 100), (1024, 640, 100), (1024, 640, 150)])
def test_the_page_fits_and_no_control_is_without_a_name(
    session: Session, workspace: Workspace, in_front, dressed, size: tuple[int, int, int]
) -> None:
    dressed("en", "light", size[2])
    hear_feedback(workspace)
    frame = in_front(frame_of(session, "feedback"))
    frame.resize(size[0], size[1])
    desk = desk_of(frame)
    desk.form.unfold(shown=True)
    desk.panes.show_detail()
    QApplication.sendPostedEvents()
    assert (frame.width(), frame.height()) == size[:2]
    assert not unnamed(frame)
    assert desk.sheet.area.horizontalScrollBar().maximum() == 0
    desk.panes.show_list()
    QApplication.sendPostedEvents()
    assert desk.list.new.height() >= desk.list.new.minimumSizeHint().height(), "the heading is not squeezed"
