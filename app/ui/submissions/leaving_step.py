"""Step 3: everything that leaves, item by item, and what stays and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.i18n import N_, _, format_list, format_number, isolate, ngettext
from app.services.reviewing import Item
from app.ui import theme, wording
from app.ui.submissions.enclosed_card import EnclosedCard
from app.ui.submissions.finding_line import FindingLine
from app.ui.submissions.item_card import ItemCard
from app.ui.submissions.reading import Held, Seen, with_findings_first
from app.ui.submissions.totals_card import beside
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label

_AT_ONCE = 25
_REASONS = {
    "draft": N_("Not complete yet"),
    "private": N_("Private, sensitive, or without the speaker's consent"),
    "outside": N_("Not asked for by this call"),
    "government": N_("Not for government"),
    "unsigned": N_("Waits for somebody's approval"),
    "withdrawn": N_("Taken back before, so never sent again"),
}


class LeavingStep(QWidget):
    """Items with something to look at come first and keep their place when it is answered."""

    decided = Signal(str, bool)
    reasoned = Signal(str, str)
    changing = Signal(str)
    chosen = Signal(object)
    """What an ombudsperson is told, a Choice."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._seen: Seen | None = None
        self._items: tuple[Item, ...] = ()
        self._shown = _AT_ONCE
        self.cards: list[ItemCard] = []
        self._goes_on = False
        self._chose = ""
        self.enclosed: EnclosedCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._place = QWidget()
        self._column.addWidget(self._place)
        self._column.addStretch(1)

    def show_seen(self, seen: Seen) -> None:
        """Show what would leave now; after an answer the focus goes on to the next open place."""
        self._seen, self._items = seen, with_findings_first(seen.review.items)
        self._build()
        if self._goes_on:
            self._goes_on = False
            self.focus_open()
        if self._chose and self.enclosed is not None:
            getattr(self.enclosed, self._chose).setFocus(Qt.FocusReason.OtherFocusReason)
            self._chose = ""

    def open_findings(self) -> list[FindingLine]:
        """What is not answered yet, in the order of reading."""
        return [line for card in self.cards for line in card.open_findings()]

    def focus_open(self, record: str = "") -> None:
        """Put the focus on the first open place, of this record if one is named."""
        while not self._wanted(record) and self._shown < len(self._items):
            self._show_more()
        wanted = self._wanted(record) or self.open_findings()
        if wanted:
            wanted[0].first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self, record: str) -> list[FindingLine]:
        return [line for line in self.open_findings() if not record or line.finding.record == record]

    def _build(self) -> None:
        fresh, column = QWidget(), QVBoxLayout()
        fresh.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        explained = _("This is all that leaves, in the words the recipient will read. Days become months.")
        column.addWidget(Label(explained, "muted", wraps=True))
        cost = self._seen.review.cost
        if said := wording.cost(cost.numbers, cost.withheld):
            column.addWidget(Label(said, "small", wraps=True))
        self.cards = []
        self._add_items(column, self._items[: self._shown])
        if self._shown < len(self._items):
            more = Button(_("Show more items"), SECONDARY)
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        for told in beside(self._pack, self._seen.review.entries):
            column.addWidget(told)
        self._add_enclosed(column)
        if self._seen.held:
            column.addWidget(_stays(self._seen.held))
        self._column.replaceWidget(self._place, fresh)
        self._place.hide()
        self._place.deleteLater()
        self._place = fresh

    def _add_items(self, column: QVBoxLayout, items: tuple[Item, ...]) -> None:
        for item in items:
            card = ItemCard(self._pack, item)
            card.decided.connect(self._decide)
            card.reasoned.connect(self._say_why)
            card.changing.connect(self.changing)
            self.cards.append(card)
            column.addWidget(card)

    def _add_enclosed(self, column: QVBoxLayout) -> None:
        """The card for an ombudsperson, where one is named, and what is told there."""
        told = self._seen.review.enclosed
        self.enclosed = EnclosedCard(told) if told.to is not None else None
        if self.enclosed is not None:
            self.enclosed.chosen.connect(self._choose)
            column.addWidget(self.enclosed)
            self._add_items(self.enclosed.body, told.items)

    def _choose(self, wanted: object) -> None:
        self._chose = "notes" if self.enclosed.notes.control.hasFocus() else "challenges"
        self.chosen.emit(wanted)

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._build()

    def _decide(self, finding: str, release: bool) -> None:
        self._goes_on = True
        self.decided.emit(finding, release)

    def _say_why(self, finding: str, reason: str) -> None:
        self._goes_on = True
        self.reasoned.emit(finding, reason)


def _stays(held: tuple[Held, ...]) -> Card:
    card = Card(_("What stays here, and why"))
    for one in held:
        reason = _(_REASONS.get(one.reason, _REASONS["private"]))
        words = ngettext("{reason}: {count} record", "{reason}: {count} records", one.count)
        card.add(Label(words.format(reason=reason, count=format_number(one.count)), "strong", wraps=True))
        titles = [isolate(title) for title in one.titles]
        if one.count > len(titles):
            more = ngettext("{count} more", "{count} more", one.count - len(titles))
            titles.append(more.format(count=format_number(one.count - len(titles))))
        if titles:
            card.add(Label(format_list(titles), "small", wraps=True))
    return card
