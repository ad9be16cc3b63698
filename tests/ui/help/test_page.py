from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLabel

from app.manual import whole
from app.manual.keys import KEYS
from app.manual.safety import SAFETY
from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.help.page import HelpPage
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.shell.frame import Frame
from app.ui.widgets.buttons import Button
from dev import TOP
from tests.ui.accessible import unnamed

ELSEWHERE = {"Esc", "Delete", "Up", "Enter", "Alt+Down", "Alt+0", "Alt+1", "Alt+2", "Alt+3"}
"""Keys that the frame does not answer itself."""


def _words(page: HelpPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def _button(page: HelpPage, words: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == words and one.isVisibleTo(page))


def test_f1_tells_of_the_page_in_sight_and_words_find_the_rest(
    workspace: Workspace, tasks: TaskRunner, in_front, qtbot
) -> None:
    frame = in_front(Frame(Session(workspace, tasks, Settings(), workspace.pack)))
    frame.resize(1366, 768)
    frame.go("inbox")
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    page = frame.pages.page()
    assert isinstance(page, HelpPage) and "Compare the digits" in _words(page)
    assert not unnamed(page)
    page.search.searched.emit("after a power cut, open")
    assert page.topics.codes() == ["trouble"] and "the last text is there" in _words(page)
    page.search.searched.emit("stick still in, and may you open")
    assert page.topics.codes() == ["errors-received"]
    assert "… cannot be read. Is the stick still in" in _words(page)
    assert "protected by a password" not in _words(page), "of many sentences only those that have the words are shown"
    page.search.searched.emit("zzz")
    assert "Nothing in the help" in _words(page) and not page.print_one.isEnabled()
    frame.leave()


def test_the_arrow_keys_pass_over_headings_and_each_lead_goes_to_its_topic(
    workspace: Workspace, tasks: TaskRunner, in_front, qtbot
) -> None:
    page = in_front(HelpPage(Session(workspace, tasks, Settings(), workspace.pack)))
    assert page.topics.codes() == [one.code for one in whole.topics()]
    page.topics.setFocus()
    walked = [page.topics.current()]
    for _step in range(len(whole.topics()) - 1):
        qtbot.keyClick(page.topics, Qt.Key.Key_Down)
        walked.append(page.topics.current())
    assert walked == page.topics.codes()
    page.open("forgot")
    _button(page, "Passphrase and backups").click()
    assert page.topics.current() == "passphrase" and "24 recovery words" in _words(page)
    assert not unnamed(page)


def test_one_topic_is_printed_through_pdf(
    workspace: Workspace, tasks: TaskRunner, in_front, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = in_front(HelpPage(Session(workspace, tasks, Settings(), workspace.pack)))
    page.open("forgot")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked, **_more: (str(tmp_path / "help.pdf"), ""))
    with qtbot.waitSignal(page.toast):
        page.print_one.click()
    (sheet,) = PdfReader(tmp_path / "help.pdf").pages
    assert "I forgot the passphrase" in sheet.extract_text()


def test_every_key_of_the_help_does_something(workspace: Workspace, tasks: TaskRunner, qtbot) -> None:
    frame = Frame(Session(workspace, tasks, Settings(), workspace.pack))
    qtbot.addWidget(frame)
    bound = {shortcut.key().toString() for shortcut in frame.findChildren(QShortcut)}
    answered = {QKeySequence(key).toString() for one in KEYS if one.does for key in (one.key, *one.also)}
    assert answered <= bound
    assert {one.key for one in KEYS if not one.does} == ELSEWHERE, "answered by lists, forms and pages"
    frame.leave()


def test_every_key_that_the_window_names_is_in_the_help() -> None:
    known = {key for one in KEYS for key in (one.key, *one.also)}
    code = "".join(path.read_text("utf-8") for path in (TOP / "app" / "ui").rglob("*.py"))
    named = set(re.findall(r'"((?:(?:Ctrl|Alt|Shift)\+)+[^"{ ]+)"', code))
    assert {"Alt+Down", "Ctrl+K"} <= named <= known


def test_what_to_do_in_danger_is_one_press_away_from_the_settings(
    workspace: Workspace, tasks: TaskRunner, in_front
) -> None:
    frame = in_front(Frame(Session(workspace, tasks, Settings(), workspace.pack)))
    for topic in SAFETY:
        frame.go("settings")
        next(button for button in frame.pages.page().findChildren(Button) if button.text() == topic.title).click()
        page = frame.pages.page()
        assert isinstance(page, HelpPage) and page.state()["topic"] == topic.code
        assert topic.title in _words(page) and not unnamed(page)
    frame.leave()
