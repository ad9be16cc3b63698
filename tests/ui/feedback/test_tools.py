"""Feedback as a service: steps that close a loop, a day typed quickly, slips, and whom to call."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.filling import filled
from app.domain.records import ReferralContact
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.feedback.batch_dialog import BatchDialog
from app.ui.feedback.kit_dialog import KitDialog
from app.ui.feedback.loop_panel import StepDialog
from app.ui.feedback.slip_dialogs import CheckSlipDialog, GiveSlipDialog
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.toast import Toast
from tests.making import hear_feedback
from tests.ui.accessible import focused, unnamed
from tests.ui.conftest import let_go
from tests.ui.recorded import desk_of, frame_of, press, records, texts, write


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    return in_front(frame_of(session, "feedback"))


def dialog_of(frame: Frame, kind: type):
    (found,) = [one for one in frame.findChildren(kind) if one.isVisible()]
    return found


def test_an_answer_closes_the_loop_and_a_slip_finds_it(frame: Frame, workspace: Workspace, qtbot) -> None:
    heard = hear_feedback(workspace, paraphrase="When does the school open?")
    page, desk = frame.pages.page(), desk_of(frame)
    desk.open_record(heard)
    page.loop.slip.click()
    slip = dialog_of(frame, GiveSlipDialog)
    assert not slip.code.text()
    slip.give.click()
    assert not slip.give.isEnabled(), "one code at a time"
    qtbot.waitUntil(lambda: bool(slip.code.text()))
    code = slip.code.accessibleName()
    assert not unnamed(slip)
    slip.accept()

    page.loop.add.click()
    step = dialog_of(frame, StepDialog)
    assert not unnamed(step)
    step.keep.click()
    assert step.entries["what"].told.problem()
    step.entries["what"].show("It opens in September")
    step.entries["answered"].show(True)
    step.keep.click()
    assert not step.isVisible()
    qtbot.waitUntil(lambda: "It opens in September" in texts(page.loop))
    assert records(workspace, "feedback")[0].status == "answered_to_community"

    page.tools.check.click()
    asked = dialog_of(frame, CheckSlipDialog)
    asked.typed.set_value("not these words")
    asked.look.click()
    qtbot.waitUntil(lambda: bool(asked.typed.problem()))
    asked.typed.set_value(code)
    asked.look.click()
    qtbot.waitUntil(lambda: asked.answer.text() == "It opens in September")
    asked.typed.control.clear()
    qtbot.keyClicks(asked.typed.control, "other")
    assert not asked.answer.isVisible(), "an answer never stands beside other words"
    asked.accept()
    let_go()
    assert not frame.findChildren(Dialog), "what a dialog showed is gone with it"


def test_a_day_is_typed_message_after_message_and_taken_back_whole(frame: Frame, workspace: Workspace, qtbot) -> None:
    before = hear_feedback(workspace)
    frame.pages.page().tools.batch.click()
    day = dialog_of(frame, BatchDialog)
    assert not unnamed(day)
    day.entries["channel"].show("community_meeting")
    day.entries["type"].show("request")
    for words in ("More classes", "A later hour"):
        day.paraphrase.control.setFocus()
        qtbot.keyClicks(day.paraphrase.control, words)
        qtbot.keyClick(day.paraphrase.control, Qt.Key.Key_Return)
    qtbot.keyClicks(day.paraphrase.control, "Not finis")
    day.reject()
    heard = [one.paraphrase for one in records(workspace, "feedback") if one.channel == "community_meeting"]
    assert sorted(heard) == ["A later hour", "More classes", "Not finis"]
    toast = frame.findChild(Toast)
    assert toast.accessibleName() == "3 messages were saved."
    toast._undo.click()  # noqa: SLF001
    assert [one.id for one in records(workspace, "feedback")] == [before]


def test_a_day_is_entered_by_keyboard_alone(frame: Frame, workspace: Workspace, qtbot) -> None:
    frame.pages.page().tools.batch.click()
    day = dialog_of(frame, BatchDialog)
    day.activateWindow()
    qtbot.waitUntil(lambda: focused() == "Month")
    seen = []
    for typed in ("", "Comm", "", "Arabic", "Req", Qt.Key.Key_End, "leg", "Longer hours"):
        seen.append(focused())
        if isinstance(typed, str):
            write(qtbot, typed)
        else:
            press(qtbot, typed)
        if typed == "leg":
            press(qtbot, Qt.Key.Key_Return)
        if typed == "Longer hours":
            press(qtbot, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
            press(qtbot, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
            assert focused() == "Remove 4 Legal identity", "what was chosen stands before the field, as it is read"
            press(qtbot, Qt.Key.Key_Tab)
            press(qtbot, Qt.Key.Key_Tab)
        press(qtbot, Qt.Key.Key_Return if typed == "Longer hours" else Qt.Key.Key_Tab)
    assert seen[4:] == [
        "What kind of message",
        "What the person agreed to",
        "What it is about",
        "In your words",
    ]
    (heard,) = records(workspace, "feedback")
    assert (heard.type, heard.channel, heard.topics, heard.consent, heard.language, heard.paraphrase) == (
        "request",
        "community_meeting",
        (4,),
        "C4",
        "Arabic",
        "Longer hours",
    )
    assert focused() == "What kind of message", "the next message begins where this one began"
    assert not day.entries["topics"].read()


def test_contacts_are_entered_on_the_page_and_shown_where_the_form_stops(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    page = frame.pages.page()
    page.panel.enter.click()
    assert page.current() is not page.desk
    made = filled(
        recording.new(workspace, ReferralContact), {"service": "Amina", "contact": "0661", "focal_point": "1"}
    )
    recording.save(workspace, made)
    page.open("new")
    page.desk.form.entries["type"].field.set_value("sensitive_report")
    page.desk.form.entries["type"].field.edited.emit()
    qtbot.waitUntil(lambda: {"Amina", "Focal point of your organisation"} <= texts(page.panel))
    assert not page.panel.enter.isVisible()


def test_who_waits_longest_stands_first_and_a_poster_is_made(
    frame: Frame, workspace: Workspace, qtbot, tmp_path: Path, monkeypatch
) -> None:
    hear_feedback(workspace, paraphrase="Newer", month="2026-08")
    hear_feedback(workspace, paraphrase="Older", month="2026-06")
    told = hear_feedback(workspace, paraphrase="Told", answer="Done", status="closed")
    hear_feedback(workspace, paraphrase="Call", answer="Write to amina@example.org", status="closed")
    desk = desk_of(frame)
    desk.list.segments.set_value("waiting")
    with qtbot.waitSignal(desk.list.filled):
        desk.list.reload()
    rows = desk.list.rows.rows
    assert [rows.row(place).title for place in range(rows.rowCount())] == ["Older", "Newer"]
    assert "waiting for" in rows.row(0).facts

    frame.pages.page().tools.tell.click()
    kit = dialog_of(frame, KitDialog)
    assert [one.record for one in kit.chosen()] == [told], "what must be read first is not ticked"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "p.pdf"), ""))
    kit.poster.click()
    assert not kit.poster.isEnabled()
    qtbot.waitUntil(lambda: "1 message is in \u2066p.pdf\u2069." in texts(kit))
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "gone" / "p.pdf"), ""))
    kit.script.click()
    qtbot.waitUntil(lambda: any("cannot be found" in told for told in texts(kit)))
    kit.poster.click()
    kit.making.stop()
    qtbot.waitUntil(lambda: "Stopped. Nothing was made." in texts(kit))
    kit.accept()
    for code in ("rumours", "cards", "contacts", "messages"):
        frame.pages.page().show_kind(code)
        assert not unnamed(frame)
