from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.shared import Call, Question
from app.services import calls, objectives, receiving, reviewing, submissions
from app.services.workspace import Workspace
from app.ui.submissions.item_card import ItemCard
from app.ui.submissions.journey_words import APPROVE, CHECK, HAND_OVER, LEAVING
from app.ui.submissions.marked_text import OPEN, MarkedText
from app.ui.submissions.page import SubmissionsPage
from app.ui.submissions.point_line import FINDING, NO_ACTIVITY
from app.ui.widgets.buttons import Button
from app.ui.widgets.text import Label
from tests.making import PERIOD, hear_feedback, log_activity, make_workspace
from tests.ui.accessible import focused, unnamed
from tests.ui.made_up import clipped, untranslated

PHONE = "+212 612-345678"
Open = Callable[..., SubmissionsPage]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path, "Ministry of Migration", coordinator=True, seed=2)
    yield made
    made.close()


@pytest.fixture
def call_file(coordinator: Workspace, tmp_path: Path) -> Path:
    asked = Call("", "", PERIOD, due="2026-11-08", questions=(Question("Q1", "What helps most?", 4),))
    path = tmp_path / "call.gwb"
    path.write_bytes(calls.make(coordinator, asked)[1])
    return path


@pytest.fixture
def opened(session, in_front, qtbot) -> Open:
    def make(width: int = 1142, height: int = 720) -> SubmissionsPage:
        page = SubmissionsPage(session)
        page.resize(width, height)
        in_front(page)
        qtbot.waitUntil(lambda: page.found is not None)
        return page

    return make


def _read(page: SubmissionsPage, qtbot) -> None:
    """Wait until the worker has nothing more to read."""
    qtbot.waitUntil(lambda: not page.session.tasks.running() and page.journey.seen is not None)


def _approve(page: SubmissionsPage, qtbot) -> None:
    page.journey.go(APPROVE)
    page.journey.approval.tick.control.click()
    page.journey.primary.click()


def test_from_the_call_file_to_a_pdf_that_the_coordinator_can_read(
    workspace, coordinator, call_file, opened, qtbot, monkeypatch, tmp_path
):
    log_activity(workspace, summary=f"Ask at {PHONE} for the next one.")
    hear_feedback(workspace)
    page = opened()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_about: (str(call_file), ""))
    page.start.take.click()
    journey = page.journey
    _read(page, qtbot)
    journey.primary.click()
    assert journey.step == CHECK
    journey.primary.click()
    assert journey.step == LEAVING
    journey.leaving.open_findings()[0].keep_here.click()
    _read(page, qtbot)
    journey.primary.click()
    assert journey.step == APPROVE
    journey.primary.click()
    assert focused() == "I have read what leaves"
    journey.approval.tick.control.click()
    journey.primary.click()
    assert journey.step == HAND_OVER
    journey.hand_over.set_folder(tmp_path)
    journey.hand_over.language.set_value("ar")
    journey.hand_over.seal.set_value(True)
    journey.primary.click()
    qtbot.waitUntil(journey.hand_over.result.isVisible, timeout=20_000)
    path = journey.hand_over.result.outcome.order.path
    assert path == tmp_path / "Tangier-Network-2026-07-to-2026-09-ar.pdf"
    (arrival,) = receiving.receive(coordinator, [path])
    assert arrival.submission is not None
    told = repr(receiving.opened(coordinator, arrival.submission).entries)
    assert "Legal aid desk" in told
    assert PHONE not in told
    _read(page, qtbot)


def test_a_telephone_number_blocks_until_somebody_decides(workspace, call_file, opened, qtbot):
    log_activity(workspace, summary=f"Ask at {PHONE}.")
    page = opened()
    page.take(call_file)
    _read(page, qtbot)
    journey = page.journey
    journey.go(HAND_OVER)
    assert journey.step == LEAVING
    (finding,) = journey.leaving.open_findings()
    shown = next(text for text in page.findChildren(MarkedText) if text.text() == f"Ask at {PHONE}.")
    (mark,) = shown.marks
    assert (shown.text()[mark.start : mark.end], mark.state) == (PHONE, OPEN)
    assert journey.primary.text() == "Go to the next open place"
    journey.primary.click()
    assert QApplication.focusWidget() is finding.leave_in
    qtbot.keyClick(finding.leave_in, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not journey.seen.blocking)
    assert journey.primary.text() == "Go on to approve"
    review = reviewing.review(workspace, journey.call)
    assert PHONE in review.items[0].entry.summary


def test_the_checklist_leads_to_the_blocking_point(workspace, call_file, opened, qtbot):
    log_activity(workspace, summary=f"Ask at {PHONE}.")
    page = opened()
    page.take(call_file)
    _read(page, qtbot)
    page.journey.go(CHECK)
    first = page.journey.check.lines[0]
    assert first.point.code.startswith(FINDING)
    assert page.journey.primary.text() == "Go to the blocking point"
    page.journey.primary.click()
    assert page.journey.step == LEAVING
    assert focused() == "Leave it in"


def test_nothing_was_done_is_said_with_one_button(workspace, call_file, opened, qtbot):
    log_activity(workspace)
    objectives.choose(workspace, [20])
    page = opened()
    page.take(call_file)
    _read(page, qtbot)
    page.journey.go(CHECK)
    (line,) = [line for line in page.journey.check.lines if line.point.code == NO_ACTIVITY]
    next(button for button in line.findChildren(Button) if button.text() == "Nothing was done").click()
    qtbot.waitUntil(lambda: all(one.point.code != NO_ACTIVITY for one in page.journey.check.lines))
    judged = [item.entry for item in page.journey.seen.review.items if item.entry.KIND == "assessment"]
    assert [(one.objective, one.nothing_done) for one in judged] == [(20, True)]


