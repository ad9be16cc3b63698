"""Coverage: regions by objectives, walked with the arrow keys; Enter shows from what a cell was made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.i18n import _
from app.ui.look import theme
from app.ui.picture import cells
from app.ui.picture.shown import Shown
from app.ui.widgets.card import Card
from app.ui.widgets.charts.heat_table import HeatTable
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.text import Label
from app.ui.words import wording

_LINES = 4
"""Activities of a cell in sight at once; more are scrolled."""


class CoverageTab(QWidget):
    """The table of cells, and under it the activities behind the cell that was opened."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._shown: Shown | None = None
        self._rows: list[Row] = []
        self.table = HeatTable(_("Activities by region and objective"))
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self.behind = ListView(_("Activities behind the cell"), model)
        self._about = Label("", "strong", wraps=True)
        self._behind_card = Card(_("From what"))
        self._lay_out()
        self.table.opened.connect(self._open)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.behind, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)

    def _lay_out(self) -> None:
        card = Card(_("Activities by region and objective"), _("Use the arrow keys to move, Enter to open."))
        card.add(self.table)
        card.add(Label(_("Names of places imply no opinion on any border or status."), "caption", wraps=True))
        self._behind_card.add(self._about)
        self._behind_card.add(self.behind)
        self._behind_card.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(card)
        layout.addWidget(self._behind_card)

    def show_picture(self, shown: Shown) -> None:
        """Show this picture, at the cell where the person was."""
        self._shown = shown
        names = [wording.place(code) for code in shown.places]
        numbers = [str(number) for number in shown.objectives]
        made = [[cells.heat_cell(shown, place, n, self._pack) for n in shown.objectives] for place in shown.places]
        self.table.set_cells(names, numbers, made)
        self._behind_card.hide()

    def _open(self, row: int, column: int) -> None:
        if self._shown is None:
            return
        place, objective = self._shown.places[row], self._shown.objectives[column]
        self._rows = cells.rows(self._shown.told.get((place, objective), ()))
        self._about.setText(cells.sentence(self._shown, place, objective, self._pack))
        self.behind.reload()
        self.behind.setVisible(bool(self._rows))
        lines = min(len(self._rows), _LINES)
        self.behind.setFixedHeight(lines * max(self.behind.sizeHintForRow(0), 1) + theme.px(4))
        self._behind_card.show()
        if self._rows:
            self.behind.select(self._rows[0].id)
            self.behind.setFocus()

    def _leave(self) -> None:
        self._behind_card.hide()
        self.table.view.setFocus()
