""" "Done", with Undo, at the bottom on the leading side for ten seconds; it waits while looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.direction import margins, mirrored
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.text import IconLabel, Label

SHOWN_MS = 10_000
_MARGIN = 16


class Toast(QFrame):
    """One message over `host`; the next one replaces it. Stays while hovered or focused."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "card")
        self._sentence = Label("")
        self._undo = Button(_("Undo"), GHOST)
        self._undo.clicked.connect(self._take_back)
        self._call: Callable[[], None] | None = None
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins(theme.px(16), theme.px(6), theme.px(8), theme.px(6)))
        layout.setSpacing(theme.px(10))
        layout.addWidget(IconLabel("circle-check", "good", 18))
        layout.addWidget(self._sentence)
        layout.addWidget(self._undo)
        host.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str, undo: Callable[[], None] | None = None, words: str = "") -> None:
        """Show a sentence, announce it politely, and offer Undo (or other `words`) if there is something to call."""
        self._sentence.setText(sentence)
        self._call = undo
        self._undo.set_text(words or _("Undo"))
        self._undo.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def stay(self) -> None:
        """Come before a page that was turned to meanwhile."""
        self._place()
        self.raise_()

    def remaining_ms(self) -> int:
        """How long it will stay; -1 while it waits or is away."""
        return self._timer.remainingTime()

    def undo(self) -> bool:
        """Take back what the toast tells of; False if there is nothing to take back. Ctrl+Z comes here."""
        if not self.isVisible() or self._call is None:
            return False
        self._take_back()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch another widget."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def enterEvent(self, event: QEvent) -> None:
        """The pointer came."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went."""
        self._timer.start()

    def _go(self) -> None:
        if self._undo.hasFocus():
            self._timer.start()
            return
        self.hide()

    def _take_back(self) -> None:
        call, self._call = self._call, None
        self.hide()
        if call is not None:
            call()

    def _place(self) -> None:
        self.adjustSize()
        host = self.parentWidget()
        x = host.width() - self.width() - _MARGIN if mirrored() else _MARGIN
        self.move(x, self._floor(x) - self.height() - _MARGIN)

    def _floor(self, x: int) -> int:
        """What the toast stands on: the bar of the page with its buttons, where there is one below it."""
        host = self.parentWidget()
        bars = [bar for bar in host.findChildren(FooterBar) if bar.isVisible()]
        boxes = [QRect(bar.mapTo(host, QPoint()), bar.size()) for bar in bars]
        below = [box.top() for box in boxes if box.left() < x + self.width() and x <= box.right()]
        return min(below, default=host.height())
