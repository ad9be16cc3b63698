from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.main_window import MainWindow
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
