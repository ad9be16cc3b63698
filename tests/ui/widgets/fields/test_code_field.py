"""A choice of one code costs little until its list is asked for, and keeps its size."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.ui.widgets.fields.code_field import CodeField
from app.ui.words.choice import Choice


def test_the_focus_and_long_words_leave_its_size_as_it_is_and_the_list_shows_every_code(in_front) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    other, field = (CodeField("Type", [Choice("a", "Short"), Choice("b", "Long " * 40)]) for _ in range(2))
    for one in (other, field):
        column.addWidget(one)
    in_front(page)
    combo = field.control
    assert isinstance(combo, QComboBox)
    before = combo.sizeHint()
    combo.setFocus()
    assert combo.hasFocus()
    assert combo.sizeHint() == before == combo.minimumSizeHint()
    assert before.width() < 200
    combo.showPopup()
    assert combo.view().isVisible()
    assert combo.view().model().rowCount() == 2
    combo.hidePopup()
