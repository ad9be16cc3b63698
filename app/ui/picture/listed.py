"""A table of what was told, in a card; Enter shows from what a row was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared import Told
from app.i18n import _
from app.ui.look import theme
from app.ui.picture.asking import Asked, Asking
from app.ui.picture.behind import BehindCard
from app.ui.picture.plain_table import PlainTable
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label


@dataclass(frozen=True)
class Line:
    """One row: its cells, a sentence that says what it is, and the entries it is made of."""

    cells: tuple[str, ...]
    about: str
    told: Iterable[Told] = ()
    """Read anew each time that somebody asks."""
    before: Iterable[Told] = ()
    """The same of the period before."""
    messages: int = 0
    """The objective whose counts of messages are in it; 0 for none."""


@dataclass(frozen=True)
class Listing:
    """One table: what stands above it, its headings and its rows; `empty` is said where there is none."""

    title: str
    sentence: str
    columns: tuple[str, ...]
    lines: Sequence[Line]
    empty: str
    numbers: frozenset[int] = frozenset()


class ListedCard(QWidget):
    """Made anew for each picture."""

    def __init__(self, listing: Listing, sources: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._sources = listing.lines, sources
        self.table = PlainTable(listing.title, listing.columns, numbers=listing.numbers)
        self._behind = BehindCard(_("From what: {title}").format(title=listing.title))
        card = Card(listing.title, listing.sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(card)
        layout.addWidget(self._behind)
        if listing.lines:
            self.table.set_rows([line.cells for line in listing.lines])
            card.add(self.table)
        else:
            self.table.setParent(self)
            self.table.hide()
            card.add(Label(listing.empty, "muted", wraps=True))
        self.table.opened.connect(self._open)
        self._behind.left.connect(self.table.setFocus)

    def _open(self, row: int) -> None:
        line = self._lines[row]
        self._behind.ask(line.about, Asked(line.told, line.before, line.messages), self._sources)
