"""One sentence above a page or form, with at most two buttons; it can be closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.text import IconLabel, Label

_ICONS = {"info": "info-circle", "warn": "alert-triangle", "bad": "alert-octagon", "good": "circle-check"}


class Banner(QFrame):
    """`kind` is info, warn, bad or good; `title` in bold above the sentence may be empty."""

    closed = Signal()

    def __init__(
        self, kind: str, sentence: str, *, title: str = "", closable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        edge = f"2px solid {theme.colour(kind).name()}" if theme.is_contrast() else "none"
        ground = theme.colour(f"{kind}-soft").name()
        self.setStyleSheet(f"QFrame#banner {{ background: {ground}; border-radius: 8px; border: {edge}; }}")
        self._row = QHBoxLayout(self)
        side = theme.px(12)
        self._row.setContentsMargins(side, theme.px(10), side, theme.px(10))
        self._row.setSpacing(theme.px(10))
        self._row.addWidget(IconLabel(_ICONS[kind], kind, 20))
        self._title, self._sentence = title, Label(sentence, wraps=True)
        self._row.addLayout(self._words(), 1)
        self.say(sentence)
        if closable:
            close = IconButton("x", _("Close this message"))
            close.clicked.connect(self._close)
            self._row.addWidget(close)

    def add_button(self, button: Button) -> Button:
        """Put a button (at most two) before the closing mark."""
        self._row.insertWidget(2, button)
        button.show()
        return button

    def say(self, sentence: str) -> None:
        """Say something else; "" leaves the title alone."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        words = _("{title}. {sentence}").format(title=self._title, sentence=sentence)
        self.setAccessibleName(words if self._title and sentence else sentence or self._title)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        if self._title:
            column.addWidget(Label(self._title, "strong", wraps=True))
        column.addWidget(self._sentence)
        return column

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
