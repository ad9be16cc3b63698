"""The inbox by itself, and journey Merge through the window: from dropped files to the figures and the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.services.coordinating import triage
from app.services.coordinating.triage import Verdict
from app.ui.inbox.entries import EntriesView
from app.ui.inbox.page import InboxPage, waiting
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.drop_area import DropArea
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.page_list import PageList
from app.ui.widgets.segments import Segment
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import OUJDA, RABAT, TANGIER, chips, drop, field, finished, line_of, press, read
from tests.ui.made_up import clipped, untranslated

Answered = Callable[..., Path]
TakenIn = Callable[..., InboxPage]
LATER = {"title": "A mobile desk in the villages", "objectives": "4", "place": "MA007"}


@pytest.mark.parametrize(
    ("button", "problem", "verdict"),
    [
        ("Return with questions", "Ask a question about a field, or write one here.", Verdict.RETURNED),
        ("Not used", "Write the reason first.", Verdict.REJECTED),
    ],
)
def test_what_the_sender_must_learn_needs_a_comment(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot, button: str, problem: str, verdict: Verdict
) -> None:
    page = taken_in(answered(OUJDA))
    press(page, button)
    assert problem in read(page)
    assert (focused(), line_of(session, OUJDA).verdict) == ("Comment", Verdict.WAITING)
    qtbot.keyClicks(field(page, "Comment"), "Which desk?")
    press(page, button)
    assert (line_of(session, OUJDA).verdict, line_of(session, OUJDA).comment) == (verdict, "Which desk?")
    assert "Which desk?" in read(page)


def test_taking_back_decides_as_it_was_decided_before(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot
) -> None:
    page = taken_in(answered(OUJDA))
    qtbot.keyClicks(field(page, "Comment"), "Which desk?")
    press(page, "Return with questions")
    with qtbot.waitSignal(page.toast) as said:
        press(page, "Put aside")
    said.args[1]()
    assert (line_of(session, OUJDA).verdict, line_of(session, OUJDA).comment) == (Verdict.RETURNED, "Which desk?")


def test_all_that_are_ready_are_accepted_at_once_and_taken_back_at_once(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot
) -> None:
    page = taken_in(answered(OUJDA), answered(RABAT), answered(TANGIER))
    for member in (OUJDA, RABAT):
        line = line_of(session, member)
        triage.trust(session.workspace, line.organisation, line.sender)
    page.reload()
    with qtbot.waitSignal(page.toast) as said:
        press(page, "Accept all 2 that are ready")
    assert said.args[0] == "2 submissions were accepted."
    assert line_of(session, TANGIER).verdict is Verdict.WAITING
    said.args[1]()
    assert waiting(session) == 3


def test_a_later_version_replaces_the_one_before(taken_in: TakenIn, answered: Answered, session: Session) -> None:
    page = taken_in(answered(OUJDA), answered(OUJDA, LATER, name="final_v3.pdf"))
    newest = line_of(session, OUJDA)
    triage.trust(session.workspace, newest.organisation, newest.sender)
    triage.accept_all(session.workspace)
    page.reload()
    assert sorted(chips(page).splitlines()) == ["Accepted", "Replaced by a newer version"]
    second = next(one for one in triage.inbox(session.workspace) if one.revision == 2)
    page.open(second.id)
    assert "Version 2 replaces version 1." in read(page)


def test_questions_of_the_call_without_an_answer_are_asked_with_one_press(
    taken_in: TakenIn, answered: Answered
) -> None:
    page = taken_in(answered(OUJDA))
    assert "1 of 2 questions of the call are open" in read(page)
    press(page, "Ask")
    assert field(page, "Comment").text() == "Which languages are spoken?"


def test_what_the_sender_wrote_can_be_read_and_not_changed(taken_in: TakenIn, answered: Answered, qtbot) -> None:
    page = taken_in(answered(TANGIER))
    text = page.findChild(EntriesView)
    before = text.toPlainText()
    assert "قادت جمعية الناجيات اليوم الثاني من التدريب." in before
    assert "Also contributes to 10 Trafficking" in before
    assert "22 Social security: nothing done" in before
    qtbot.keyClicks(text, "changed")
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.toPlainText() == before


def test_the_arrows_walk_the_list_and_the_detail_follows(taken_in: TakenIn, answered: Answered, qtbot) -> None:
    page = taken_in(answered(OUJDA), answered(RABAT))
    rows = page.findChild(ListView)
    rows.setFocus()
    seen = set()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        qtbot.keyClick(rows, key)
        seen.add(read(page).split("Submission 1")[0].strip().splitlines()[-1])
    assert seen == {OUJDA.name, RABAT.name}


def test_a_comment_that_was_not_sent_and_the_summary_survive_a_rebuild(
    page: InboxPage, answered: Answered, session: Session, in_front, qtbot
) -> None:
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    page.open(line_of(session, OUJDA).id)
    qtbot.keyClicks(field(page, "Comment"), "Which desk?")
    again = InboxPage(session)
    again.resize(1142, 720)
    again.restore(page.state())
    in_front(again)
    assert field(again, "Comment").text() == "Which desk?"
    press(again, "1 file was read.")
    assert "Sender unknown (1)" in read(again)


def test_two_imports_are_told_in_one_summary_until_it_is_closed(
    page: InboxPage, answered: Answered, session: Session, tmp_path: Path, qtbot
) -> None:
    page.take_in([tmp_path / "gone.pdf"])
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    assert "gone.pdf: not used" in read(page)
    assert "Sender unknown (1)" in read(page)
    press(page, "Close the summary")
    assert "gone.pdf" not in read(page)


def test_an_empty_inbox_says_what_to_do(page: InboxPage) -> None:
    assert "Nothing came in yet" in read(page)
    assert page.primary() is None


def test_every_control_has_a_name(taken_in: TakenIn, answered: Answered) -> None:
    assert not unnamed(taken_in(answered(OUJDA)))


@pytest.mark.parametrize("size", [(1142, 720), (968, 592)])
def test_nothing_is_untranslated_or_cut(
    session: Session, answered: Answered, in_front, dressed, qtbot, size: tuple[int, int]
) -> None:
    dressed("qps")
    page = InboxPage(session)
    page.resize(*size)
    in_front(page)
    page.take_in([answered(OUJDA), answered(RABAT)])
    finished(session, qtbot)
    names = (OUJDA.name, RABAT.name, "21.gwb", "22.gwb", "How many desks?", "Which languages are spoken?")
    words = ("July", "September", "2026", "and", "to", "Tangier Network")
    qtbot.waitUntil(lambda: not clipped(page))
    assert not untranslated(page, *names, *words)
    page.open(line_of(session, RABAT).id)
    qtbot.waitUntil(lambda: not clipped(page))
    assert not untranslated(page, *names, *words, *_objectives(session))
    assert page.width() == size[0]


def _objectives(session: Session) -> list[str]:
    return [one.name("en") for one in session.pack.objectives]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_opens_in_every_theme_mirrored_at_150_percent(
    session: Session, answered: Answered, in_front, dressed, qtbot, look: str
) -> None:
    dressed("ar", look, 150)
    page = InboxPage(session)
    page.resize(968, 592)
    in_front(page)
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    page.open(line_of(session, OUJDA).id)
    assert page.width() == 968
    qtbot.waitUntil(lambda: not clipped(page))


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A PDF that carries nothing."""
    path = tmp_path / "received" / "final_v3 (1).pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")
    return path


