from __future__ import annotations

from PySide6.QtGui import QAccessible, QTextCursor

from app.ui.widgets.buttons import Button
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.text_field import TextField
from tests.ui.accessible import unnamed


def test_a_field_tells_its_label_as_name_and_its_help_as_description(qtbot) -> None:
    field = LineField("What did you &do?", "In a few words")
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "What did you do?"
    assert field.control.accessibleDescription() == "In a few words"


def test_a_problem_replaces_the_help_and_goes_again(qtbot) -> None:
    field = LineField("Title", "In a few words")
    qtbot.addWidget(field)
    field.show()
    field.set_problem("Please write a title.")
    assert field.control.accessibleDescription() == "Please write a title."
    assert field.control.property("problem") == "true"
    field.set_problem("")
    assert field.control.accessibleDescription() == "In a few words"
    assert field.control.property("problem") == "false"


def test_setting_a_value_says_nothing_but_typing_does(qtbot) -> None:
    heard: list[str] = []
    for field in (LineField("One"), TextField("Two")):
        qtbot.addWidget(field)
        field.edited.connect(lambda: heard.append("edited"))
        field.set_value("by program")
        assert not heard
        qtbot.keyClicks(field.control, "x")
        assert heard
        heard.clear()


def test_a_text_field_lets_tab_leave_and_takes_plain_text_only(qtbot) -> None:
    field = TextField("What happened")
    qtbot.addWidget(field)
    field.set_value("<b>one</b>\nقادت")
    assert field.value() == "<b>one</b>\nقادت"
    assert field.control.tabChangesFocus()


def test_an_empty_text_field_waits_where_a_line_of_the_window_begins(qtbot, dressed) -> None:
    dressed("ar")
    field = TextField("ماذا جرى")
    qtbot.addWidget(field)
    field.resize(400, 200)
    field.show()
    edit = field.control
    for words, on_the_right in (("", True), ("Two lawyers", False), ("محاميان", True), ("", True)):
        field.set_value(words)
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        assert (edit.cursorRect().x() > edit.viewport().width() / 2) is on_the_right, words
    dressed("en")
    english = TextField("What happened")
    qtbot.addWidget(english)
    edit = english.control
    assert edit.cursorRect().x() < edit.viewport().width() / 2


def test_enter_presses_a_button_as_space_does(qtbot) -> None:
    button, pressed = Button("Send 14 activities"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    for key in ("\r", " "):
        qtbot.keyClicks(button, key)
    assert pressed == [1, 1]
    assert not unnamed(button)
    assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.Button
