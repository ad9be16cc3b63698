"""The third step: what each column becomes, with the reason; and what may be said for every row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Shape
from app.i18n import _, format_list, isolate
from app.services.records.tables import deciding
from app.services.records.tables.deciding import ORGANISATION, ColumnLine
from app.services.records.tables.planning import Plan
from app.ui.importing import words
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.lists.wide_table import WideTable
from app.ui.widgets.text import Label
from app.ui.words import choices
from app.ui.words.choice import Choice

_WIDTHS = (190, 220, 170, 200)


class ColumnsStep(QWidget):
    """The table is walked with the arrow keys; Enter leads to the choice below it, Tab goes on."""

    planned = Signal(object)
    """A plan that somebody changed."""
    mapping_asked = Signal()
    """Somebody has a mapping file."""
    sharing_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.plan: Plan | None = None
        self._lines: Sequence[ColumnLine] = ()
        self.rows = WideTable(_("Columns of the file"))
        self.field = CodeField(_("Becomes"), [], nothing=_("Not taken over"))
        self.key = CheckField(_("Tells which row is which: the same entry again is the same record"))
        self.take = Button(_("Use a mapping file"), GHOST, "upload")
        self.share = Button(_("Save the mapping as a file"), GHOST, "download")
        self.constants = QHBoxLayout()
        self._every_row = Label(_("The same for every row, as no column says it:"), "small")
        self._constants: dict[str, CodeField] = {}
        self._lay_out()
        self.rows.moved.connect(self._show_line)
        self.rows.entered.connect(self.field.setFocus)
        self.field.edited.connect(self._decide)
        self.key.edited.connect(self._decide_key)
        self.take.clicked.connect(self.mapping_asked)
        self.share.clicked.connect(self.sharing_asked)

    def _lay_out(self) -> None:
        editing, files = QHBoxLayout(), QHBoxLayout()
        editing.setSpacing(theme.px(12))
        editing.addWidget(self.field, 1)
        editing.addWidget(self.key, 1)
        files.addWidget(self.take)
        files.addWidget(self.share)
        files.addStretch(1)
        self.constants.setSpacing(theme.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.rows, 1)
        column.addLayout(editing)
        column.addWidget(self._every_row)
        column.addLayout(self.constants)
        column.addLayout(files)

    def show_plan(self, plan: Plan) -> None:
        """Show what the columns become; the column chosen stays chosen."""
        self.plan, self._lines = plan, deciding.lines(plan)
        names = (_("Column"), _("For example"), _("Becomes"), _("Why"))
        self.rows.show_rows(names, len(self._lines), self._cells, widths=_WIDTHS)
        offered = [Choice(one.name, _(one.label)) for one in deciding.offered(plan)]
        self.field.set_choices([Choice(ORGANISATION, words.field_name(plan, ORGANISATION)), *offered])
        self._show_line(self.rows.chosen())
        self._show_constants(plan)

    def _cells(self, place: int) -> tuple[str, ...]:
        line = self._lines[place]
        assert self.plan is not None
        becomes = format_list([words.field_name(self.plan, name) for name in line.fields]) if line.fields else "–"
        heading = " ".join(line.column.heading.split())
        return isolate(heading), isolate(" · ".join(line.examples)), becomes, line.reason

    def _show_line(self, place: int) -> None:
        if not 0 <= place < len(self._lines):
            return
        line = self._lines[place]
        self.field.set_value(line.fields[0] if line.fields else "")
        self.key.set_value(line.is_key)
        self.field.setEnabled(not line.is_private)
        self.key.setEnabled(not line.is_private)
        self.field.set_help(_("Column {heading}").format(heading=isolate(" ".join(line.column.heading.split()))))

    def _decide(self) -> None:
        line = self._lines[self.rows.chosen()]
        self.planned.emit(deciding.with_field(self.plan, line.column, self.field.value()))

    def _decide_key(self) -> None:
        line = self._lines[self.rows.chosen()]
        self.planned.emit(deciding.with_key(self.plan, line.column, is_key=self.key.value()))

    def _show_constants(self, plan: Plan) -> None:
        wanted = {one.name: one for one in deciding.lacking(plan) if one.shape in (Shape.CODE, Shape.OBJECTIVES)}
        for name in [name for name in self._constants if name not in wanted]:
            gone = self._constants.pop(name)
            gone.hide()
            gone.deleteLater()
        for name, rule in wanted.items():
            if name not in self._constants:
                pack = self._session.pack
                offered = choices.codes(pack, rule.codes) if rule.codes else choices.objectives(pack)
                field = CodeField(_(rule.label), offered, nothing=_("Not said"))
                field.edited.connect(lambda told=name: self._decide_constant(told))
                self._constants[name] = field
                self.constants.addWidget(field, 1)
            told = plan.mapping.constants.get(name, "")
            self._constants[name].set_value(str(told[0] if isinstance(told, tuple) else told))
        self._every_row.setVisible(bool(wanted))

    def _decide_constant(self, name: str) -> None:
        told = self._constants[name].value()
        many = self.plan.mapping.rules[name].shape.many
        value = ((int(told),) if many else told) if told else None
        self.planned.emit(deciding.with_constant(self.plan, name, value))
