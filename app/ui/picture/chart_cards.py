"""The charts of a picture, the same as in its report; Enter shows from what a row was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import Picture
from app.i18n import _
from app.services.picturing import national
from app.ui.look import theme
from app.ui.picture.asking import Asked, Asking
from app.ui.picture.behind import BehindCard
from app.ui.widgets.card import Card
from app.ui.widgets.charts.walked_chart import WalkedChart

if TYPE_CHECKING:
    from app.services.picturing.national import Charted


class ChartCards(QWidget):
    """A card for each chart that there is something to show in."""

    def __init__(self, picture: Picture, pack: Pack, sources: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = _column(self)
        for told in national.charts(picture, pack):
            layout.addWidget(_ChartCard(told, sources))
        layout.addStretch(1)


class _ChartCard(QWidget):
    def __init__(self, told: Charted, sources: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._sources = told.behind, sources
        self._chart = WalkedChart()
        self._chart.set_chart(told.block)
        self._behind = BehindCard(_("From what: {title}").format(title=told.block.title))
        card = Card(told.block.title, _("Use the arrow keys to move, Enter to see from what."))
        card.add(self._chart)
        layout = _column(self)
        layout.addWidget(card)
        layout.addWidget(self._behind)
        self._chart.opened.connect(self._open)
        self._behind.left.connect(self._chart.setFocus)

    def _open(self, row: int) -> None:
        self._behind.ask(self._chart.sentence(row), Asked(self._rows[row]), self._sources)


def _column(page: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(12))
    return layout
