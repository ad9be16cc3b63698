"""What the state line opens: where the work is kept, when it was last backed up, and the buttons for that."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.backup_buttons import BackupButtons, may_back_up
from app.ui.look import theme
from app.ui.process.safekeeping import last_words
from app.ui.process.session import Session
from app.ui.sync_part import SyncPart
from app.ui.widgets.direction import in_path, mirrored
from app.ui.widgets.text import Label


class StatePopup(QFrame):
    """A small card under the state line; Esc or a click elsewhere closes it."""

    sync_asked = Signal()
    page_asked = Signal(str)
    """The name of a page."""

    def __init__(self, session: Session, button: QWidget) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self._session = session
        self.setProperty("role", "card")
        self._button = button
        layout = QVBoxLayout(self)
        edge = theme.px(16)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(Label(_("Working offline"), "h3"))
        layout.addWidget(Label(_("Everything is saved on this computer. Nothing needs the internet."), wraps=True))
        self.sync = SyncPart(session)
        self.sync.now.clicked.connect(self._sync)
        self.sync.more.clicked.connect(self._go)
        layout.addWidget(self.sync)
        if session.workspace is not None:
            kept = _("Your workspace is the file {name}.").format(name=in_path(session.workspace.path.name))
            layout.addWidget(Label(kept, "small", wraps=True))
            self._last = Label("", "small", wraps=True)
            layout.addWidget(self._last)
            if may_back_up(session):
                self.buttons = BackupButtons(session)
                self.buttons.done.connect(self._last.setText)
                self.buttons.failed.connect(self._last.setText)
                layout.addWidget(self.buttons)
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.ensurePolished()
        frame = self.width() - self.contentsRect().width()
        self.setFixedWidth(max(theme.px(340), layout.minimumSize().width() + frame))

    def open_below(self) -> None:
        """Show it under the button, on the side where the button ends."""
        if self._session.workspace is not None:
            self._last.setText(last_words(self._session))
            self.sync.reload()
        self.adjustSize()
        self.setMinimumHeight(self.layout().heightForWidth(self.width()))
        rect = self._button.rect()
        corner = self._button.mapToGlobal(rect.bottomLeft() if mirrored() else rect.bottomRight())
        self.move(corner - QPoint(0 if mirrored() else self.width(), -4))
        self.show()
        self.setFocus()

    def _sync(self) -> None:
        self.hide()
        self.sync_asked.emit()

    def _go(self) -> None:
        self.hide()
        self.page_asked.emit("syncing")
