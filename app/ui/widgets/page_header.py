"""The head of a page: title, one sentence, and at most two buttons of which one is primary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.text import Label


class PageHeader(QWidget):
    """`role` is h1 for a whole page, h2 for a pane; what stands beside the title comes after the sentence."""

    def __init__(
        self, title: str, sentence: str = "", *beside: QWidget, role: str = "h1", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, role, wraps=True)
        self.sentence = Label(sentence, "muted" if role == "h1" else "small", wraps=True)
        self.sentence.setVisible(bool(sentence))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addLayout(words, 1)
        for widget in beside:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, title: str, sentence: str = "") -> None:
        """Change title and sentence."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
