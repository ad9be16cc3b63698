from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.records import Commitment
from app.services.coordinating import receiving, triage
from app.services.opening.people import Profile
from app.services.records import commenting, objectives
from app.services.submitting import approving, calls, reviewing
from app.ui.submissions.journey_words import APPROVE, CHECK, HAND_OVER, LEAVING
from app.ui.submissions.marked_text import OPEN, MarkedText
from app.ui.submissions.page import SubmissionsPage
from app.ui.submissions.point_line import FINDING, NO_ACTIVITY
from app.ui.widgets.buttons import Button
from app.ui.widgets.loading import Loading
from tests.making import hear_feedback, log_activity, work_as, write_down
from tests.one_of_each import WRITTEN
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import read as texts
from tests.ui.made_up import clipped, untranslated

PHONE = "+212 612-345678"


def _approve(page: SubmissionsPage) -> None:
    page.journey.go(APPROVE)
    page.journey.approval.tick.control.click()
    page.journey.primary.click()


def test_from_the_call_file_to_a_pdf_that_the_coordinator_can_read(
    workspace, coordinator, call_file, opened, qtbot, monkeypatch, tmp_path, read
):
    log_activity(workspace, summary=f"Ask at {PHONE} for the next one.")
    hear_feedback(workspace)
    page = opened()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_about: (str(call_file), ""))
    page.start.take.click()
    journey = page.journey
    read(page)
    journey.primary.click()
    assert journey.step == CHECK
    journey.primary.click()
    assert journey.step == LEAVING
    journey.leaving.open_findings()[0].keep_here.click()
    read(page)
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
    told = repr(triage.opened(coordinator, arrival.submission).entries)
    assert "Legal aid desk" in told
    assert PHONE not in told
    read(page)


def test_a_telephone_number_blocks_until_somebody_decides(workspace, call_file, opened, qtbot, read):
    log_activity(workspace, summary=f"Ask at {PHONE}.")
    page = opened()
    page.take(call_file)
    read(page)
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


def test_a_place_in_a_fact_is_shown_and_can_be_decided_as_well(workspace, call_file, opened, qtbot, read):
    log_activity(workspace, partners=("Red Crescent", f"Samira {PHONE}"))
    page = opened()
    page.take(call_file)
    read(page)
    page.journey.go(LEAVING)
    (finding,) = page.journey.leaving.open_findings()
    shown = next(text for text in page.findChildren(MarkedText) if PHONE in text.text())
    (mark,) = shown.marks
    assert shown.text()[mark.start : mark.end] == PHONE
    finding.keep_here.click()
    qtbot.waitUntil(lambda: not page.journey.seen.blocking)
    assert reviewing.review(workspace, page.journey.call).items[0].entry.partners == ()


def test_leaving_a_text_in_asks_why_and_changing_it_leads_to_the_record(workspace, call_file, opened, qtbot, read):
    record = log_activity(workspace, summary=f"Fatima Benali asked at {PHONE}.", result="Over\u202eturned")
    page, led = opened(), []
    page.navigate.connect(lambda name, argument: led.append((name, argument)))
    page.take(call_file)
    read(page)
    page.journey.go(LEAVING)
    lines = {one.finding.kind: one for card in page.journey.leaving.cards for one in card.findings}
    assert set(lines) == {"name", "phone", "unreadable"}
    assert "cannot be checked" in lines["unreadable"].finding.sentence()
    assert lines["unreadable"].leave_in.isHidden() and lines["unreadable"].keep_here.isHidden()
    lines["name"].change.click()
    assert led == [("activities", record)]
    lines["name"].leave_in.click()
    qtbot.waitUntil(lambda: len(page.journey.leaving.open_findings()) == 1)
    (name,) = [one for card in page.journey.leaving.cards for one in card.findings if one.finding.kind == "name"]
    next(button for button in name.reasons if button.text() == "The person agreed").click()
    qtbot.waitUntil(lambda: any(line.finding.reason for one in page.journey.leaving.cards for line in one.findings))
    assert not unnamed(page) and not clipped(page)
    entry = reviewing.review(workspace, page.journey.call).items[0].entry
    assert entry.result == "" and "Fatima" in entry.summary


def test_the_checklist_leads_to_the_blocking_point(workspace, call_file, opened, read):
    log_activity(workspace, summary=f"Ask at {PHONE}.")
    page = opened()
    page.take(call_file)
    read(page)
    page.journey.go(CHECK)
    first = page.journey.check.lines[0]
    assert first.point.code.startswith(FINDING)
    assert page.journey.primary.text() == "Go to the blocking point"
    page.journey.primary.click()
    assert page.journey.step == LEAVING
    assert focused() == "Leave it in"


def test_nothing_was_done_is_said_with_one_button(workspace, call_file, opened, qtbot, read):
    log_activity(workspace)
    objectives.choose(workspace, [20])
    page = opened()
    page.take(call_file)
    read(page)
    page.journey.go(CHECK)
    (line,) = [line for line in page.journey.check.lines if line.point.code == NO_ACTIVITY]
    next(button for button in line.findChildren(Button) if button.text() == "Nothing was done").click()
    qtbot.waitUntil(lambda: all(one.point.code != NO_ACTIVITY for one in page.journey.check.lines))
    judged = [item.entry for item in page.journey.seen.review.items if item.entry.KIND == "assessment"]
    assert [(one.objective, one.nothing_done) for one in judged] == [(20, True)]


