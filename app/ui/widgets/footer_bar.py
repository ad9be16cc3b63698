"""The bar under a page that never scrolls: what is so, and the buttons that decide."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import leading
from app.ui.widgets.text import IconLabel, Label, Line


class FooterBar(QFrame):
    """A sentence with an icon on the leading side, buttons on the trailing side, the primary one last."""

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._icon_place = QHBoxLayout()
        self._icon: IconLabel | None = None
        self.sentence = Label("", "muted", wraps=True)
        self.sentence.setAlignment(leading())
        self._row = QHBoxLayout()
        self._row.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(10))
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(self._icon_place)
        self._row.addWidget(self.sentence, 1)
        for button in buttons:
            self._row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Line())
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