def test_from_dropped_files_to_the_report(
    frame: Frame, session: Session, answered: Callable[..., Path], foreign: Path, tmp_path: Path, monkeypatch, qtbot
) -> None:
    files = [answered(OUJDA), answered(RABAT, name="rabat.pdf"), answered(TANGIER)]
    page = frame.pages.page()
    drop(page.findChild(DropArea), *files, files[0], foreign)
    finished(session, qtbot)
    told = read(page)
    assert "5 files were read. 1 is not used." in told
    assert "final_v3 (1).pdf: not used" in told
    assert "The same as what is here (1)" in told
    assert "Sender unknown (3)" in told
    lines = {line.name: line for line in triage.inbox(session.workspace)}
    assert set(lines) == {OUJDA.name, RABAT.name, TANGIER.name}

    press(page, "Close the summary")
    for member in (OUJDA, RABAT, TANGIER):
        page.open(lines[member.name].id)
        press(page, "They match")
    page.open(lines[OUJDA.name].id)
    qtbot.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.open(lines[TANGIER.name].id)
    comment = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Comment")
    qtbot.keyClicks(comment, "How many desks?")
    press(page, "Return with questions")
    decided = {line.name: line for line in triage.inbox(session.workspace)}
    assert decided[OUJDA.name].verdict is Verdict.ACCEPTED
    assert (decided[TANGIER.name].verdict, decided[TANGIER.name].comment) == (Verdict.RETURNED, "How many desks?")

    frame.go("picture")
    qtbot.waitUntil(lambda: "3 activities from 1 of 3 organisations" in read(frame))
    frame.go("inbox")
    page.open(lines[RABAT.name].id)
    press(page, "Accept")
    frame.go("picture")
    qtbot.waitUntil(lambda: "5 activities from 2 of 3 organisations" in read(frame))

    report = tmp_path / "report.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(report), ""))
    press(frame, "Make the report")
    finished(session, qtbot)
    assert report.read_bytes().startswith(b"PK")


