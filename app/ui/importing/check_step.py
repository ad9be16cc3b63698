"""The fifth step: every row with what becomes of it; a cell is put right here, and what stays out is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate
from app.services.records.tables import deciding
from app.services.records.tables.checking import CheckedRow, Outcome
from app.ui.importing import words
from app.ui.importing.work import Seen
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.lists.wide_table import WideTable
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_WIDTHS = (70, 110, 200, 170, 420)
_ALL = "all"


class CheckStep(QWidget):
    """Problems come first in sight where there are any; nothing is written by anything here."""

    planned = Signal(object)
    """A plan with a cell put right: the table is checked anew."""
    saving_asked = Signal()
    """Somebody wants the rows that stay out as a workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Seen | None = None
        self._shown: Sequence[CheckedRow] = ()
        self.counts = Label("", "strong", wraps=True)
        self.advice = Label("", "small", wraps=True)
        self.filter = CodeField(_("Show"), [])
        self.rows = WideTable(_("Every row of the table"))
        self.cell = LineField(_("Put this cell right"))
        self.right = Button(_("Put right"), SECONDARY, "check")
        self.save = Button(_("Save the rows that stay out"), GHOST, "download")
        self._lay_out()
        self.filter.edited.connect(self._show_rows)
        self.rows.moved.connect(self._show_row)
        self.rows.entered.connect(self.cell.setFocus)
        self.cell.entered.connect(self._fix)
        self.right.clicked.connect(self._fix)
        self.save.clicked.connect(self.saving_asked)

    def _lay_out(self) -> None:
        above, self._editing = QHBoxLayout(), QWidget()
        above.setSpacing(theme.px(12))
        told = QVBoxLayout()
        told.addWidget(self.counts)
        told.addWidget(self.advice)
        told.addStretch(1)
        above.addLayout(told, 2)
        above.addWidget(self.filter, 1)
        editing = QHBoxLayout(self._editing)
        editing.setContentsMargins(0, 0, 0, 0)
        editing.addWidget(self.cell, 1)
        editing.addWidget(self.right)
        editing.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(above)
        column.addWidget(self.rows, 1)
        column.addWidget(self._editing)

    def show_seen(self, seen: Seen) -> None:
        """Show a table that was checked."""
        self.seen = seen
        found = seen.checked.counts
        self.counts.setText(words.counts(found))
        self.advice.setText("\n".join(seen.checked.advice[:3]))
        self.advice.setToolTip("\n".join(seen.checked.advice))
        self.advice.setVisible(bool(seen.checked.advice))
        kept = self.filter.value()
        present = [one for one in Outcome if found.get(one.value) and one is not Outcome.BLANK]
        named = _("{outcome} ({count})")
        offered = [
            Choice(one.value, named.format(outcome=_(words.OUTCOMES[one]), count=format_number(found[one.value])))
            for one in present
        ]
        self.filter.set_choices([Choice(_ALL, _("All rows")), *offered])
        codes = [one.value for one in present]
        first = Outcome.PROBLEM.value if Outcome.PROBLEM in present and kept == "" else _ALL
        self.filter.set_value(kept if kept in codes else first)
        out = bool(seen.checked.counts["problem"] or seen.checked.counts["skipped"])
        self.save.setVisible(out)
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = self.filter.value()
        rows = self.seen.rows if self.seen else ()
        self._shown = rows if wanted in ("", _ALL) else [one for one in rows if one.outcome.value == wanted]
        names = (_("Row"), _("Outcome"), _("Record or column"), _("Value"), _("Why"))
        self.rows.show_rows(names, len(self._shown), self._cells, widths=_WIDTHS)
        self._show_row(self.rows.chosen())

    def _cells(self, place: int) -> tuple[str, ...]:
        one = self._shown[place]
        about = " ".join((one.column or one.title).split())
        value = isolate(one.value) if one.value else ""
        return format_number(one.row), _(words.OUTCOMES[one.outcome]), isolate(about), value, one.sentence

    def _show_row(self, place: int) -> None:
        one = self._shown[place] if 0 <= place < len(self._shown) else None
        fixable = one is not None and one.outcome is Outcome.PROBLEM and not self.seen.plan.is_of_our_form
        self.cell.setEnabled(fixable)
        self.right.setEnabled(fixable)
        self.cell.set_value(one.value if fixable else "")
        told = _("Row {number}, {column}: {why}")
        self.cell.set_help(
            told.format(number=format_number(one.row), column=isolate(one.column), why=one.sentence)
            if fixable
            else _("Choose a row with a problem. The file itself stays as it is.")
        )

    def _fix(self) -> None:
        if not self.cell.isEnabled():
            return
        one = self._shown[self.rows.chosen()]
        self.planned.emit(deciding.with_fix(self.seen.plan, one.row, one.column, self.cell.value()))
