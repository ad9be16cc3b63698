"""Where somebody's table is dropped or asked for; the page for imports takes it from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.roles import Verb
from app.i18n import _
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.drop_area import DropArea


class TableCard(Card):
    """Drop area and button; hidden from whoever may not write."""

    asked = Signal(list)
    """Paths that were dropped; none where the button was pressed."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Bring in a table"))
        self.drop_area = DropArea(
            _("Drop a spreadsheet here"), _("Exports of KoboToolbox and ODK, HXL and 3W tables, lists of your own")
        )
        self.begin = Button(_("Bring in a table"), SECONDARY, "table")
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.drop_area, 1)
        row.addWidget(self.begin)
        self.add(row)
        self.drop_area.dropped.connect(self.asked)
        self.begin.clicked.connect(self._ask)
        if not session.workspace.allows(Verb.WRITE):
            self.hide()

    def _ask(self) -> None:
        self.asked.emit([])
