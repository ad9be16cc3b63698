from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.shell.main_window import MainWindow
from app.ui.widgets.buttons import Button
from app.ui.widgets.reading_order import as_read
from app.ui.widgets.scrolling import Scrolling
from tests.ui.accessible import focused


@pytest.fixture
def window(in_front) -> MainWindow:
    """Two columns; the rows of the first one were made after the button of the second."""
    screen, rows, beside = QWidget(), QVBoxLayout(), QVBoxLayout()
    columns = QHBoxLayout(screen)
    listed = QWidget()
    listed.setLayout(rows)
    columns.addWidget(Scrolling(listed))
    columns.addLayout(beside)
    beside.addWidget(Button("Make"))
    made = MainWindow()
    made.show_screen(screen)
    in_front(made)
    for name in ("First", "Second"):
        rows.addWidget(Button(name))
    hidden = Button("Hidden")
    rows.addWidget(hidden)
    hidden.hide()
    rows.insertWidget(0, Button("Newest"))
    QApplication.processEvents()
    return made


def test_tab_goes_as_read_whenever_something_was_made(window: MainWindow, qtbot) -> None:
    as_read(window.centralWidget())[0].setFocus()
    seen = []
    for _turn in range(5):
        seen.append(focused())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["Newest", "First", "Second", "Make", "Newest"]


def test_shift_and_tab_go_back_and_round_again(window: MainWindow, qtbot) -> None:
    as_read(window.centralWidget())[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "Make"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "Second"


def test_what_is_hidden_gives_the_focus_to_what_is_nearest(window: MainWindow) -> None:
    newest, first, second, make = as_read(window.centralWidget())
    first.setFocus()
    first.hide()
    assert focused() == "Second"
    second.hide()
    assert focused() == "Newest"
    newest.setEnabled(False)
    assert focused() == "Make"


def test_a_page_that_is_turned_gives_the_focus_to_the_page_turned_to(in_front) -> None:
    screen, pages = QWidget(), QStackedWidget()
    row = QHBoxLayout(screen)
    row.addWidget(Button("Sidebar"))
    row.addWidget(pages)
    for name in ("Overview", "Activities"):
        pages.addWidget(Button(name))
    window = MainWindow()
    window.show_screen(screen)
    in_front(window)
    pages.setCurrentIndex(1)
    pages.currentWidget().setFocus()
    pages.setCurrentIndex(0)
    assert focused() == "Overview"
    pages.setCurrentIndex(1)
    assert focused() == "Activities"
