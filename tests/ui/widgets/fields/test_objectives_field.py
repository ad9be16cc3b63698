from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app import compact
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields.objectives_field import ObjectivesField
from app.ui.words import choices
from tests.ui.accessible import unnamed


def _field(qtbot) -> ObjectivesField:
    field = ObjectivesField("Objectives", choices.objectives(compact.load()))
    qtbot.addWidget(field)
    field.show()
    return field


def _remove_buttons(field: ObjectivesField) -> list[IconButton]:
    return [button for button in field.findChildren(IconButton) if button.isVisible()]


def test_two_letters_and_enter_add_an_objective(qtbot) -> None:
    field, heard = _field(qtbot), []
    field.edited.connect(lambda: heard.append(field.value()))
    edit = field.findChild(QLineEdit)
    qtbot.keyClicks(edit, "vu")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert heard == [(7,)]
    assert edit.text() == ""


def test_the_number_finds_too_and_nothing_is_added_twice(qtbot) -> None:
    field = _field(qtbot)
    field.set_value((15,))
    edit = field.findChild(QLineEdit)
    for typed in ("15", "4"):
        edit.clear()
        qtbot.keyClicks(edit, typed)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert field.value() == (15, 4)


def test_each_chip_has_a_remove_button_that_names_its_objective(qtbot) -> None:
    field = _field(qtbot)
    field.set_value((7, 10))
    assert [button.accessibleName() for button in _remove_buttons(field)] == [
        "Remove 7 Vulnerability",
        "Remove 10 Trafficking",
    ]
    qtbot.keyClick(_remove_buttons(field)[0], Qt.Key.Key_Return)
    assert field.value() == (10,)
    assert not unnamed(field)


def test_an_objective_that_the_pack_does_not_know_is_kept_and_shown(qtbot) -> None:
    field = _field(qtbot)
    field.set_value((24, 7))
    assert field.value() == (24, 7)
    assert _remove_buttons(field)[0].accessibleName() == "Remove 24"


def test_a_name_that_was_begun_goes_on_in_another_field_and_enter_takes_it(qtbot) -> None:
    before, after = _field(qtbot), _field(qtbot)
    qtbot.keyClicks(before.findChild(QLineEdit), "vu")
    after.go_on(before.begun())
    edit = after.findChild(QLineEdit)
    assert (edit.text(), after.value()) == ("vu", ())
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (after.begun(), after.value()) == ("", (7,))
