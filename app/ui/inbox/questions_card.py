"""Questions at single fields of a submission: each travels back and stands at its record, at the sender's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import SharedEntry, Submission
from app.i18n import _, isolate
from app.ui import entry_words
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_LONGEST = 1000
_NARROW = 560
"""Below so many px at 100 % what is asked about stands under one another."""


class QuestionsCard(Card):
    """Those asked so far, each with a way to take it out, and three fields for one more."""

    edited = Signal(object)
    """A mapping of `entry.field` to the question about it."""

    def __init__(self, submission: Submission, pack: Pack, parent: QWidget | None = None) -> None:
        told = _("Each question stands at the field it is about, when the receipt has come back to its sender.")
        super().__init__(_("Questions to the sender"), told, parent=parent)
        self._entries = {one.id: one for one in submission.entries if entry_words.labels(type(one))}
        self._names = {id: _name(one, pack) for id, one in self._entries.items()}
        self._asked: dict[str, str] = {}
        self._listed: QWidget | None = None
        self._entry = CodeField(_("About"), [Choice(id, name) for id, name in self._names.items()])
        self._field = CodeField(_("Field"), ())
        self._question = LineField(_("Question"), longest=_LONGEST)
        self._add = Button(_("Ask this"), SECONDARY, "plus")
        self._place = QVBoxLayout()
        self.add(self._lay_out())
        self._offer_fields()
        self._entry.edited.connect(self._offer_fields)
        self._question.edited.connect(lambda: self._question.set_problem(""))
        self._question.entered.connect(self._ask)
        self._add.clicked.connect(self._ask)
        self.setVisible(bool(self._entries))

    def show_asked(self, asked: Mapping[str, str]) -> None:
        """Show these as asked so far, without saying so."""
        self._asked = dict(asked)
        if self._listed is not None:
            self._listed.hide()
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        for place, question in self._asked.items():
            column.addWidget(self._row(place, question))
        self._place.addWidget(self._listed)
        self._listed.setVisible(bool(self._asked))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        self._about.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._about = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._about.setSpacing(theme.px(12))
        self._about.addWidget(self._entry, 3)
        self._about.addWidget(self._field, 2)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._add)
        column.addLayout(self._place)
        column.addLayout(self._about)
        column.addWidget(self._question)
        column.addLayout(below)
        return whole

    def _row(self, place: str, question: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        entry, _dot, field = place.partition(".")
        named = {"entry": isolate(self._names.get(entry, entry)), "field": self._label(entry, field)}
        about = _("{entry}, {field}").format(**named)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(isolate(question), "strong", wraps=True))
        words.addWidget(Label(about, "caption", wraps=True))
        layout.addLayout(words, 1)
        gone = IconButton("x", _("Do not ask this: {question}").format(question=isolate(question)))
        gone.clicked.connect(partial(self._forget, place))
        layout.addWidget(gone)
        return row

    def _label(self, entry: str, field: str) -> str:
        found = self._entries.get(entry)
        return (entry_words.labels(type(found)).get(field) if found else None) or isolate(field)

    def _offer_fields(self) -> None:
        found = self._entries.get(self._entry.value())
        known = entry_words.labels(type(found)) if found else {}
        self._field.offer([Choice(name, label) for name, label in known.items()])
        usual = next((name for name in ("summary", "description", "text") if name in known), "")
        if usual:
            self._field.set_value(usual)

    def _ask(self) -> None:
        question = self._question.value().strip()
        if not question:
            self._question.set_problem(_("Write the question first."))
            self._question.setFocus()
            return
        place = f"{self._entry.value()}.{self._field.value()}"
        before = self._asked.get(place)
        self._question.set_value("")
        self.show_asked({**self._asked, place: f"{before} {question}" if before else question})
        self._question.setFocus()
        self.edited.emit(dict(self._asked))

    def _forget(self, place: str) -> None:
        self.show_asked({one: words for one, words in self._asked.items() if one != place})
        self._question.setFocus()
        self.edited.emit(dict(self._asked))


def _name(entry: SharedEntry, pack: Pack) -> str:
    """What it is called, or what kind it is where that says nothing of it."""
    return entry_words.heading(entry, pack) or entry_words.kind_words(entry)
