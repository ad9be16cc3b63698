"""Under a practice, a commitment or an activity: the sheet that others get of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import Activity, Commitment, Practice, Record
from app.i18n import N_, _
from app.services.paper import sheets
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.sheet_maker import Job, SheetMaker
from app.ui.widgets.record.record_desk import RecordDesk
from app.ui.widgets.text import Label, Line


@dataclass(frozen=True)
class _Words:
    """What stands there for one kind of record, and a name for the file."""

    title: str
    sentence: str
    button: str
    name: str


_WORDS: dict[type[Record], _Words] = {
    Practice: _Words(
        N_("A sheet to hand over"),
        N_("One or two pages, filled in from this record, once somebody has approved it."),
        N_("Make the practice sheet"),
        N_("practice sheet"),
    ),
    Commitment: _Words(
        N_("The pledge form"),
        N_("The form of the Network with its seven sections, filled in from this record once it is approved."),
        N_("Make the pledge form"),
        N_("pledge form"),
    ),
    Activity: _Words(
        N_("A text for the Call to Local Action"),
        N_("Title, district, objectives, story, partners and stage, without any number of people."),
        N_("Make the action text"),
        N_("action text"),
    ),
}


class SheetBar(QWidget):
    """Hidden while the record was never saved; it follows the record that is shown."""

    def __init__(self, session: Session, desk: RecordDesk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._words = _WORDS[desk.kind.record_class]
        self.maker = SheetMaker(session, _(self._words.button), self._job)
        title, words = (
            Label(_(self._words.title), "h3", wraps=True),
            Label(_(self._words.sentence), "small", wraps=True),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (Line(), title, words, self.maker):
            column.addWidget(part)
        desk.shown.connect(self._follow)
        self.maker.made.connect(lambda told: desk.toast.emit(told, None))
        if desk.form.loaded().is_new:
            self.hide()

    def _follow(self) -> None:
        self.setVisible(not self._desk.form.loaded().is_new)
        self.maker.forget()

    def _job(self) -> Job | None:
        self._desk.settle()
        record = self._desk.form.saved_id()
        if not record:
            return None
        workspace = self._session.workspace
        return Job(
            lambda order, progress: sheets.crossed(workspace, record, order).undecided,
            partial(sheets.draw, workspace, record),
            _(self._words.name),
        )
