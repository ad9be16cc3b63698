"""The second step: which sheet, where its headings stand, and what its rows are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate
from app.services.records.tables import deciding
from app.services.records.tables.planning import LOG, Plan
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.lists.wide_table import WideTable
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_ROWS = 20


class TableStep(QWidget):
    """The first rows as they stand in the file; the row with the headings is bold."""

    sheet_chosen = Signal(str)
    heading_chosen = Signal(int)
    """The number of the row with the headings."""
    kind_chosen = Signal(str)
    places_asked = Signal()
    """Somebody keeps the file as a list of places."""
    codes_asked = Signal()
    """Somebody has the coding framework of a feedback log."""
    form_asked = Signal()
    """Somebody has the XLSForm of an export."""

    def __init__(self) -> None:
        super().__init__()
        kinds = [
            Choice("activity", _("Activities")),
            Choice("feedback", _("Feedback")),
            Choice(LOG, _("Feedback, coded as in a feedback log")),
        ]
        self.sheet = CodeField(_("Sheet"), [])
        self.kind = CodeField(_("Each row is"), kinds)
        self.heading = Label("", wraps=True)
        self.rows = WideTable(_("The first rows of the table"))
        self.here = Button(_("The headings are in the row chosen"), SECONDARY)
        self.note = Label("", "small", wraps=True)
        self.places = Button(_("Keep as a list of places"), SECONDARY, "map-pin")
        self.codes = Button(_("Use a coding framework"), GHOST, "upload")
        self.form = Button(_("Use the XLSForm of this export"), GHOST, "upload")
        self._numbers: list[int] = []
        self._lay_out()
        self.sheet.edited.connect(self._choose_sheet)
        self.kind.edited.connect(self._choose_kind)
        self.here.clicked.connect(self._choose)
        self.rows.entered.connect(self._choose)
        self.places.clicked.connect(self.places_asked)
        self.codes.clicked.connect(self.codes_asked)
        self.form.clicked.connect(self.form_asked)

    def _lay_out(self) -> None:
        above, beside, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (above, beside, below):
            row.setSpacing(theme.px(12))
        above.addWidget(self.sheet, 1)
        above.addWidget(self.kind, 1)
        beside.addWidget(self.note, 1)
        beside.addWidget(self.form)
        beside.addWidget(self.codes)
        beside.addWidget(self.places)
        below.addWidget(self.heading, 1)
        below.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(above)
        column.addLayout(beside)
        column.addWidget(self.rows, 1)
        column.addLayout(below)

    def show_plan(self, plan: Plan) -> None:
        """Show the sheet that is planned."""
        self.sheet.set_choices([Choice(one.name, _sheet(one)) for one in plan.file.sheets if one.rows])
        self.sheet.set_value(plan.grid.sheet)
        self.sheet.setVisible(len(plan.file.sheets) > 1)
        self.kind.set_value(plan.kind)
        self._show_note(plan)
        head = deciding.head(plan, _ROWS)
        self._numbers = [number for number, _cells in head]
        width = max((len(cells) for _number, cells in head), default=0)
        names = [_("Row"), *(_letters(place) for place in range(width))]
        strong = frozenset(place for place, number in enumerate(self._numbers) if number == plan.table.heading_row)
        self.rows.show_rows(
            names,
            len(head),
            lambda place: (format_number(head[place][0]), *(" ".join(one.split()) for one in head[place][1])),
            widths=(60,),
            strong=strong,
        )
        told = _("Headings: row {number}. Rows below: {count}.")
        self.heading.setText(
            told.format(number=format_number(plan.table.heading_row), count=format_number(len(plan.table.rows)))
        )
        if strong:
            self.rows.choose(min(strong))

    def _show_note(self, plan: Plan) -> None:
        """What is to be known of a table that is more than rows of records."""
        is_log = plan.kind == LOG
        told = ""
        if is_log and plan.mapping.framework:
            told = _("The coding framework is used. Of sensitive rows only kind and month come in.")
        elif is_log:
            told = _("Of sensitive rows only kind and month come in. The team's coding framework tells its codes.")
        elif plan.is_place_list:
            told = _("This looks like a list of places with codes. Kept as one, searches and imports here know them.")
        self.note.setText(told)
        self.note.setVisible(bool(told))
        self.codes.setVisible(is_log)
        self.form.setVisible(plan.is_export)
        self.places.setVisible(plan.is_place_list)
        self.here.setVisible(not plan.is_of_our_form)

    def _choose_sheet(self) -> None:
        self.sheet_chosen.emit(self.sheet.value())

    def _choose_kind(self) -> None:
        self.kind_chosen.emit(self.kind.value())

    def _choose(self) -> None:
        if 0 <= self.rows.chosen() < len(self._numbers):
            self.heading_chosen.emit(self._numbers[self.rows.chosen()])


def _sheet(one: deciding.Sheet) -> str:
    told = _("{sheet} ({count} rows, hidden)") if one.hidden else _("{sheet} ({count} rows)")
    return told.format(sheet=isolate(one.name), count=format_number(one.rows))


def _letters(place: int) -> str:
    """What spreadsheet programs call a column: A, B, … Z, AA."""
    name, place = "", place + 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name
