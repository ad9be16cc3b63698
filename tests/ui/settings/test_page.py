from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton

from app.ui.session import Session
from app.ui.settings.page import SettingsPage
from tests.ui.accessible import unnamed


def test_a_theme_is_chosen_by_key(session: Session, in_front, qtbot) -> None:
    page, heard = in_front(SettingsPage(session)), []
    page.setting.connect(lambda name, value: heard.append((name, value)))
    dark = next(button for button in page.findChildren(QRadioButton) if button.text() == "Dark")
    qtbot.keyClick(dark, Qt.Key.Key_Space)
    assert heard == [("theme", "dark")]


def test_a_text_size_is_chosen_by_key_and_the_wheel_changes_nothing(session: Session, in_front, qtbot) -> None:
    page, heard = in_front(SettingsPage(session)), []
    page.setting.connect(lambda name, value: heard.append((name, value)))
    sizes = page.findChildren(QComboBox)[-1]
    assert sizes.currentText() == "100 %"
    qtbot.keyClick(sizes, Qt.Key.Key_Down)
    assert heard == [("text_size", 110)]
    assert not unnamed(page)
