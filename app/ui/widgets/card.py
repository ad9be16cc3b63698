"""A card: surface, hairline, rounded; with an optional heading, a sentence, and something at the trailing end."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.text import Label


class Card(QFrame):
    """A box of one thing; `body` is its vertical layout. `aside` stands beside the heading (a switch, a button)."""

    def __init__(
        self, title: str = "", sentence: str = "", *, aside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        edge = theme.px(16)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme.px(8))
        self.sentence = Label(sentence, "caption", wraps=True)
        if title:
            self._head(title, aside)

    def add(self, thing: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout under what is there."""
        if isinstance(thing, QLayout):
            self.body.addLayout(thing, stretch)
        else:
            self.body.addWidget(thing, stretch)

    def set_sentence(self, text: str) -> None:
        """Change the sentence under the heading; an empty one takes no room."""
        self.sentence.setText(text)
        self.sentence.setVisible(bool(text))

    def _head(self, title: str, aside: QWidget | None) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, "h3"))
        words.addWidget(self.sentence)
        if not self.sentence.text():
            self.sentence.hide()  # showing what has no parent yet would open a window of its own
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if aside is not None:
            row.addWidget(aside)
        self.body.addLayout(row)
