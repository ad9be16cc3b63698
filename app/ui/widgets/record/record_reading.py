"""A record as text: what it says, field by field, and nothing that could be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import FieldRule, Record, flat, rules
from app.i18n import _, format_list
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.card import Card
from app.ui.widgets.record.value_words import value_words
from app.ui.widgets.text import IconLabel, Label


class RecordReading(Card):
    """The fields of a record that say something, in the order of the form; why they are only shown above them."""

    def __init__(self, session: Session, why: str = "") -> None:
        super().__init__()
        self._session = session
        self._why = Label("", "small", wraps=True)
        self._above = QWidget()
        self._inside = QWidget()
        self._lay_out()
        self.say(why)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._above)
        row.setContentsMargins(0, 0, 0, theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("lock", "muted", 18))
        row.addWidget(self._why, 1)
        self.add(self._above)
        self.add(self._inside)

    def say(self, why: str) -> None:
        """Say why the fields cannot be changed; nothing where that needs no words."""
        self._why.setText(why)
        self._above.setVisible(bool(why))

    def show_record(self, record: Record) -> None:
        """Show this record in place of what was there."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for found in rules(type(record)):
            if words := _told(self._session, record, found):
                column.addWidget(Label(_(found.label), "small"))
                column.addWidget(Label(words, wraps=True))
                column.addSpacing(theme.px(6))
        self.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh


def _told(session: Session, record: Record, found: FieldRule) -> str:
    """A field in words, "" where nothing is written or the program keeps it for itself."""
    entries = flat(record)
    if found.hidden:
        return ""
    if not found.shape.many:
        return value_words(session, found, entries[found.name]) if found.name in entries else ""
    start = f"{found.name}/"
    return format_list([value_words(session, found, one[len(start) :]) for one in entries if one.startswith(start)])
