"""The head of a list in a pane: title and one button in a line, a sentence below over the whole width."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.text import Label


class ListHead(QWidget):
    """A PageHeader for the width of a list, where its button would be put below."""

    def __init__(self, title: str, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label("", "small", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Label(title, "h2", wraps=True), 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.sentence)

    def set_sentence(self, sentence: str) -> None:
        """Change the sentence; an empty one takes no room."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
