"""Journey Merge through the window: from dropped files to the figures of the picture and the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.services import receiving
from app.services.receiving import Verdict
from app.ui.frame import Frame
from app.ui.inbox.drop_area import DropArea
from app.ui.session import Session
from app.ui.widgets.page_list import PageList
from tests.ui.coordinating import OUJDA, RABAT, TANGIER, drop, finished, press, read


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
    lines = {line.name: line for line in receiving.inbox(session.workspace)}
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
    decided = {line.name: line for line in receiving.inbox(session.workspace)}
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
    line = receiving.inbox(session.workspace)[0]
    qtbot.waitUntil(lambda: "Inbox, 2 things wait for you" in told_by(frame))
    receiving.decide(session.workspace, line.id, Verdict.ASIDE)
    qtbot.waitUntil(lambda: "Inbox, 1 thing waits for you" in told_by(frame))


def test_control_z_takes_a_decision_back(frame: Frame, session: Session, answered: Callable[..., Path], qtbot) -> None:
    page = frame.pages.page()
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    press(page, "Close the summary")
    press(page, "Put aside")
    assert receiving.inbox(session.workspace)[0].verdict is Verdict.ASIDE
    press(frame, "Undo")
    assert receiving.inbox(session.workspace)[0].verdict is Verdict.WAITING


def told_by(frame: Frame) -> list[str]:
    """What assistive tools hear of the pages in the sidebar."""
    found = [QAccessible.queryAccessibleInterface(pages) for pages in frame.findChildren(PageList)]
    return [one.child(n).text(QAccessible.Text.Name) for one in found for n in range(one.childCount())]
