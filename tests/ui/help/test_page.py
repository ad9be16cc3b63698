from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel

from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.help.page import HelpPage
from app.ui.help.safety import SAFETY
from app.ui.help.topics import KEYS, TOPICS
from app.ui.pages import PAGES
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.settings import safety
from app.ui.shell.frame import Frame
from app.ui.widgets.buttons import Button
from tests.ui.accessible import unnamed


def _words(page: HelpPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


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
    page.search.setText("power cut")
    page.search.searched.emit("power cut")
    assert page.topics.count() == 1 and "the last text is there" in _words(page)
    page.search.searched.emit("zzz")
    assert "Nothing in the help" in _words(page)
    frame.leave()


def test_every_page_has_its_help_and_every_key_of_the_help_does_something(
    workspace: Workspace, tasks: TaskRunner, qtbot
) -> None:
    frame = Frame(Session(workspace, tasks, Settings(), workspace.pack))
    qtbot.addWidget(frame)
    told = {topic.page for topic in TOPICS}
    assert {entry.name for entry in PAGES if entry.exists()} - {"help"} <= told
    bound = {shortcut.key().toString() for shortcut in frame.findChildren(QShortcut)}
    elsewhere = {
        "Esc",
        "Del",
        "Ctrl+Enter",
        "Up",
        "Enter",
    }  # answered by lists and forms; Enter is Return on most keyboards
    assert {QKeySequence(key).toString() for key, _words in KEYS} - bound <= elsewhere
    frame.leave()


def test_what_to_do_in_danger_is_one_press_away_from_the_settings(
    workspace: Workspace, tasks: TaskRunner, in_front
) -> None:
    assert {code: title for code, title in safety.TOPICS.items()} == {one.code: one.title for one in SAFETY}
    frame = in_front(Frame(Session(workspace, tasks, Settings(), workspace.pack)))
    for code, title in safety.TOPICS.items():
        frame.go("settings")
        next(button for button in frame.pages.page().findChildren(Button) if button.text() == title).click()
        page = frame.pages.page()
        assert isinstance(page, HelpPage) and page.state()["topic"] == code
        assert title in _words(page) and not unnamed(page)
    frame.leave()