def test_a_draft_leads_to_its_record(workspace, call_file, opened, qtbot):
    log_activity(workspace)
    draft = log_activity(workspace, title="", summary="")
    page = opened()
    page.take(call_file)
    _read(page, qtbot)
    line = next(line for line in page.journey.check.lines if line.point.record == draft)
    with qtbot.waitSignal(page.navigate) as asked:
        line.button.click()
    assert asked.args == ["activities", draft]
    assert [one.reason for one in page.journey.seen.held] == ["draft"]


def test_an_approval_holds_only_for_what_was_read(workspace, call_file, opened, qtbot):
    log_activity(workspace)
    page = opened()
    page.take(call_file)
    _read(page, qtbot)
    _approve(page, qtbot)
    assert page.journey.step == HAND_OVER
    log_activity(workspace, title="Another one")
    page.reload()
    qtbot.waitUntil(lambda: page.journey.step == APPROVE)
    assert page.journey.approval.approved() == ()


def test_a_file_that_is_there_is_asked_about(workspace, opened, qtbot, tmp_path):
    log_activity(workspace)
    page = opened()
    page.start.periods.begin.click()
    _read(page, qtbot)
    _approve(page, qtbot)
    page.journey.hand_over.set_folder(tmp_path)
    taken = page.journey.hand_over.order().path
    taken.write_text("mine", "utf-8")
    page.journey.primary.click()
    qtbot.waitUntil(lambda: focused() == "Use another name")
    QApplication.focusWidget().click()
    qtbot.waitUntil(page.journey.hand_over.result.isVisible, timeout=20_000)
    assert taken.read_text("utf-8") == "mine"
    assert page.journey.hand_over.result.outcome.order.path.name == f"{taken.stem}-2.pdf"
    _read(page, qtbot)


def test_an_own_period_is_begun_once_and_taken_up_again(workspace, opened, qtbot):
    log_activity(workspace)
    page = opened()
    for _time in range(2):
        page.start.periods.begin.click()
        _read(page, qtbot)
        page.journey.close_button.click()
        _read(page, qtbot)
    (own,) = calls.every(workspace)
    assert own.period == PERIOD
    assert not page.journey.hand_over.seal.isVisible()


def test_a_call_is_dropped_on_the_page_and_twice_is_once(workspace, call_file, opened, qtbot):
    page = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(call_file))])
    for _time in range(2):
        middle, copy = QPointF(40, 40), Qt.DropAction.CopyAction
        page.dropEvent(QDropEvent(middle, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    _read(page, qtbot)
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


def test_call_step_and_answers_are_carried_over_a_rebuild(workspace, call_file, opened, session, qtbot):
    log_activity(workspace, summary=f"Ask at {PHONE}.")
    page = opened()
    page.take(call_file)
    _read(page, qtbot)
    page.journey.go(LEAVING)
    page.journey.leaving.open_findings()[0].leave_in.click()
    qtbot.waitUntil(lambda: not page.journey.seen.blocking)
    page.journey.hand_over.language.set_value("fr")
    _approve(page, qtbot)
    again = opened()
    again.restore(page.state())
    _read(again, qtbot)
    assert again.journey.step == HAND_OVER
    assert again.journey.hand_over.order().language == "fr"


def test_what_was_sent_is_shown_again_exactly(workspace, call_file, opened, qtbot):
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


def test_an_overview_step_opens_its_call_before_anything_is_read(workspace, call_file, session, in_front, qtbot):
    log_activity(workspace)
    call = calls.take(workspace, call_file.read_bytes())
    page = in_front(SubmissionsPage(session))
    page.open(call.id)
    qtbot.waitUntil(lambda: page.journey.isVisible() and page.journey.call == call)
    _read(page, qtbot)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_every_step_speaks_the_made_up_language_whole_in_every_theme(
    workspace, call_file, opened, dressed, look, qtbot
):
    log_activity(workspace, summary="")
    log_activity(workspace)
    hear_feedback(workspace)
    dressed("qps", look)
    page = opened()
    seen = [page]
    page.take(call_file)
    _read(page, qtbot)
    texts = [text.text() for text in page.findChildren(MarkedText)]
    names = ("Tangier Network", "Ministry of Migration", "Legal aid desk at the bus station", "What helps most?")
    languages = ("English", "Français", "Español", "العربية", "Русский", "中文")
    dates = ("July", "August", "September", "October", "November")
    files = (str(page.journey.hand_over.order().path), str(page.journey.hand_over.folder), "Tangier-Network", "qps")
    for step in (CHECK, LEAVING, APPROVE, HAND_OVER):
        if step == HAND_OVER:
            page.journey.approval.tick.control.click()
        page.journey.go(step)
        assert page.journey.step == step
        page.grab()
        assert not clipped(page), step
        assert not unnamed(page), step
    assert not untranslated(seen[0], *names, *languages, *dates, *files, *texts, "pdf", "to")


@pytest.mark.parametrize(("width", "height", "size"), [(1142, 720, 100), (968, 592, 100), (968, 592, 150)])
def test_it_never_forces_the_window_wider(workspace, call_file, opened, dressed, qtbot, width, height, size):
    log_activity(workspace)
    dressed("ru", "light", size)
    page = opened(width, height)
    page.take(call_file)
    _read(page, qtbot)
    for step in range(HAND_OVER + 1):
        page.journey.go(step)
        page.grab()
        assert (page.width(), page.height()) == (width, height)
