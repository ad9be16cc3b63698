"""The charts of a picture, the same as in its report: activities by objective, people by group, activities by month."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import Picture
from app.services.picturing import national
from app.ui.look import theme
from app.ui.widgets.card import Card
from app.ui.widgets.charts.chart import Chart


class ChartCards(QWidget):
    """A card for each chart that there is something to show in."""

    def __init__(self, picture: Picture, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for told in national.charts(picture, pack):
            card, chart = Card(told.title), Chart()
            chart.set_chart(told)
            card.add(chart)
            layout.addWidget(card)
        layout.addStretch(1)
