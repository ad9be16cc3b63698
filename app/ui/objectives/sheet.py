"""One objective on one page: all that was planned, done, promised, heard and learned for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _, format_number, language, ngettext
from app.services.records import objectives, recording
from app.services.records.recording import Query
from app.ui.look import theme
from app.ui.objectives.choice_card import ChoiceCard
from app.ui.objectives.views_card import ViewsCard
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.columns import Columns
from app.ui.widgets.fields.beginnings import asking_for
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record import record_names
from app.ui.widgets.record.attached_records import AttachedRecords
from app.ui.words import choices

_LATEST = 4


@dataclass(frozen=True)
class Part:
    """One section: the kind of record, the page that shows it, and its words, marked with N_."""

    kind: str
    page: str
    title: str
    add: str
    field: str = "objectives"
    aside: bool = False


PARTS = (
    Part("plan_item", "records", N_("Plan"), N_("Add a step to the plan")),
    Part("activity", "activities", N_("Activities"), N_("Log an activity")),
    Part("commitment", "records", N_("Commitments"), N_("Make a commitment")),
    Part("feedback", "feedback", N_("Feedback"), N_("Record feedback"), "topics"),
    Part("challenge", "records", N_("Challenges"), N_("Add a challenge"), aside=True),
    Part("need_offer", "records", N_("Needs and offers"), N_("Add a need"), aside=True),
    Part("proposal", "records", N_("Proposals"), N_("Make a proposal"), aside=True),
    Part("indicator_value", "records", N_("Indicator values"), N_("Add a value"), aside=True),
)


class ObjectiveSheet(QWidget):
    """The page of the objective last shown; "Add" and rows say where to go."""

    asked = Signal(str, object)
    """(page, argument for its `open`)."""
    left = Signal()
    """Back to all objectives."""
    explained = Signal(int)
    """Show what this objective means, and whether it is chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.number = 0
        self.back = Button(_("All objectives"), GHOST, "arrow-left")
        self._explain = Button(_("What it means"), SECONDARY, "info-circle")
        self._header = PageHeader("", " ", self._explain)
        self.cards = {
            part.kind: AttachedRecords(_(part.title), _(part.add), _("Nothing was written down yet.")) for part in PARTS
        }
        self.choice, self.views = ChoiceCard(session), ViewsCard(session)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._header)
        column.addWidget(
            Columns(
                _under_each_other([self.cards[part.kind] for part in PARTS if not part.aside]),
                _under_each_other([self.choice, self.views, *(self.cards[part.kind] for part in PARTS if part.aside)]),
            )
        )
        column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self._explain.clicked.connect(lambda: self.explained.emit(self.number))
        for part in PARTS:
            card = self.cards[part.kind]
            card.opened.connect(lambda id, page=part.page: self.asked.emit(page, id))
            card.add_asked.connect(lambda part=part: self._add(part))

    def show_objective(self, number: int) -> None:
        """Show another objective, or the same one as it is now."""
        self.number = number
        objective = self._session.pack.objective(number)
        self._header.set_words(choices.objective_name(self._session.pack, number), objective.plain(language()))
        for part in PARTS:
            self._fill(part)
        self.choice.show_objective(number)
        self.views.show_objective(number)

    def keep(self) -> None:
        """Save what is being typed about this objective."""
        self.choice.keep()
        self.views.keep()

    def _add(self, part: Part) -> None:
        kind = part.kind if part.page == "records" else ""
        self.asked.emit(part.page, asking_for(kind, **{part.field: self.number}))

    def _fill(self, part: Part) -> None:
        workspace, query = self._session.workspace, Query(part.kind, objective=self.number)
        count = recording.count(workspace, query)
        lines = recording.lines(workspace, query, limit=_LATEST) if count else []
        card = self.cards[part.kind]
        told = ngettext("{count} entry", "{count} entries", count).format(count=format_number(count)) if count else ""
        if part.kind == "feedback" and count:
            told = self._with_loops(told)
        card.set_sentence(told)
        named = [(line.record, record_names.called(self._session, line.record)) for line in lines]
        card.show_rows([Row(record.id, name, _when(record)) for record, name in named])

    def _with_loops(self, told: str) -> str:
        loops = objectives.open_loops(self._session.workspace, self.number)
        words = ngettext("{count} person waits for an answer", "{count} people wait for an answer", loops)
        waiting = words.format(count=format_number(loops))
        return _("{told} · {more}").format(told=told, more=waiting) if loops else told


def _when(record: object) -> str:
    for name in ("start", "month", "date", "due", "until"):
        if found := getattr(record, name, None):
            return record_names.written(found)
    return str(getattr(record, "period", ""))


def _under_each_other(parts: list[QWidget]) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    column = QVBoxLayout()
    column.setSpacing(theme.px(12))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    row.addLayout(column)
    return whole
