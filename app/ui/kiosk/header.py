"""The head of the kiosk: the public name of the organisation, the languages, and the way out for staff."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n import Translation, languages
from app.ui.kiosk.big_button import HEIGHT, BigButton
from app.ui.look import theme
from app.ui.widgets.brand import Mark
from app.ui.widgets.buttons import GHOST
from app.ui.widgets.direction import leading, margins
from app.ui.widgets.segments import Segment, Segments
from app.ui.widgets.text import ElidedLabel
from app.ui.words.choice import Choice

_ROOM = 760
"""Px at 100 % under which the name gives way to the languages; the first screen shows it."""


class Header(QWidget):
    """Nothing of the organisation but its public name; languages only where a question is asked."""

    language_chosen = Signal(str)
    staff_asked = Signal()

    def __init__(self, organisation: str, say: Translation, *, asks_language: bool) -> None:
        super().__init__()
        self._asks = asks_language
        self._name = ElidedLabel(organisation, "h3")
        self._name.setAlignment(leading(right_to_left=say.right_to_left))
        self.staff = BigButton(say.gettext("Staff"), GHOST, "lock")
        self.staff.clicked.connect(self.staff_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(theme.px(28), theme.px(10), theme.px(12), theme.px(10)))
        row.setSpacing(theme.px(10))
        row.addWidget(Mark(30))
        row.addWidget(self._name, 1)
        if asks_language:
            row.addWidget(self._make_languages(say))
        row.addWidget(_trailing(self.staff), 1 if asks_language else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The mark alone where name, languages and the way out would not stand side by side."""
        super().resizeEvent(event)
        self._name.setVisible(not self._asks or self.width() >= theme.px(_ROOM))

    def _make_languages(self, say: Translation) -> Segments:
        known = [Choice(one.code, one.name) for one in languages()]
        chooser = Segments(say.gettext("Language"), known)
        chooser.set_value(say.language)
        chooser.setMinimumHeight(HEIGHT + 4)
        for segment in chooser.findChildren(Segment):
            segment.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        chooser.chosen.connect(self.language_chosen)
        return chooser


def _trailing(button: QWidget) -> QWidget:
    """The button at the end of as much room as the name has, so that what is between them stands in the middle."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(button)
    return box
