"""The fourth step: everything the cells of a field say, how it is read, and what it shall stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Shape
from app.i18n import _, format_number, isolate, ngettext
from app.places import Gazetteer
from app.services.records.tables import deciding
from app.services.records.tables.deciding import FieldSaid, Order
from app.services.records.tables.planning import Plan
from app.ui.importing import words
from app.ui.importing.stand_in import StandIn
from app.ui.importing.work import Found
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.lists.wide_table import WideTable
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_WIDTHS = (260, 90, 320)


class ValuesStep(QWidget):
    """One field after the other; what cannot be read comes first, and is decided once for all its rows."""

    planned = Signal(object)
    """A plan that somebody changed: what the cells say is read anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.plan: Plan | None = None
        self.found: Sequence[FieldSaid] = ()
        self._places: Gazetteer | None = None
        self.field = CodeField(_("Field"), [])
        orders = [
            Choice(Order.NOT_KNOWN.value, _("As the whole column decides")),
            Choice(Order.DAY_FIRST.value, _("The day comes first (31/12)")),
            Choice(Order.MONTH_FIRST.value, _("The month comes first (12/31)")),
        ]
        self.order = CodeField(_("Days are written so"), orders)
        self.told = Label("", wraps=True)
        self.rows = WideTable(_("What the cells say"))
        self.stands_for = StandIn(session)
        self._lay_out()
        self.field.edited.connect(self._show_field)
        self.order.edited.connect(self._decide_order)
        self.rows.moved.connect(self._show_said)
        self.rows.entered.connect(self.stands_for.setFocus)
        self.stands_for.decided.connect(self._decide)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.px(12))
        above.addWidget(self.field, 1)
        above.addWidget(self.order, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(above)
        column.addWidget(self.told)
        column.addWidget(self.rows, 1)
        column.addWidget(self.stands_for)

    def show_found(self, plan: Plan, read: Found) -> None:
        """Show the fields; the one in sight stays, at first it is one with something that cannot be read."""
        self.plan, self.found, self._places = plan, read.said, read.places
        found = read.said
        kept = self.field.value()
        names = [one.rule.name for one in found]
        first = next((one.rule.name for one in found if one.unread), names[0] if names else "")
        self.field.set_choices([Choice(one.rule.name, self._called(one)) for one in found])
        self.field.set_value(kept if kept in names else first)
        for part in (self.field, self.rows, self.stands_for):
            part.setVisible(bool(found))
        self._show_field()

    def _called(self, one: FieldSaid) -> str:
        name = words.field_name(self.plan, one.rule.name)
        if not one.unread:
            return name
        told = ngettext("{field}: {count} to decide", "{field}: {count} to decide", one.unread)
        return told.format(field=name, count=format_number(one.unread))

    def _one(self) -> FieldSaid | None:
        return next((one for one in self.found if one.rule.name == self.field.value()), None)

    def _show_field(self) -> None:
        one = self._one()
        self.order.setVisible(one is not None and one.rule.shape is Shape.WHEN)
        if one is None:
            self.told.setText(_("There is nothing to decide: all columns are taken over as they are."))
            return
        self.order.set_value(self.plan.mapping.orders.get(one.rule.name, self.plan.mapping.dates).value)
        self.told.setText(self._sentence(one))
        self.stands_for.show_rule(one.rule, self._places)
        names = (_("In the file"), _("Rows"), _("Is read as"))
        self.rows.show_rows(names, len(one.said), self._cells, widths=_WIDTHS)
        self._show_said(self.rows.chosen())

    def _sentence(self, one: FieldSaid) -> str:
        if one.is_ambiguous:
            return _("Some days can be read in two ways, and no cell of the column tells. Say which part comes first.")
        if one.unread:
            return _("What cannot be read stays out until you say what it stands for; never a guess.")
        if one.either:
            told = _("{value} could be thousands or a fraction; it is read as thousands. Say so if it stands for less.")
            return told.format(value=isolate(one.either))
        return _("Everything in this column can be read.")

    def _cells(self, place: int) -> tuple[str, ...]:
        one = self._one()
        said = one.said[place]
        read = said.sentence or words.value(self._session, one.rule, said.value, self._places)
        if not read and one.rule.shape is Shape.PLACE:
            read = _("Not in the list of places")
        return isolate(said.text), format_number(said.rows), read

    def _show_said(self, place: int) -> None:
        one = self._one()
        if one is not None and 0 <= place < len(one.said):
            said = one.said[place]
            self.stands_for.show_said(isolate(said.text), said.value)

    def _decide(self, value: Any) -> None:
        one = self._one()
        if one is None or self.rows.chosen() < 0:
            return
        said = one.said[self.rows.chosen()]
        told = said.text.split(" · ")[0] if one.rule.shape is Shape.PLACE else said.text
        self.planned.emit(deciding.with_value(self.plan, one.rule.name, told, value))

    def _decide_order(self) -> None:
        self.planned.emit(deciding.with_order(self.plan, self.field.value(), Order(self.order.value())))
