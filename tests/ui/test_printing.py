from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.shell.frame import Frame
from app.ui.widgets.toast import Toast
from tests.making import log_activity


def test_ctrl_p_prints_the_record_or_topic_in_sight_and_says_why_where_there_is_none(
    workspace: Workspace, tasks: TaskRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_front, qtbot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "page.pdf"), ""))
    log_activity(workspace)
    frame = in_front(Frame(Session(workspace, tasks, Settings(), workspace.pack)))
    frame.go("settings")
    qtbot.keyClick(frame, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Open a record first" in frame.findChild(Toast).accessibleName()
    for page, told in (("inbox", "Open the PDF that came in"), ("picture", "no picture to print yet")):
        frame.go(page)
        qtbot.keyClick(frame, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert told in frame.findChild(Toast).accessibleName()
    frame.go("help", "records")
    qtbot.keyClick(frame, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: (tmp_path / "page.pdf").exists() and not tasks.running())
    (tmp_path / "page.pdf").unlink()
    frame.go("activities")
    qtbot.keyClick(frame, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: (tmp_path / "page.pdf").exists() and not tasks.running())
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    frame.leave()
