from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.widgets.fields.codes_field import CodesField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.scrolling import Scrolling
from app.ui.words.choice import Choice

CHOICES = [Choice(str(number), f"Organisations of kind {number}") for number in range(20)]


def test_what_wraps_in_it_has_the_height_it_needs(in_front) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    below = LineField("Country")
    for part in (CodesField("Kinds", CHOICES), below):
        column.addWidget(part)
    shown = Scrolling(Narrow(inside, 400))
    shown.resize(1000, 500)
    in_front(shown)
    boxes = [box.mapTo(inside, box.rect().bottomLeft()).y() for box in inside.findChildren(QCheckBox)]
    assert inside.width() == 400
    assert max(boxes) < below.y()