def test_the_badge_counts_what_waits_for_a_decision(
    frame: Frame, session: Session, answered: Callable[..., Path], qtbot
) -> None:
    frame.pages.page().take_in([answered(OUJDA), answered(RABAT)])
    finished(session, qtbot)
    line = triage.inbox(session.workspace)[0]
    qtbot.waitUntil(lambda: "Inbox, 2 things wait for you" in told_by(frame))
    triage.decide(session.workspace, line.id, Verdict.ASIDE)
    qtbot.waitUntil(lambda: "Inbox, 1 thing waits for you" in told_by(frame))


def test_control_z_takes_a_decision_back(frame: Frame, session: Session, answered: Callable[..., Path], qtbot) -> None:
    page = frame.pages.page()
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    press(page, "Close the summary")
    press(page, "Put aside")
    assert triage.inbox(session.workspace)[0].verdict is Verdict.ASIDE
    press(frame, "Undo")
    assert triage.inbox(session.workspace)[0].verdict is Verdict.WAITING


def told_by(frame: Frame) -> list[str]:
    """What assistive tools hear of the pages in the sidebar."""
    found = [QAccessible.queryAccessibleInterface(pages) for pages in frame.findChildren(PageList)]
    return [one.child(n).text(QAccessible.Text.Name) for one in found for n in range(one.childCount())]


def test_what_is_not_counted_is_a_list_of_its_own_with_the_reason_in_each_row(
    taken_in: TakenIn, answered: Answered, session: Session
) -> None:
    page = taken_in(answered(OUJDA), answered(RABAT))
    triage.trust_all_waiting(session.workspace)
    triage.accept_all(session.workspace)
    triage.decide(session.workspace, line_of(session, RABAT).id, Verdict.ASIDE, comment="Next year.")
    page.reload()
    rows = page.findChild(ListView).rows
    assert rows.rowCount() == 2
    next(one for one in page.findChildren(Segment) if one.text() == "Not counted (1)").click()
    assert rows.rowCount() == 1
    assert rows.row(0).title == RABAT.name
    assert [part in rows.row(0).facts for part in ("Put aside", "decided by", "Next year.")] == [True] * 3
    triage.accept_all(session.workspace)
    triage.decide(session.workspace, line_of(session, RABAT).id, Verdict.ACCEPTED)
    page.reload()
    assert rows.rowCount() == 2, "where everything counts, everything is listed"
