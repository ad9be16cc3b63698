"""What is not yet on other laptops, when they last met, and "Sync now"; not there where there is one laptop."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.services.syncing import exchanging
from app.services.syncing.spaces import NoSpaceError
from app.ui import sync_words
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.text import Label, Line


class SyncPart(QWidget):
    """Part of the card that the state line opens, and of the overview."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.told = Label("", wraps=True)
        self.now = Button(_("Sync now"), SECONDARY, "refresh")
        self.now.setToolTip("Ctrl+Shift+S")
        self.more = Button(_("Your laptops"), GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (Line(), self.told):
            column.addWidget(part)
        column.addLayout(in_row(self.now, self.more))
        column.addWidget(Line())
        self.hide()

    def reload(self) -> None:
        """Tell how things are now."""
        try:
            found = exchanging.standing(self._session.workspace)
        except NoSpaceError:
            self.hide()
            return
        lines = [sync_words.whole(found, self._session.workspace.now())]
        if waits := len(found.waiting) + len(found.quarantined):
            words = ngettext("{count} file waits or was put aside.", "{count} files wait or were put aside.", waits)
            lines.append(words.format(count=format_number(waits)))
        self.told.setText("\n".join(lines))
        self.now.setEnabled(not sync_words.is_syncing(self._session))
        self.show()
