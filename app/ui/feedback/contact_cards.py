"""Whom to call now: every contact as a card that can be read from across a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import ReferralContact
from app.i18n import _, format_list, isolate
from app.ui import theme
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.text import IconLabel, Label


class ContactCards(QWidget):
    """The focal point and the services that were entered; where there are none, the way to enter them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = Label(_("The names and numbers to call are not entered yet."), "small", wraps=True)
        self.enter = Button(_("Enter contacts"), SECONDARY, "plus")
        self._cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.none)
        self._column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeading)

    def show_contacts(self, contacts: Sequence[ReferralContact]) -> None:
        """Show these in their order."""
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [_card(one) for one in contacts]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place, card)
        self.none.setVisible(not contacts)
        self.enter.setVisible(not contacts)


def _card(contact: ReferralContact) -> Card:
    card = Card()
    icon, tone, what = _kind(contact)
    card.setAccessibleName(what)
    head = QHBoxLayout()
    head.setSpacing(theme.px(8))
    head.addWidget(IconLabel(icon, tone, 20))
    head.addWidget(Label(what, "small", wraps=True), 1)
    card.add(head)
    card.add(Label(contact.service, "h3", wraps=True))
    number = Label(isolate(contact.contact), "h1", wraps=True)
    number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    card.add(number)
    if told := format_list([part for part in (contact.hours, *contact.languages) if part]):
        card.add(Label(told, "small", wraps=True))
    return card


def _kind(contact: ReferralContact) -> tuple[str, str, str]:
    if contact.focal_point:
        return "shield-heart", "accent", _("Focal point of your organisation")
    if contact.emergency:
        return "lifebuoy", "bad", _("Where life is in danger")
    return "heart-handshake", "muted", _("Service people can turn to")
