"""What stands under the form of a commitment: whether its five answers are there, and its dated updates."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Commitment, CommitmentUpdate, rule
from app.domain.records.planning import SMART
from app.i18n import _, format_number, ngettext
from app.services.records import recording
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.records import rows
from app.ui.widgets.card import Card
from app.ui.widgets.fields.beginnings import asking_for
from app.ui.widgets.record.attached_records import AttachedRecords
from app.ui.widgets.text import IconLabel, Label

_MOST = 20


class Promise(QWidget):
    """The check of the five answers, and the updates with "Add an update"."""

    asked = Signal(str)
    """The argument with which the records page is to be opened: a record's id, or a new update."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._record = session, Commitment()
        self.answers = Answers()
        self.updates = AttachedRecords(_("Updates"), _("Add an update"), _("Nothing was told about it yet."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.answers)
        column.addWidget(self.updates)
        self.updates.opened.connect(self.asked)
        self.updates.add_asked.connect(
            lambda: self.asked.emit(asking_for(CommitmentUpdate.KIND, commitment=self._record.id))
        )

    def show_record(self, record: Commitment, *, saved: bool) -> None:
        """Tell what is there of this commitment; one that was never saved has no updates."""
        self._record = record
        self.answers.show_record(record)
        self.updates.setVisible(saved)
        if saved:
            query = recording.Query(CommitmentUpdate.KIND, points_at=record.id)
            found = recording.lines(self._session.workspace, query, limit=_MOST)
            self.updates.show_rows([rows.row(self._session, line) for line in found])


class Answers(Card):
    """Five lines, each with a tick once its answer was written."""

    def __init__(self) -> None:
        super().__init__(_("Can it be kept and checked?"), " ")
        self._lines: dict[str, tuple[IconLabel, IconLabel]] = {}
        self._words: dict[str, Label] = {}
        for name in SMART:
            self._words[name] = Label(_(rule(Commitment, name).label), wraps=True)
            self._lines[name] = (IconLabel("circle-check", "good", 16), IconLabel("circle", "muted", 16))
            line = QHBoxLayout()
            line.setSpacing(theme.px(8))
            for icon in self._lines[name]:
                line.addWidget(icon)
            line.addWidget(self._words[name], 1)
            self.add(line)
        self.show_record(Commitment())

    def show_record(self, record: Commitment) -> None:
        """Tick what this commitment answers."""
        there = 0
        for name, (yes, no) in self._lines.items():
            answered = bool(getattr(record, name))
            there += answered
            yes.setVisible(answered)
            no.setVisible(not answered)
            words = _("{question} Answered.") if answered else _("{question} Not answered yet.")
            self._words[name].setAccessibleName(words.format(question=self._words[name].text()))
        told = ngettext("{count} of 5 questions answered", "{count} of 5 questions answered", there)
        self.set_sentence(told.format(count=format_number(there)))
