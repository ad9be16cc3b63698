"""How far an organisation says it is with one objective, quarter by quarter, changed in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import periods
from app.domain.records import Assessment, rule
from app.domain.terms import Period
from app.domain.wording import Wording
from app.i18n import _
from app.services.records import objectives
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.card import Card
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.text_field import TextField
from app.ui.words import choices

_QUARTERS = 3


class ViewsCard(Card):
    """A choice per quarter, the newest first, saved at once. "Nothing done" is said, never guessed."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("How far are you?"), _("Your own view, quarter by quarter. It is saved at once."))
        self._session, self._number, self._typed = session, 0, set[str]()
        self.fields: dict[str, tuple[CodeField, CheckField]] = {}
        self.notes: dict[str, TextField] = {}
        """What more is said of a quarter; shown once something is said of it."""
        wording = Wording.here(session.pack)
        for period in periods.offered(periods.QUARTER, session.workspace.now().date())[:_QUARTERS]:
            self.add(self._field(period, wording.period(period)))

    def show_objective(self, number: int) -> None:
        """Show what was said about this objective."""
        self._number = number
        said = objectives.views(self._session.workspace, number)
        for iso, (value, nothing) in self.fields.items():
            view = said.get(iso, Assessment())
            value.set_value(view.value)
            nothing.set_value(view.nothing_done)
            note = self.notes[iso]
            if iso not in self._typed:
                note.set_value(view.note)
            note.setVisible(bool(view.value or view.nothing_done or view.note))

    def _field(self, period: Period, label: str) -> QWidget:
        offered = choices.codes(self._session.pack, "self_assessment")
        value = CodeField(label, offered, nothing=_("Not said"))
        nothing = CheckField(_("Nothing was done in this period"))
        nothing.control.setAccessibleDescription(label)
        self.fields[period.iso] = (value, nothing)
        for field in (value, nothing):
            field.edited.connect(partial(self._say, period))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(theme.px(2))
        column.addWidget(value)
        column.addWidget(nothing)
        note = TextField(_(rule(Assessment, "note").label), lines=2)
        note.control.setAccessibleDescription(label)
        note.edited.connect(partial(self._typed.add, period.iso))
        note.left.connect(partial(self._remark, period))
        self.notes[period.iso] = note
        column.addWidget(note)
        return whole

    def keep(self) -> None:
        """Save what is being typed."""
        for iso in tuple(self._typed):
            self._remark(Period.parse(iso))

    def _remark(self, period: Period) -> None:
        if period.iso in self._typed:
            self._typed.discard(period.iso)
            note = self.notes[period.iso].value()
            objectives.remark(self._session.workspace, self._number, period=period, note=note)

    def _say(self, period: Period) -> None:
        value, nothing = self.fields[period.iso]
        objectives.assess(
            self._session.workspace, self._number, period=period, value=value.value(), nothing_done=nothing.value()
        )
