"""Coverage: regions, kinds of organisation or departments by objectives; Enter shows from what a cell was made."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.picture.crossing import Axis, behind
from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.picture import cells
from app.ui.picture.asking import Asked, Asking
from app.ui.picture.behind import BehindCard
from app.ui.picture.chooser import Chooser
from app.ui.picture.choosers import Choosers
from app.ui.picture.shown import Seen, Shown
from app.ui.widgets.card import Card
from app.ui.widgets.charts.heat_table import HeatTable
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words import pictures
from app.ui.words.choice import Choice


class CoverageTab(QWidget):
    """The table of cells, and under it what is behind the cell that was opened."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._shown: Shown | None = None
        self._sources: Asking | None = None
        self._seen: Seen | None = None
        self.table = HeatTable(_("Activities by region and objective"))
        axes = (
            Choice(Axis.PLACE.value, _("Regions")),
            Choice(Axis.KIND.value, _("Kinds of organisation")),
            Choice(Axis.DEPARTMENT.value, _("Departments")),
        )
        self.axis = Segments(_("Rows"), axes)
        self.kind = Chooser(_("Told by"))
        self._card = Card(_("Who did what, where"), _("Use the arrow keys to move, Enter to open."))
        self._none = Label(_("No activity names a department."), "muted", wraps=True)
        self._places = Label(_("Names of places imply no opinion on any border or status."), "caption", wraps=True)
        self.behind = BehindCard(_("Activities behind the cell"))
        self._lay_out()
        self.axis.chosen.connect(lambda _code: self._fill())
        self.kind.chosen.connect(lambda _code: self._fill())
        self.table.opened.connect(self._open)
        self.behind.left.connect(self.table.view.setFocus)

    def _lay_out(self) -> None:
        for widget in (Choosers(self.axis, self.kind), self.table, self._none, self._places):
            self._card.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._card)
        layout.addWidget(self.behind)

    def show_picture(self, shown: Shown, sources: Asking) -> None:
        """Show this picture, at the cell where the person was."""
        self._shown, self._sources = shown, sources
        everybody = Choice("", _("All kinds of organisation"))
        self.kind.offer([everybody, *(Choice(code, pictures.row(Axis.KIND, code)) for code in shown.kinds)])
        self._fill()

    def look(self, axis: str, kind: str) -> None:
        """Take up what another page of this kind showed."""
        self.axis.set_value(axis)
        self.kind.set_value(kind)
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        axis = Axis(self.axis.value())
        seen = self._seen = self._shown.seen(axis, self.kind.value())
        names = [pictures.row(axis, code) for code in seen.rows]
        numbers = [format_number(number) for number in seen.objectives]
        made = [[cells.heat_cell(seen, code, n, self._pack) for n in seen.objectives] for code in seen.rows]
        self.table.set_cells(names, numbers, made)
        self.table.view.setAccessibleName(_name(axis))
        self.table.setVisible(bool(names))
        self._none.setVisible(not names)
        self._places.setVisible(axis is Axis.PLACE)
        self.behind.forget()

    def _open(self, row: int, column: int) -> None:
        if self._seen is None or self._sources is None or self._shown is None:
            return
        seen, code, objective = self._seen, self._seen.rows[row], self._seen.objectives[column]
        told = behind(self._shown.picture, seen.axis, code, [objective], seen.kind)
        self.behind.ask(cells.sentence(seen, code, objective, self._pack), Asked(told), self._sources)


def _name(axis: Axis) -> str:
    """What the table is called, for those who do not see it."""
    names = {
        Axis.PLACE: _("Activities by region and objective"),
        Axis.KIND: _("Activities by kind of organisation and objective"),
        Axis.DEPARTMENT: _("Activities by department and objective"),
    }
    return names[axis]
