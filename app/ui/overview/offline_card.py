"""Being offline is the normal state: calm words, and a sealed copy for whoever wants one."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.i18n import _
from app.ui.backup_buttons import BackupButtons, may_back_up
from app.ui.look import theme
from app.ui.process.safekeeping import last_words
from app.ui.process.session import Session
from app.ui.sync_part import SyncPart
from app.ui.widgets.card import Card
from app.ui.widgets.text import IconLabel, Label


class OfflineCard(Card):
    """`told` and `failed` carry what became of a backup."""

    told = Signal(str)
    failed = Signal(str)
    sync_asked = Signal()
    laptops_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(IconLabel("wifi-off", "muted", 20))
        head.addWidget(Label(_("Working offline"), "h3"), 1)
        self.add(head)
        words = _("Everything is saved on this computer. Nothing is sent unless you send it.")
        self.add(Label(words, "small", wraps=True))
        self.sync = SyncPart(session)
        self.sync.now.clicked.connect(self.sync_asked)
        self.sync.more.clicked.connect(self.laptops_asked)
        self.add(self.sync)
        self._last = Label("", "small", wraps=True)
        self.add(self._last)
        if may_back_up(session):
            self.buttons = BackupButtons(session)
            self.buttons.done.connect(self._done)
            self.buttons.failed.connect(self.failed)
            self.add(self.buttons)

    def reload(self) -> None:
        """Say when the newest backup was made, and when laptops last met."""
        self._last.setText(last_words(self._session))
        self.sync.reload()

    def follow(self, before: QWidget) -> None:
        """Be after the last button of this in the order of Tab, as it stands above."""
        here = [*before.findChildren(QAbstractButton)[-1:], *self.findChildren(QAbstractButton)]
        for one, other in pairwise(here):
            QWidget.setTabOrder(one, other)

    def _done(self, said: str) -> None:
        self.reload()
        self.told.emit(said)
