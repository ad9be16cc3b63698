from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.terms import When
from app.ui.widgets.fields.when_field import CalendarPopup, WhenField
from tests.ui.accessible import unnamed


def test_what_is_typed_is_written_out_when_left(qtbot) -> None:
    field = WhenField("When", "Shared as month only")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.control, "oct 2026")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert field.control.text() == "October 2026"
    assert field.value() == When(2026, 10)


def test_what_is_not_understood_stays_with_a_problem(qtbot) -> None:
    field = WhenField("When")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.control, "12/10/2026")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert field.problem()
    assert field.control.text() == "12/10/2026"
    assert field.value() is None


def test_a_month_only_field_forgets_the_day(qtbot) -> None:
    field = WhenField("When", month_only=True)
    qtbot.addWidget(field)
    field.set_text("2026-10-12")
    assert field.value() == When(2026, 10)
    assert field.control.text() == "October 2026"


def test_the_text_is_carried_into_another_language(qtbot, dressed) -> None:
    first = WhenField("When")
    qtbot.addWidget(first)
    first.set_value(When(2026, 10, 12))
    kept = first.text()
    dressed("fr")
    second = WhenField("Quand")
    qtbot.addWidget(second)
    second.set_text(kept)
    assert second.value() == When(2026, 10, 12)
    assert second.control.text() == "12 octobre 2026"


def test_the_calendar_opens_by_key_and_takes_a_day_by_key(qtbot, in_front) -> None:
    field, heard = in_front(WhenField("When")), []
    field.edited.connect(lambda: heard.append(1))
    field.set_value(When(2026, 10, 12))
    field.control.setFocus()
    qtbot.keyClick(field.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert not unnamed(popup)
    popup.calendar.activated.emit(popup.calendar.selectedDate().addDays(1))
    assert field.value() == When(2026, 10, 13)
    assert heard == [1]
