"""The line above the list: which kind of entry is shown, and what can be done with messages together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui import theme
from app.ui.feedback import further_kinds
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.record_kind import Kind
from app.ui.widgets.segments import Segments

MESSAGES, RUMOURS, CARDS, CONTACTS = "messages", "rumours", "cards", "contacts"
FURTHER: Mapping[str, Callable[[], Kind]] = {
    RUMOURS: further_kinds.rumours,
    CARDS: further_kinds.policy_cards,
    CONTACTS: further_kinds.contacts,
}
"""The kinds that stand beside messages, each made when it is first shown."""


class Tools(QWidget):
    """A chooser of kinds and three buttons; wraps where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            MESSAGES: _("Messages"),
            RUMOURS: _("Rumours"),
            CARDS: _("Policy cards"),
            CONTACTS: _("Contacts"),
        }
        self.kinds = Segments(_("What is shown"), tuple(Choice(code, words) for code, words in names.items()))
        self.batch = Button(_("After an outreach day"), GHOST, "list-check")
        self.check = Button(_("Check a slip"), GHOST, "search")
        self.tell = Button(_("Tell people"), GHOST, "speakerphone")
        layout = FlowLayout(self, theme.px(6))
        layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(4))
        for part in (self.kinds, self.batch, self.check, self.tell):
            layout.addWidget(part)
