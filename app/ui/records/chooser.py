"""The chooser of kinds: four groups with plain headings, each kind with what it is for and how many there are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.records.kinds import BOOK, FIGURES, LEARNED, PLANS, TABLE, Told
from app.ui.records.table_card import TableCard
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.columns import Columns
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import IconLabel, Label

_PADDING = 10
"""What a button without an edge leaves beside its words, so that the sentence below begins under them."""


class Chooser(QWidget):
    """Every kind of this page; a press on one says which."""

    chosen = Signal(str)
    """The name of a kind."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.tables = TableCard(session)
        self.buttons: dict[str, Button] = {}
        self._counts: dict[str, Label] = {}
        explained = _("What you plan, promise, learn and need; all of it stays here until you send it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(_("Records"), explained))
        column.addWidget(Columns(self._cards(PLANS, LEARNED), self._cards(FIGURES, BOOK)))
        column.addWidget(self.tables)
        column.addStretch(1)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Tell how many there are of each kind."""
        for found in TABLE:
            count = counts.get(found.name, 0)
            self._counts[found.name].setText(format_number(count))
            words = ngettext("{kind}, {count} entry", "{kind}, {count} entries", count)
            self.buttons[found.name].setAccessibleName(words.format(kind=_(found.many), count=format_number(count)))

    def focus(self, name: str = "") -> None:
        """Go to a kind, without a name to the first."""
        self.buttons[name or TABLE[0].name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _cards(self, *groups: str) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for group in groups:
            card = Card(_(group))
            for found in TABLE:
                if found.group == group:
                    card.add(self._line(found))
            column.addWidget(card)
        column.addStretch(1)
        return side

    def _line(self, found: Told) -> QHBoxLayout:
        button = Button(_(found.many), GHOST)
        button.setAccessibleDescription(_(found.what_for))
        button.clicked.connect(lambda: self.chosen.emit(found.name))
        count = Label("", "strong").to_trailing()
        self.buttons[found.name], self._counts[found.name] = button, count
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        explained = Label(_(found.what_for), "caption", wraps=True)
        explained.setContentsMargins(theme.px(_PADDING), 0, theme.px(_PADDING), 0)
        words.addWidget(explained)
        line = QHBoxLayout()
        line.setSpacing(theme.px(4))
        line.addWidget(IconLabel(found.icon, "accent", 20))
        line.addLayout(words, 1)
        line.addWidget(count)
        return line
