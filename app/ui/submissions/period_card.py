"""For an organisation without a coordinator: report for a period of its own, chosen and not typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain import periods
from app.domain.terms import Period
from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.segments import Segments
from app.ui.words import wording
from app.ui.words.choice import Choice


class PeriodCard(Card):
    """A length, a period of that length, and the button that begins."""

    chosen = Signal(object)
    """The Period."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        explained = _("Without a coordinator too: choose what you want to report about.")
        super().__init__(_("Report for a period of your own"), explained, parent=parent)
        self._today = today
        lengths = ((periods.QUARTER, _("Quarter")), (periods.HALF, _("Half year")), (periods.YEAR, _("Year")))
        self.length = Segments(_("Length of the period"), [Choice(str(code), words) for code, words in lengths])
        self.period = CodeField(_("Period"), ())
        self.begin = Button(_("Begin"), SECONDARY)
        row = in_row(self.begin)
        self.body.setSpacing(theme.px(12))
        self.add(self.length)
        self.add(self.period)
        self.add(row)
        self.length.chosen.connect(lambda _code: self._offer())
        self.begin.clicked.connect(lambda: self.chosen.emit(Period.parse(self.period.value())))
        self._offer()

    def _offer(self) -> None:
        length = int(self.length.value())
        offered = periods.offered(length, self._today)
        self.period.set_value("")
        self.period.set_choices([Choice(one.iso, wording.period(one)) for one in offered])
        self.period.set_value(periods.usual(length, self._today).iso)
