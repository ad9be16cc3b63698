"""A card of the records that point at the one in the form: updates of a commitment, money of an activity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button, IconButton, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.text import Label


class AttachedRecords(Card):
    """A heading, a row for each record with a button that opens it, and "Add" under them."""

    opened = Signal(str)
    """The id of the record to open."""
    add_asked = Signal()

    def __init__(self, title: str, add: str, nothing: str) -> None:
        self.add_button = Button(add, SECONDARY, "plus")
        super().__init__(title)
        self._nothing = nothing
        self._inside = QWidget()
        self.add(self._inside)
        foot = in_row(self.add_button)
        self.add(foot)
        self.add_button.clicked.connect(self.add_asked)

    def show_rows(self, rows: Sequence[Row], more: str = "") -> None:
        """Show these in place of what was there; `more` is a sentence under them."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for row in rows:
            column.addLayout(self._row(row))
        if not rows or more:
            column.addWidget(Label(more or self._nothing, "small", wraps=True))
        self.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _row(self, row: Row) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(row.title, wraps=True))
        if row.facts:
            words.addWidget(Label(row.facts, "caption", wraps=True))
        go = IconButton("chevron-right", _("Open {title}").format(title=isolate(row.title)), "accent-text")
        go.clicked.connect(lambda: self.opened.emit(row.id))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(go)
        return line
