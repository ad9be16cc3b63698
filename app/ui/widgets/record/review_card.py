"""What a reviewer asks for, above the form until it is marked done; and how far the review is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Comment, Record, Review, rules
from app.i18n import _, isolate
from app.services.records import commenting
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.record.record_history import writer
from app.ui.widgets.text import IconLabel, Label


class ReviewCard(QWidget):
    """Shows itself only while there is something to say about the review of its record."""

    def __init__(self, session: Session, record_class: type[Record], record: str = "") -> None:
        super().__init__()
        self._session, self._class, self._record = session, record_class, record
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.done: list[Button] = []
        self._review: Review | None = None
        self.reload()

    def show_record(self, record: str) -> None:
        """Tell about another record."""
        self._record = record
        self.reload()

    def status(self) -> str:
        """How far the review of its record is, "" where there is none."""
        return self._review.status if self._review is not None else ""

    def reload(self) -> None:
        """Read again what was said."""
        while (item := self._place.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.done = []
        workspace = self._session.workspace
        self._review = review = commenting.review_of(workspace, self._record) if self._record else None
        said = commenting.comments(workspace, self._record) if self._record else ()
        waits = [one for one in said if not one.done]
        if review is not None or waits:
            self._place.addWidget(self._card(review, waits))
        self.setVisible(review is not None or bool(waits))

    def _card(self, review: Review | None, waits: list[Comment]) -> Card:
        card = Card(_heading(self._session, review) if review else _("A reviewer asks"))
        for one in waits:
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(IconLabel("message", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(self._words(one), wraps=True), 1)
            done = Button(_("Mark as done"), GHOST, "check")
            done.clicked.connect(partial(self._mark_done, one.id))
            self.done.append(done)
            row.addWidget(done)
            card.add(row)
        return card

    def _words(self, one: Comment) -> str:
        labels = {found.name: _(found.label) for found in rules(self._class)}
        name = isolate(writer(self._session, one.by))
        if one.field in labels:
            words = _("{field}: {comment} ({name})")
            return words.format(field=labels[one.field], comment=isolate(one.text), name=name)
        return _("{comment} ({name})").format(comment=isolate(one.text), name=name)

    def _mark_done(self, comment: str) -> None:
        commenting.mark_done(self._session.workspace, comment)
        self.reload()


def _heading(session: Session, review: Review) -> str:
    name = isolate(writer(session, review.by))
    if review.status == commenting.APPROVED:
        return _("Approved by {name}").format(name=name)
    if review.status == commenting.CHANGES:
        return _("{name} asks for changes").format(name=name)
    return _("In review, sent by {name}").format(name=name)


def status_words(status: str, otherwise: tuple[str, str]) -> tuple[str, str]:
    """Words and tone of the chip of a record whose review is so far; `otherwise` where there is no review."""
    told = {
        commenting.ASKED: (_("In review"), "info"),
        commenting.CHANGES: (_("Changes asked"), "warn"),
        commenting.APPROVED: (_("Approved"), "good"),
    }
    return told.get(status, otherwise)
