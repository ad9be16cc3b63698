"""A report to a review of the United Nations: to which one, of which period, how long, and the button that makes it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain import periods
from app.domain.terms import Period
from app.i18n import _
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.pages import Pages
from app.services.paper import stakeholder
from app.services.paper.sheets import Order
from app.services.paper.stakeholder import Asked
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.sheet_maker import Job, SheetMaker
from app.ui.widgets.card import Card
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.number_field import NumberField
from app.ui.words import wording
from app.ui.words.choice import Choice
from app.ui.words.offers import mechanisms

_FIRST = "UPR"
_YEARS = 5
"""About as long is the time between two reviews of one country."""


class StakeholderCard(Card):
    """The Universal Periodic Review and the last five years are proposed; its word limits are known."""

    def __init__(self, session: Session, today: date, parent: QWidget | None = None) -> None:
        words = _(
            "What you told about one review, in numbered paragraphs and no longer than it allows. "
            "The Universal Periodic Review takes Word documents."
        )
        super().__init__(_("Stakeholder report"), words, parent=parent)
        self._session = session
        self.mechanism = CodeField(_("To which review"), mechanisms(session))
        self.mechanism.set_value(_FIRST)
        offered = _offered(today)
        self.period = CodeField(_("Period"), [Choice(one.iso, wording.period(one)) for one in offered])
        self.period.set_value(offered[0].iso)
        self.joint = CheckField(_("Several organisations hand it in together"))
        self.joint.setHidden(session.workspace.coordinator)
        self.words = NumberField(_("Most words allowed"), _("Leave empty for what the review always allows"))
        self.maker = SheetMaker(session, _("Make the report"), self._job)
        self.body.setSpacing(theme.px(12))
        for part in (self.mechanism, self.period, self.joint, self.words, self.maker):
            self.add(part)
        for field in (self.mechanism, self.period):
            field.edited.connect(self.maker.forget)

    def _job(self) -> Job | None:
        workspace = self._session.workspace
        told = Asked(
            self.mechanism.value(),
            Period.parse(self.period.value()),
            bool(self.joint.value()),
            self.words.value() or 0,
        )
        return Job(
            lambda order, progress: stakeholder.undecided(workspace, told, order.audience),
            partial(draw, workspace, told),
            _("stakeholder report"),
        )


def draw(workspace: Workspace, told: Asked, order: Order, progress: Progress) -> tuple[Pages, int]:
    """The pages of a report, and how many records stay out of it."""
    made = stakeholder.draw(workspace, told, order, progress)
    return made.pages, made.waiting


def _offered(today: date) -> tuple[Period, ...]:
    """The last years together, then each by itself."""
    years = periods.offered(periods.YEAR, today)
    current = years[0]
    first = type(current.start)(current.start.year - _YEARS + 1, 1)
    return (Period(first, current.end), *years)
