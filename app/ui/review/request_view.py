"""A record that was sent for review: its fields as text, what was said about them, and the reviewer's answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Record, rules
from app.domain.roles import Verb
from app.i18n import _, isolate
from app.services.records import commenting
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.review.view import ReviewView
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.fields.line_field import LineEdit
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record.record_reading import RecordReading
from app.ui.widgets.record.review_card import ReviewCard
from app.ui.widgets.record.value_words import title_words


class RequestView(ReviewView):
    """Reads, comments and answers; nothing of the record can be changed here."""

    answered = Signal(bool)
    """Approved, or changes asked for."""
    commented = Signal()
    open_asked = Signal()
    """Show the record on the page where it is written."""

    def __init__(self, session: Session, record: Record, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._record, self._title = session, record, title
        self.reading = RecordReading(session)
        self.reading.show_record(record)
        self.about = QComboBox()
        self.about.setAccessibleName(_("What the comment is about"))
        self.comment = LineEdit(_("Write a comment"))
        self.comment.setAccessibleName(_("Write a comment"))
        self.say = Button(_("Comment"), SECONDARY, "message")
        self.open = Button(_("Open it"), GHOST, "external-link")
        self.changes = Button(_("Ask for changes"), SECONDARY)
        self.approve = Button(_("Approve"), PRIMARY, "check")
        self._lay_out()
        self.say.clicked.connect(self._comment)
        self.comment.returnPressed.connect(self._comment)
        self.open.clicked.connect(self.open_asked)
        self.changes.clicked.connect(lambda: self.answered.emit(False))
        self.approve.clicked.connect(lambda: self.answered.emit(True))

    def _lay_out(self) -> None:
        self.about.addItem(_("All of it"), "")
        for found in rules(type(self._record)):
            self.about.addItem(_(found.label), found.name)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        about = _("Read it, comment on a field, or approve. What you say stands beside the record in your name.")
        column.addWidget(PageHeader(title_words(type(self._record).KIND, self._title), about, role="h2"))
        self.said = ReviewCard(self._session, type(self._record), self._record.id)
        column.addWidget(self.said)
        column.addWidget(self.reading)
        column.addWidget(self._new_comment())
        column.addStretch(1)
        self.stand(body, FooterBar(self.open, self.changes, self.approve), self.approve)
        self._say_who()

    def _say_who(self) -> None:
        """Who answers; an editor may comment, and reads who of the team can approve."""
        workspace = self._session.workspace
        if workspace.allows(Verb.APPROVE):
            self.footer.say(_("You answer as {name}").format(name=isolate(workspace.profile.name)))
            return
        self.changes.hide()
        self.approve.hide()
        self.footer.say(_("A reviewer or the keeper of the workspace approves it."))

    def _new_comment(self) -> Card:
        card = Card(_("Your comment"))
        card.add(self.about)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.comment, 1)
        row.addWidget(self.say)
        card.add(row)
        return card

    def _comment(self) -> None:
        text = self.comment.text().strip()
        if not text:
            self.comment.setFocus()
            return
        field = str(self.about.currentData())
        self.comment.clear()
        commenting.comment(self._session.workspace, self._record.id, text, field=field)
        self.said.reload()
        self.commented.emit()
