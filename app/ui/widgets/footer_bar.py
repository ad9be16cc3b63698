"""The bar under a page that never scrolls: what is so, and the buttons that decide."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import leading
from app.ui.widgets.text import IconLabel, Label, Line

_LEAST_WORDS = 190
"""Px at 100 % that a sentence needs beside the buttons; with less it stands above them."""


class FooterBar(QFrame):
    """A sentence with an icon on the leading side, buttons on the trailing side, the primary one last.

    Where they have no room side by side the sentence stands above: no button is ever cut.
    """

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._icon: IconLabel | None = None
        self.sentence = Label("", "muted", wraps=True)
        self.sentence.setAlignment(leading())
        self._told, self._icon_place = QWidget(), QHBoxLayout()
        words = QHBoxLayout(self._told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.px(8))
        words.addLayout(self._icon_place)
        words.addWidget(self.sentence, 1)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(10))
        self._row.setSpacing(theme.px(8))
        self._above = QHBoxLayout()
        self._above.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._row.addWidget(self._told, 1)
        for button in buttons:
            self._row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Line())
        layout.addLayout(self._above)
        layout.addLayout(self._row)

    def say(self, sentence: str, icon: str = "", tone: str = "") -> None:
        """Show a sentence, such as "Saved on this computer at 10:42"; `tone` good, warn, bad or empty."""
        if self._icon is not None:
            self._icon_place.removeWidget(self._icon)
            self._icon.deleteLater()
        self._icon = IconLabel(icon, tone or "muted", 18) if icon else None
        if self._icon is not None:
            self._icon_place.addWidget(self._icon)
        self.sentence.setText(sentence)
        self.sentence.set_tone("" if tone == "good" else tone)

    def put_first(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget, such as a Back button or a comment field, on the leading side."""
        self._row.insertWidget(0, widget, stretch)

    def is_stacked(self) -> bool:
        """Whether the sentence stands above the buttons."""
        return self._row.indexOf(self._told) < 0

    def event(self, event: QEvent) -> bool:
        """Buttons that come or go make room, or need it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sentence beside the buttons or above them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        above = bool(self.sentence.text()) and self.width() < self._needed()
        if above == self.is_stacked():
            return
        if above:
            place = self._row.indexOf(self._told)
            self._row.removeWidget(self._told)
            self._row.insertStretch(place, 1)
            self._above.addWidget(self._told)
        else:
            self._above.removeWidget(self._told)
            place = next(n for n in range(self._row.count()) if self._row.itemAt(n).spacerItem() is not None)
            self._row.takeAt(place)
            self._row.insertWidget(place, self._told, 1)
        self._above.setContentsMargins(theme.px(24), theme.px(10) if above else 0, theme.px(24), 0)

    def _needed(self) -> int:
        """The width that buttons and sentence need side by side."""
        shown = [part for part in self._parts() if not part.isHidden()]
        sides = self._row.contentsMargins()
        words = theme.px(_LEAST_WORDS) + self._row.spacing() * len(shown)
        least = sum(min(part.minimumSizeHint().width(), part.maximumWidth()) for part in shown)
        return words + sides.left() + sides.right() + least

    def _parts(self) -> list[QWidget]:
        found = (self._row.itemAt(place).widget() for place in range(self._row.count()))
        return [part for part in found if part is not None and part is not self._told]
