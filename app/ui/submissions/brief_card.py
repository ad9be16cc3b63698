"""Two pages for those who decide: a period, for whom, and the button that makes them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain import periods
from app.domain.terms import Period
from app.i18n import _
from app.services.paper import briefs
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.sheet_maker import Job, SheetMaker
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.words import wording
from app.ui.words.choice import Choice


class BriefCard(Card):
    """Quarters, half years and years are offered; the usual quarter is proposed."""

    def __init__(self, session: Session, today: date, parent: QWidget | None = None) -> None:
        words = _("Three figures, a chart, what people told you, what you ask for and what comes next.")
        super().__init__(_("Two-page brief"), words, parent=parent)
        self._session = session
        lengths = (periods.QUARTER, periods.HALF, periods.YEAR)
        offered = dict.fromkeys(one for length in lengths for one in periods.offered(length, today))
        self.period = CodeField(_("Period"), [Choice(one.iso, wording.period(one)) for one in offered])
        self.period.set_value(periods.usual(periods.QUARTER, today).iso)
        self.maker = SheetMaker(session, _("Make the brief"), self._job)
        self.body.setSpacing(theme.px(12))
        self.add(self.period)
        self.add(self.maker)
        self.period.edited.connect(self.maker.forget)

    def _job(self) -> Job | None:
        workspace, period = self._session.workspace, Period.parse(self.period.value())
        return Job(
            lambda order, progress: briefs.undecided(workspace, period, order.audience),
            partial(briefs.draw, workspace, period),
            _("brief"),
        )
