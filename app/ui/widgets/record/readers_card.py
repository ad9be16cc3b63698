"""What became of a record at those who read it, and what they ask about its fields, above the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Record, rules
from app.domain.terms import When
from app.i18n import _, isolate
from app.services.submitting import told_back
from app.services.submitting.told_back import Became
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.text import IconLabel, Label
from app.ui.words import wording


class ReadersCard(QWidget):
    """Shows itself only where a receipt tells of its record."""

    asked = Signal(str)
    """The field that a question is about, when somebody wants to answer it."""

    def __init__(self, session: Session, record_class: type[Record]) -> None:
        super().__init__()
        self._session = session
        self._labels = {found.name: found.label for found in rules(record_class)}
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Became, ...] = ()
        self.hide()

    def show_record(self, record: str) -> None:
        """Tell about another record, or again about the same one."""
        found = told_back.of_record(self._session.workspace, record) if record else ()
        if found == self._shown:
            return
        self._shown = found
        while (item := self._place.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        if found:
            self._place.addWidget(self._card(found))
        self.setVisible(bool(found))

    def _card(self, found: tuple[Became, ...]) -> Card:
        card = Card(_("What became of it"))
        for one in found:
            card.add(Label(became_words(one), wraps=True))
            for field, question in one.questions.items():
                card.add(self._question(field, question))
        return card

    def _question(self, field: str, question: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(IconLabel("message", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        label = _(self._labels[field]) if field in self._labels else isolate(field)
        words = _("{field}: {question}").format(field=label, question=isolate(question))
        layout.addWidget(Label(words, wraps=True), 1)
        if field in self._labels:
            go = Button(_("Go to the field"), SECONDARY)
            go.setAccessibleName(_("{action}: {title}").format(action=go.text(), title=label))
            go.clicked.connect(lambda: self.asked.emit(field))
            layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row


def became_words(one: Became) -> str:
    """Who decided what on which day, and why where they said so."""
    day = When.parse(one.read_on) if one.read_on else None
    told = _("{reader}: {fate}, {day}").format(
        reader=isolate(one.reader), fate=wording.fate(one.fate), day=wording.when(day) if day else ""
    )
    if one.comment:
        return _("{told}. They write: {comment}").format(told=told, comment=isolate(one.comment))
    return told
