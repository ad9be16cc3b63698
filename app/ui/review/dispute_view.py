"""A record that one person put in the trash while another wrote in it: who did what, and keep it or let it go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import KINDS, Record
from app.i18n import _, isolate
from app.services.records import versions
from app.services.records.disputes import Dispute
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.review.view import ReviewView
from app.ui.widgets.buttons import DANGER, PRIMARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record.record_history import lines, writer
from app.ui.widgets.record.record_reading import RecordReading
from app.ui.widgets.record.saved_words import moment_words
from app.ui.widgets.record.value_words import title_words
from app.ui.widgets.text import IconLabel, Label


class DisputeView(ReviewView):
    """Nothing happens before one of the two buttons is pressed; either can be undone."""

    decided = Signal(bool)
    """The record is to be kept, or let go."""

    def __init__(self, session: Session, dispute: Dispute, record: Record) -> None:
        super().__init__()
        self.dispute = dispute
        self._session = session
        self.let_go = Button(_("Let it go"), DANGER, "trash")
        self.keep = Button(_("Keep it"), PRIMARY, "check")
        self.reading = RecordReading(session)
        self.reading.show_record(record)
        self._lay_out()
        self.keep.clicked.connect(lambda: self.decided.emit(True))
        self.let_go.clicked.connect(lambda: self.decided.emit(False))

    def _lay_out(self) -> None:
        about = _("One of you put this in the trash while another wrote in it, unknown to each other. You decide.")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(title_words(self.dispute.kind, self.dispute.title), about, role="h2"))
        column.addWidget(self._trashed())
        for version in self._written():
            column.addWidget(version)
        column.addWidget(Label(_("What is kept if you keep it"), "h3"))
        column.addWidget(self.reading)
        column.addStretch(1)
        self.stand(body, FooterBar(self.let_go, self.keep), self.keep)
        self.footer.say(_("Either can be undone."))

    def _trashed(self) -> Card:
        name = isolate(writer(self._session, self.dispute.trashed_by))
        return _deed("trash", _("{name} put it in the trash").format(name=name), moment_words(self.dispute.trashed_at))

    def _written(self) -> list[Card]:
        """A card for each write that whoever trashed the record did not know, with what it changed."""
        made = []
        for version in versions.history(self._session.workspace, self.dispute.record):
            if version.stamp in self.dispute.unseen:
                name = isolate(writer(self._session, version.by))
                card = _deed("pencil", _("{name} wrote in it").format(name=name), moment_words(version.saved_at))
                for line in lines(self._session, KINDS[self.dispute.kind], version):
                    card.add(line)
                made.append(card)
        return made


def _deed(icon: str, words: str, moment: str) -> Card:
    card = Card()
    card.setAccessibleName(words)
    row = QHBoxLayout()
    row.setSpacing(theme.px(10))
    row.addWidget(IconLabel(icon, "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(Label(words, "strong", wraps=True))
    told.addWidget(Label(moment, "caption", wraps=True))
    row.addLayout(told, 1)
    card.add(row)
    return card
