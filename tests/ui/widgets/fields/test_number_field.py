from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.i18n import activate, format_number
from app.ui.widgets.fields.number_field import NumberField, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("18", 18),
        (" 0 ", 0),
        ("", None),
        ("١٨", 18),
        ("۱۲", 12),
        ("2,417", 2417),
        ("2 417", 2417),
        ("1.000.000", 10**6),
    ],
)
def test_numbers_are_understood_in_any_digits_and_grouping(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["-1", "+1", "1.5", "12,5", "seven", "1,2,3", "1,000.000", "1e3", "²"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        whole_number(text)


@given(number=st.integers(0, 9_999_999), language=st.sampled_from(["en", "fr", "es", "ar", "ru", "zh"]))
def test_what_we_write_we_understand(number: int, language: str) -> None:
    activate(language)
    assert whole_number(format_number(number)) == number


def test_empty_is_not_zero(qtbot) -> None:
    field = NumberField("Women")
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value(0)
    assert field.value() == 0
    field.set_value(None)
    assert field.text() == ""


def test_a_wrong_number_shows_its_problem_when_left_and_not_before(qtbot) -> None:
    field = NumberField("Women", largest=100)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.control, "101")
    assert not field.problem()
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert "100" in field.problem()
    assert field.value() is None
    field.control.clear()
    qtbot.keyClicks(field.control, "7")
    assert not field.problem()
    assert field.value() == 7


def test_the_wheel_changes_nothing(qtbot) -> None:
    field = NumberField("Women")
    qtbot.addWidget(field)
    field.set_value(5)
    field.show()
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.control, turn)
    assert field.value() == 5
