"""The strip that counts down the last seconds before the kiosk starts again."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.i18n import Translation
from app.ui.kiosk.big_button import BigButton
from app.ui.kiosk.words import Words
from app.ui.look import theme
from app.ui.widgets.buttons import PRIMARY


class StillThere(QFrame):
    """Hidden until it gets late; any touch of the screen takes it away, the button is only the plainest."""

    def __init__(self, say: Translation) -> None:
        super().__init__()
        self._say = say
        self.setProperty("role", "sunken")
        self._words = Words("", "h2")
        self.here = BigButton(say.gettext("I am still here"), PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(10))
        row.setSpacing(theme.px(16))
        row.addWidget(self._words, 1)
        row.addWidget(self.here)
        self.here.clicked.connect(self.hide)
        self.hide()

    def count_down(self, left_s: int) -> None:
        """Say that so many seconds are left; told once to those who listen."""
        told = self._say.ngettext(
            "Still there? This screen starts again in {count} second.",
            "Still there? This screen starts again in {count} seconds.",
            left_s,
        ).format(count=self._say.number(left_s))
        self._words.setText(told)
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