def test_a_draft_leads_to_its_record(workspace, call_file, opened, qtbot, read):
    log_activity(workspace)
    draft = log_activity(workspace, title="", summary="")
    page = opened()
    page.take(call_file)
    read(page)
    line = next(line for line in page.journey.check.lines if line.point.record == draft)
    with qtbot.waitSignal(page.navigate) as asked:
        line.button.click()
    assert asked.args == ["activities", draft]
    assert [one.reason for one in page.journey.seen.held] == ["draft"]


def test_an_approval_holds_only_for_what_was_read(workspace, call_file, opened, qtbot, read):
    log_activity(workspace)
    page = opened()
    page.take(call_file)
    read(page)
    _approve(page)
    assert page.journey.step == HAND_OVER
    log_activity(workspace, title="Another one")
    page.reload()
    qtbot.waitUntil(lambda: page.journey.step == APPROVE)
    assert page.journey.approval.approved() == ()


def test_a_file_that_is_there_is_asked_about(workspace, opened, qtbot, tmp_path, read):
    log_activity(workspace)
    page = opened()
    page.start.periods.begin.click()
    read(page)
    _approve(page)
    page.journey.hand_over.set_folder(tmp_path)
    taken = page.journey.hand_over.order().path
    taken.write_text("mine", "utf-8")
    page.journey.primary.click()
    qtbot.waitUntil(lambda: focused() == "Use another name")
    QApplication.focusWidget().click()
    qtbot.waitUntil(page.journey.hand_over.result.isVisible, timeout=20_000)
    assert taken.read_text("utf-8") == "mine"
    assert page.journey.hand_over.result.outcome.order.path.name == f"{taken.stem}-2.pdf"
    read(page)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_every_step_speaks_the_made_up_language_whole_in_every_theme(workspace, call_file, opened, dressed, look, read):
    log_activity(workspace, summary="")
    log_activity(workspace)
    hear_feedback(workspace)
    dressed("qps", look)
    page = opened()
    seen = [page]
    page.take(call_file)
    read(page)
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


def test_a_commitment_that_waits_is_led_to_whoever_may_approve_it_or_sent_for_review(
    workspace, call_file, opened, qtbot, read
):
    promise = write_down(workspace, Commitment, **WRITTEN["commitment"])
    log_activity(workspace)
    page, led = opened(), []
    page.navigate.connect(lambda name, argument: led.append((name, argument)))
    page.take(call_file)
    read(page)
    (line,) = [line for line in page.journey.check.lines if line.point.code == "unsigned"]
    assert line.button.text() == "Read and approve"
    line.button.click()
    qtbot.waitUntil(lambda: led == [("review", promise)])
    read(page)
    work_as(workspace, Profile("amina", "Amina", "editor"))
    page.reload()
    qtbot.waitUntil(lambda: page.journey.seen.approvals == {promise: "asked"})
    page.journey.go(LEAVING)
    assert "In review" in texts(page.journey.leaving)
    work_as(workspace, Profile(workspace.team.founder, "Samira B."))
    commenting.answer(workspace, promise, approved=True)
    page.reload()
    qtbot.waitUntil(lambda: not page.journey.seen.approvals)
    assert "A guide to papers" in repr(page.journey.seen.review.entries)


def test_where_two_people_are_asked_for_one_tick_waits_for_the_other_and_can_be_taken_back(
    workspace, call_file, opened, read, qtbot
):
    log_activity(workspace)
    approving.ask_second(workspace, needed=True)
    page = opened()
    page.take(call_file)
    read(page)
    journey = page.journey
    journey.go(APPROVE)
    journey.approval.tick.control.click()
    journey.primary.click()
    assert journey.step == APPROVE and "hand the laptop over" in texts(journey.approval)
    entries = journey.seen.review.entries
    assert approving.approved_by(workspace, journey.call, entries) == (workspace.profile.id,)
    journey.approval.tick.control.click()
    assert approving.approved_by(workspace, journey.call, entries) == ()
    journey.approval.tick.control.click()
    kept = page.state()
    work_as(workspace, Profile("amina", "Amina", "editor"))
    hers = opened()
    hers.restore(kept)
    read(hers)
    assert not hers.journey.approval.tick.value()
    assert "Approved by Samira B." in texts(hers.journey.approval)
    hers.journey.approval.again.click()
    assert hers.journey.step == LEAVING
    _approve(hers)
    assert hers.journey.step == HAND_OVER


def test_reading_that_is_cancelled_leads_back_and_the_call_opens_again(workspace, call_file, opened, read, qtbot):
    log_activity(workspace)
    call = calls.take(workspace, call_file.read_bytes())
    page = opened()
    qtbot.waitUntil(lambda: page.found is not None)
    page.open(call.id)
    qtbot.waitUntil(lambda: page.journey.call is not None)
    page.journey.findChild(Loading).cancelled.emit()
    qtbot.waitUntil(page.start.isVisible)
    assert page.journey.seen is None
    page.open(call.id)
    read(page)
    assert page.journey.seen is not None and page.journey.isVisible()
