from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.shared import Audience, Call, Question
from app.domain.terms import Period, When
from app.ui.calls.form import CallForm
from app.ui.process.session import Session
from app.ui.widgets.fields.when_field import WhenField
from app.ui.widgets.segments import Segment

CALLS = [
    Call("", "", Period.parse("2026-07..2026-09")),
    Call("", "", Period.parse("2026-01..2026-06"), due="2026-12-01", objectives=(4, 15), languages=("en",)),
    Call("", "", Period.parse("2025-01..2025-12"), questions=(Question("q1", "How many?", 4),), title="Dernière année"),
    Call("", "", Period.parse("2019-04..2019-06"), due="2019-07-31", audience=Audience.PUBLIC),
    Call("", "", Period.parse("2025-04..2027-12")),
    Call("", "", Period.parse("2026-04..2026-06"), indicators=("10.7.1", "Desks open")),
]


@pytest.fixture
def form(session: Session, in_front) -> CallForm:
    return in_front(CallForm(session))


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.period.iso)
def test_a_call_that_was_loaded_comes_back_as_it_was(form: CallForm, call: Call) -> None:
    form.load(call)
    assert form.draft() == call


def test_a_new_form_asks_about_everything_in_the_last_quarter(form: CallForm) -> None:
    assert form.draft() == Call("", "", Period.parse("2026-07..2026-09"))
    assert form.is_complete()


def test_a_month_is_no_due_day(form: CallForm) -> None:
    due = form.findChild(WhenField)
    due.set_value(When(2026, 12))
    assert not form.is_complete()
    assert "day" in due.problem()


def test_some_objectives_means_at_least_one(form: CallForm, qtbot) -> None:
    some = next(one for one in form.findChildren(Segment) if one.text() == "Some of them")
    some.click()
    assert not form.is_complete()
    finder = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Objectives you ask about")
    qtbot.keyClicks(finder, "15")
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert form.is_complete()
    assert form.draft().objectives == (15,)


def test_the_calendar_of_reviews_proposes_periods(form: CallForm) -> None:
    next(one for one in form.findChildren(Segment) if one.text() == "Review").click()
    period = next(one for one in form.findChildren(QComboBox) if one.accessibleName() == "Period")
    offered = [period.itemText(place).replace("\u2013", "-") for place in range(period.count())]
    assert [words.partition(":")[0] for words in offered] == [
        "Regional review, expected in 2028",
        "Review forum, expected in 2030",
    ]
    assert form.draft().period == Period.parse("2025-04..2027-12")
