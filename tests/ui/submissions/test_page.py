from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from app.domain.records import Feedback
from app.progress import silent
from app.services.coordinating import receipts, receiving, triage
from app.services.records import recording
from app.services.submitting import calls, reviewing, submissions
from app.ui.submissions.item_card import ItemCard
from app.ui.submissions.journey_words import APPROVE, CHECK, HAND_OVER, LEAVING
from app.ui.submissions.making import Order, carry_out
from app.ui.submissions.page import SubmissionsPage
from app.ui.widgets.text import Label
from tests.making import PERIOD, hear_feedback, log_activity
from tests.ui.accessible import unnamed
from tests.ui.coordinating import read as texts

PHONE = "+212 612-345678"


def _approve(page: SubmissionsPage) -> None:
    page.journey.go(APPROVE)
    page.journey.approval.tick.control.click()
    page.journey.primary.click()


def test_an_own_period_is_begun_once_and_taken_up_again(workspace, opened, read):
    log_activity(workspace)
    page = opened()
    for _time in range(2):
        page.start.periods.begin.click()
        read(page)
        page.journey.close_button.click()
        read(page)
    (own,) = calls.every(workspace)
    assert own.period == PERIOD
    assert not page.journey.hand_over.seal.isVisible()


def test_a_call_is_dropped_on_the_page_and_twice_is_once(workspace, call_file, opened, read):
    page = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(call_file))])
    for _time in range(2):
        middle, copy = QPointF(40, 40), Qt.DropAction.CopyAction
        page.dropEvent(QDropEvent(middle, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    read(page)
    assert len(calls.every(workspace)) == 1
    assert page.journey.call.coordinator == "Ministry of Migration"


def test_a_file_that_is_no_call_is_told_and_changes_nothing(workspace, opened, qtbot, tmp_path):
    page = opened()
    wrong = tmp_path / "letter.gwb"
    wrong.write_bytes(b"a letter")
    for path in (wrong, tmp_path / "gone.gwb"):
        with qtbot.waitSignal(page.banner) as told:
            page.take(path)
        assert told.args[0] == "bad"
        assert told.args[1]
    assert calls.every(workspace) == ()


def test_call_step_and_answers_are_carried_over_a_rebuild(workspace, call_file, opened, session, qtbot, read):
    log_activity(workspace, summary=f"Ask at {PHONE}.")
    page = opened()
    page.take(call_file)
    read(page)
    page.journey.go(LEAVING)
    page.journey.leaving.open_findings()[0].leave_in.click()
    qtbot.waitUntil(lambda: not page.journey.seen.blocking)
    page.journey.hand_over.language.set_value("fr")
    _approve(page)
    again = opened()
    again.restore(page.state())
    read(again)
    assert again.journey.step == HAND_OVER
    assert again.journey.hand_over.order().language == "fr"


def test_what_was_sent_is_shown_again_exactly(workspace, call_file, opened):
    log_activity(workspace, title="Sent in its first words")
    call = calls.take(workspace, call_file.read_bytes())
    made = submissions.make(workspace, call)
    page = opened()
    told = [label.text() for label in page.start.findChildren(Label)]
    assert any("Version 1 sent in October 2026" in words for words in told)
    page.start.sent_asked.emit(made.id)
    shown = [card.accessibleName() for card in page.sent.findChildren(ItemCard)]
    assert shown == ["Sent in its first words"]
    page.sent.close_button.click()
    assert page.start.isVisible()


def test_an_overview_step_opens_its_call_before_anything_is_read(workspace, call_file, session, in_front, qtbot, read):
    log_activity(workspace)
    call = calls.take(workspace, call_file.read_bytes())
    page = in_front(SubmissionsPage(session))
    page.open(call.id)
    qtbot.waitUntil(lambda: page.journey.isVisible() and page.journey.call == call)
    read(page)


@pytest.mark.parametrize(("width", "height", "size"), [(1142, 720, 100), (968, 592, 100), (968, 592, 150)])
def test_it_never_forces_the_window_wider(workspace, call_file, opened, dressed, width, height, size, read):
    log_activity(workspace)
    dressed("ru", "light", size)
    page = opened(width, height)
    page.take(call_file)
    read(page)
    for step in range(HAND_OVER + 1):
        page.journey.go(step)
        page.grab()
        assert (page.width(), page.height()) == (width, height)


def test_without_room_the_heading_tells_the_step(workspace, call_file, opened, read):
    log_activity(workspace)
    page = opened(600, 592)
    page.take(call_file)
    read(page)
    page.journey.go(CHECK)
    assert not page.journey.steps.isVisible()
    assert page.journey.header.sentence.text() == "Step 2 of 5: Check the content"


def test_the_file_of_something_sent_is_saved_again_byte_for_byte_and_says_what_was_taken_back(
    workspace, call_file, opened, qtbot, monkeypatch, tmp_path, read
):
    log_activity(workspace)
    message = hear_feedback(workspace, paraphrase="They waited nine days.")
    hear_feedback(workspace, paraphrase="They asked for a lamp.")
    call = calls.take(workspace, call_file.read_bytes())
    review = reviewing.review(workspace, call)
    order = Order(call, tmp_path / "first.pdf", "ar", approved=review.entries)
    carry_out(workspace, order, silent)
    draft = recording.open_draft(workspace, Feedback, message)
    recording.save(workspace, replace(draft, record=replace(draft.record, consent="C1")))
    submissions.make(workspace, call, accept_findings=True)

    page = opened()
    newest, first = page.found.sent
    assert "Taken back" in texts(page.start) and "all of it" in texts(page.start)
    page.start.sent_asked.emit(first.made.id)
    assert "Oct 2026" in texts(page.sent) and "Ministry of Migration" in texts(page.sent)
    assert "Legal aid desk at the bus station" in texts(page.sent)
    assert texts(page.sent).count("Taken back, October 2026") == 1
    assert page.sent.language.value() == "ar"
    again = tmp_path / "again.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(again), ""))
    with qtbot.waitSignal(page.toast, timeout=20_000):
        page.sent.save.click()
    assert again.read_bytes() == (tmp_path / "first.pdf").read_bytes()
    page.sent.show_sending(newest)
    qtbot.waitUntil(lambda: "1 entry is taken back." in texts(page.sent))
    assert not unnamed(page)


def test_a_receipt_is_dropped_and_its_question_leads_to_the_record(
    workspace, coordinator, call_file, opened, read, tmp_path, qtbot
):
    record = log_activity(workspace, title="Desk")
    made = submissions.make(workspace, calls.take(workspace, call_file.read_bytes()))
    (tmp_path / "sent.gwb").write_bytes(made.bundle)
    receiving.receive(coordinator, [tmp_path / "sent.gwb"])
    triage.trust_all_waiting(coordinator)
    (entry,) = (one.id for one in made.submission.entries if one.KIND == "activity")
    triage.decide(coordinator, made.id, triage.Verdict.RETURNED, questions={f"{entry}.summary": "Which days?"})
    (tmp_path / "back.gwb").write_bytes(receipts.write(coordinator, made.id).data)

    page = opened()
    page.take(tmp_path / "back.gwb")
    qtbot.waitUntil(lambda: not page.session.tasks.running() and "Returned with questions" in texts(page.start))
    said = texts(page.start)
    assert "Returned with questions" in said
    assert "What happened" in said
    (button,) = [one for one in page.start.findChildren(QPushButton) if "Which days?" in one.accessibleName()]
    with qtbot.waitSignal(page.navigate) as asked:
        button.click()
    assert asked.args == ["activities", record]
    assert unnamed(page) == []
    page.start.sent_asked.emit(made.id)
    said = texts(page.sent)
    assert "Receipt of Ministry of Migration" in said and "1 question about a field" in said
    assert "They ask about What happened: Which days?" in said
    assert unnamed(page) == []


def test_every_step_says_the_same_number_of_what_leaves(workspace, call_file, opened, read, qtbot):
    log_activity(workspace)
    for month in ("2026-08", "2026-09"):
        hear_feedback(workspace, month=month)
    page = opened()
    page.take(call_file)
    read(page)
    seen = page.journey.seen
    assert seen.review.counts and seen.leaves > len(seen.review.items)
    qtbot.waitUntil(lambda: f"{seen.leaves} items would leave as they are now." in texts(page.journey))
    page.journey.go(LEAVING)
    qtbot.waitUntil(lambda: f"{seen.leaves} items leave." in texts(page.journey))
