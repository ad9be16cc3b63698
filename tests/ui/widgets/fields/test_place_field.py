from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.widgets.fields.place_field import PlaceField
from app.ui.words.choice import Choice, matching

PLACES = (Choice("MA-TET", "Tétouan", words="Tetuan"), Choice("MA-TNG", "Tangier"))


def _field(qtbot) -> PlaceField:
    names = {place.code: place.label for place in PLACES}
    field = PlaceField("Where", lambda typed: matching(PLACES, typed), names.__getitem__)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_place_is_found_without_accents_and_taken_by_enter(qtbot) -> None:
    field = _field(qtbot)
    qtbot.keyClicks(field.control, "tetu")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert field.value() == "MA-TET"
    assert field.control.text() == "Tétouan"


def test_another_spelling_from_the_gazetteer_is_found_too() -> None:
    assert [place.code for place in matching(PLACES, "tetua")] == ["MA-TET"]


def test_text_that_is_no_place_stays_and_says_so(qtbot) -> None:
    field = _field(qtbot)
    field.set_value("MA-TNG")
    field.control.selectAll()
    qtbot.keyClicks(field.control, "Atlantis")
    field.control.editingFinished.emit()
    assert field.value() == ""
    assert field.problem()
    assert field.text() == "Atlantis"
