"""A scroll area measures what is inside once it is in sight: what is measured earlier is styled again at each move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label


def test_while_a_page_is_built_around_it_nothing_inside_is_styled(in_front) -> None:
    label, body, card, page = Label("Below", "h2"), QWidget(), QWidget(), QWidget()
    QVBoxLayout(body).addWidget(label)
    area = Scrolling(body)
    QVBoxLayout(card).addWidget(area)
    QVBoxLayout(page).addWidget(card)
    assert not label.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)

    label.setMinimumHeight(5000)
    in_front(page)
    assert label.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    assert area.verticalScrollBar().maximum() > 4000
