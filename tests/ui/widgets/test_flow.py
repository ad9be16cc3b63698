from __future__ import annotations

from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QWidget

from app.ui.widgets.flow import FlowLayout


def test_the_margins_are_left_free_on_each_line() -> None:
    around = QWidget()
    flow = FlowLayout(around, 6)
    flow.setContentsMargins(QMargins(16, 8, 16, 4))
    for _number in range(2):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(250) == 8 + 20 + 4
    assert flow.heightForWidth(200) == 8 + 20 + 6 + 20 + 4
    assert flow.minimumSize().width() == 132
    flow.setGeometry(QRect(0, 0, 250, 32))
    assert [flow.itemAt(place).geometry().topLeft().toTuple() for place in range(2)] == [(16, 8), (122, 8)]
