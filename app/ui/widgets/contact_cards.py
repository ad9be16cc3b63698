"""Whom to call now: every contact as a card that can be read from across a table, in the language of who reads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.domain.records import ReferralContact
from app.i18n import Translation, isolate
from app.tongues import code_called
from app.ui.look import theme
from app.ui.widgets.card import Card
from app.ui.widgets.direction import leading
from app.ui.widgets.text import IconLabel, Label

_LEAST = 280
"""Px at 100 % that a card needs for a telephone number."""


class ContactCards(QWidget):
    """What was entered stands as it was written; all around it, and names of languages, is said in `say`.

    As many beside each other as fit, at most `across`. Only staff may select a number, to copy it.
    """

    def __init__(self, say: Translation, across: int = 1, *, selectable: bool = False) -> None:
        super().__init__()
        self._say, self._across, self._selectable = say, across, selectable
        self.cards: list[Card] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))

    def show_contacts(self, contacts: Sequence[ReferralContact]) -> None:
        """Show these in their order."""
        for old in self.cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [self._card(one) for one in contacts]
        self._across = max(1, min(self._across, len(self.cards) or 1))
        self._arrange(self._fitting())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange(self._fitting())

    def _fitting(self) -> int:
        gap = self._grid.spacing()
        return max(1, min(self._across, (self.width() + gap) // (theme.px(_LEAST) + gap)))

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for card in self.cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _card(self, contact: ReferralContact) -> Card:
        card = Card()
        icon, tone, what = _kind(contact, self._say)
        card.setAccessibleName(what)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel(icon, tone, 20))
        head.addWidget(self._label(what, "small"), 1)
        card.add(head)
        card.add(self._label(contact.service, "h3"))
        number = self._label(isolate(contact.contact), "h2")
        if self._selectable:
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(number)
        for told in (contact.hours, _languages(contact, self._say)):
            if told:
                card.add(self._label(told, "small"))
        card.body.addStretch(1)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return card

    def _label(self, text: str, role: str) -> Label:
        made = Label(text, role, wraps=True)
        made.setAlignment(leading(Qt.AlignmentFlag.AlignTop, right_to_left=self._say.right_to_left))
        return made


def _languages(contact: ReferralContact, say: Translation) -> str:
    """The languages spoken there as this one calls them, itself first; one that nobody knows as it was written."""
    codes = {name: code_called(name) for name in contact.languages}
    ordered = sorted(codes, key=lambda name: codes[name] != say.language)
    told = [say.language_name(codes[name]) if codes[name] else isolate(name) for name in ordered]
    return say.gettext("Languages: {languages}").format(languages=say.list_(told)) if told else ""


def _kind(contact: ReferralContact, say: Translation) -> tuple[str, str, str]:
    if contact.focal_point:
        return "shield-heart", "accent", say.gettext("Focal point of your organisation")
    if contact.emergency:
        return "lifebuoy", "bad", say.gettext("Where life is in danger")
    return "heart-handshake", "muted", say.gettext("Service people can turn to")
