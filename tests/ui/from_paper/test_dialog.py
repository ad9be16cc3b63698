"""From paper in the window: all of it by keyboard, one row after the other, and a second time to check."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services.opening.workspace import Workspace
from app.services.paper import sheet_book
from app.services.paper.sheet_numbers import SheetNumber
from app.services.records import recording
from app.ui.from_paper.dialog import FromPaperDialog
from app.ui.from_paper.printing_dialog import PrintSheetsDialog
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from tests.ui.accessible import unnamed
from tests.ui.recorded import frame_of, records

NUMBER = SheetNumber(1, 3, "40273951")


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    return in_front(frame_of(session, "feedback"))


def dialog_of(frame: Frame, kind: type):
    (found,) = [one for one in frame.findChildren(kind) if one.isVisible()]
    return found


def type_line(qtbot, dialog: FromPaperDialog, *texts: str) -> None:
    """Each text into the field in use, and Enter."""
    for text in texts:
        used = dialog.focusWidget()
        qtbot.keyClicks(used, text)
        qtbot.keyClick(used, Qt.Key.Key_Return)


def test_a_sheet_is_typed_in_and_checked_by_keyboard(frame: Frame, workspace: Workspace, qtbot) -> None:
    page = frame.pages.page()
    page.paper.type_in.click()
    dialog = dialog_of(frame, FromPaperDialog)
    dialog.number.setFocus()
    type_line(qtbot, dialog, "13-4027-3951-1")
    assert dialog.number.problem() and dialog.sheet is None
    dialog.number.control.clear()
    type_line(qtbot, dialog, NUMBER.row(2).replace("-", ""))
    assert "Row 1 of 3" in dialog.row.text() and not unnamed(dialog)

    type_line(qtbot, dialog, "10", "4", "", "")  # what all rows share
    type_line(qtbot, dialog, "1", "4 7", "9")
    assert dialog.fields.entries["consent"].told.problem()
    dialog.fields.entries["consent"].field.control.setText("3")
    type_line(qtbot, dialog, "When does the school open?")
    assert "Row 2 of 3" in dialog.row.text(), dialog.row.text()
    type_line(qtbot, dialog, "2", "15", "1", "More doctors, please")
    kept = dialog.fields.entries["paraphrase"].field
    assert not kept.value() and "Row 3 of 3" in dialog.row.text()
    dialog.rest.click()
    assert "2 records are kept" in dialog.told.text() and dialog.sheet is None
    first, second = sorted(records(workspace, "feedback"), key=lambda one: one.type)
    assert (first.type, first.topics, first.consent, first.channel) == ("question", (4, 7), "C2", "help_desk")
    assert second.paraphrase == "More doctors, please" and second.month.iso == "2026-10"

    type_line(qtbot, dialog, NUMBER.printed)
    assert "typed this sheet in on" in dialog.told.text() and "Samira" in dialog.told.text()
    assert dialog.back.isVisible() and not dialog.fields.isVisible()
    dialog.next.click()
    assert not dialog.fields.entries["paraphrase"].read() and "second time" in dialog.row.text()
    type_line(qtbot, dialog, "10", "4", "", "", "1", "4", "3", "when does the school open?")
    (topics,) = dialog.differences.fields.values()
    assert not dialog.fields.isVisible()
    type_line(qtbot, dialog, "2", "2", "15", "1", "More doctors, please", "", "", "", "")
    assert "typed twice" in dialog.told.text()
    assert {one.topics for one in records(workspace, "feedback")} == {(4,), (15,)}
    dialog.accept()
    assert sheet_book.look_up(workspace, NUMBER.printed).is_checked


def test_half_a_row_is_there_again_and_a_sheet_can_be_taken_back(frame: Frame, workspace: Workspace, qtbot) -> None:
    page = frame.pages.page()
    page.paper.type_in.click()
    dialog = dialog_of(frame, FromPaperDialog)
    dialog.number.setFocus()
    type_line(qtbot, dialog, NUMBER.printed, "10", "4", "", "", "1", "4", "3")
    qtbot.keyClicks(dialog.focusWidget(), "Half")
    dialog.reject()
    assert not records(workspace, "feedback") and len(recording.kept_drafts(workspace)) == 1
    page.paper.type_in.click()
    dialog = dialog_of(frame, FromPaperDialog)
    dialog.number.setFocus()
    type_line(qtbot, dialog, NUMBER.printed)
    assert dialog.fields.read()["paraphrase"] == "Half"
    dialog.rest.click()
    type_line(qtbot, dialog, NUMBER.printed)
    dialog.back.click()
    assert not records(workspace, "feedback") and "1 record is in the trash" in dialog.told.text()
    dialog.accept()


def test_blank_sheets_are_printed_from_the_window(
    frame: Frame, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.pages.page().paper.print.click()
    dialog = dialog_of(frame, PrintSheetsDialog)
    assert not unnamed(dialog)
    to = tmp_path / "sheets.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(to), ""))
    dialog.count.set_value(1)
    dialog.make.click()
    qtbot.waitUntil(lambda: "1 sheet is in" in dialog.making.told.text())
    assert to.stat().st_size
    dialog.accept()
