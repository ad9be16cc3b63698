"""The settings, one card for each section; each change shows at once, and there is no Save button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.settings import (
    approval,
    backups,
    keys,
    locking,
    look,
    myself,
    naming,
    ombudsperson,
    organisation,
    places,
    received,
    recovery,
    reference_pack,
    retention,
    safety,
    team,
)
from app.ui.settings.section import Around, Make
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.typed import put_back, typed

SECTIONS: tuple[Make, ...] = (
    look.card,
    locking.card,
    safety.card,
    myself.card,
    team.card,
    approval.card,
    naming.card,
    organisation.card,
    ombudsperson.card,
    retention.card,
    places.card,
    received.card,
    reference_pack.card,
    backups.card,
    recovery.card,
    keys.card,
)
"""A section is a module of this folder and one line here."""
_WIDTH = 620


class SettingsPage(Page):
    """Looks and lock for everybody on this computer; people, approval and organisation for keepers."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        around = Around(
            session, self.setting.emit, lambda sentence: self.toast.emit(sentence, None), self.navigate.emit
        )
        self.cards = [card for make in SECTIONS if (card := make(around)) is not None]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(_("Settings"), _("Each change shows at once.")))
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        self.set_body(Narrow(inside, _WIDTH))

    def open(self, argument: object) -> None:
        """Bring the setting with this name into sight and give it the focus."""
        for card in self.cards:
            if (part := card.settings.get(str(argument))) is not None:
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Show what the workspace holds now."""
        for card in self.cards:
            card.reload()

    def state(self) -> dict[str, object]:
        """What was typed and not kept yet."""
        return {"typed": typed(self)}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        put_back(self, state.get("typed"))

    def keep(self) -> None:
        """Keep what is being typed."""
        for card in self.cards:
            card.keep()
