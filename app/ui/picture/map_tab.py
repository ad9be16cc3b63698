"""The map of a picture: signs on land, the same places in a table, and from what each of them is made."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charts import Stop
from app.compact import Pack
from app.domain.coverage import State
from app.domain.picture.spots import Spot, behind
from app.domain.shared import Picture
from app.i18n import _, isolate
from app.services.picturing import mapping
from app.services.picturing.mapping import Mapped
from app.ui.look import theme
from app.ui.picture.asking import Asked, Asking
from app.ui.picture.behind import BehindCard
from app.ui.picture.chooser import Chooser
from app.ui.picture.plain_table import PlainTable
from app.ui.widgets.card import Card
from app.ui.widgets.charts.heat_cells import HeatTableKey
from app.ui.widgets.charts.map_view import MapView
from app.ui.widgets.columns import Columns
from app.ui.widgets.text import Label
from app.ui.words import choices, wording
from app.ui.words.choice import Choice


class MapTab(QWidget):
    """Map and table go together: whoever walks in one is shown the place in the other."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._picture: Picture | None = None
        self._sources: Asking | None = None
        self._mapped: Mapped | None = None
        self.objective = Chooser(_("Objective"))
        self.view, self._here = MapView(), Label("", "small", wraps=True)
        columns = (_("Place"), _("What is known"), _("People reached"))
        self.table = PlainTable(_("Every place of the map in words"), columns, numbers=frozenset({2}))
        self.behind = BehindCard(_("Activities behind the place"))
        self._none = Label(_("No activity of this picture tells where it was."), "muted", wraps=True)
        self._boundaries, self._beside = Label("", "caption", wraps=True), Label("", "caption", wraps=True)
        self._key = HeatTableKey()
        self._lay_out()
        self.objective.chosen.connect(lambda _code: self._fill())
        self.view.moved.connect(self._show_in_table)
        self.view.opened.connect(self._open)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_on_map(now.row()))
        self.behind.left.connect(self.table.setFocus)

    def _lay_out(self) -> None:
        said = _("Use the arrow keys to go from place to place, Enter to see from what.")
        card = Card(_("Where the work was"), said, aside=self.objective)
        for widget in (self._key, self.view, self._here, self._boundaries, self._none):
            card.add(widget)
        listed = Card(_("Every place of the map in words"))
        listed.add(self.table)
        listed.add(self._beside)
        listed.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(Columns(card, listed, share=3))
        layout.addWidget(self.behind)

    def show_picture(self, picture: Picture, sources: Asking) -> None:
        """Show the map of this picture, of the objective that was chosen."""
        self._picture, self._sources = picture, sources
        numbers = [view.objective for view in picture.objectives]
        named = (Choice(str(number), choices.objective_name(self._pack, number)) for number in numbers)
        self.objective.offer([Choice("", _("All objectives")), *named])
        self._mapped = None
        self.behind.forget()
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Land is laid out when somebody looks."""
        super().showEvent(event)
        if self._mapped is None:
            self._fill()

    def _fill(self) -> None:
        if self._picture is None:
            return
        found = self._mapped = mapping.mapped(self._picture, self._pack, int(self.objective.value() or "0"))
        self.behind.forget()
        self.view.set_map(found.map)
        self.table.set_rows([_row(one, stop) for one, stop in zip(found.spots.each, found.map.stops, strict=True)])
        is_there = bool(found.map.placed)
        for widget in (self._key, self.view, self._here, self._boundaries):
            widget.setVisible(is_there)
        self._none.setVisible(not is_there)
        self._boundaries.setText(found.boundaries)
        self._beside.setText(found.beside)
        self._beside.setVisible(bool(found.beside))
        self._show_on_map(self.table.currentIndex().row())

    def _show_in_table(self, stop: int) -> None:
        self.table.setCurrentIndex(self.table.model().index(stop, 0))
        self._here.setText(self.view.sentence(stop))

    def _show_on_map(self, row: int) -> None:
        self.view.go_to(row)
        self._here.setText(self.view.sentence(row))

    def _open(self, row: int) -> None:
        if self._mapped is None or self._sources is None or self._picture is None:
            return
        code, objective = self._mapped.spots.each[row].code, int(self.objective.value() or "0")
        told = behind(self._picture, self._mapped.spots.grain, code, objective)
        self.behind.ask(self.view.sentence(row), Asked(told), self._sources)


def _row(one: Spot, stop: Stop) -> list[str]:
    return [
        isolate(stop.label),
        stop.text,
        wording.reach(one.reach) if one.known.state is State.DONE else "",
    ]
