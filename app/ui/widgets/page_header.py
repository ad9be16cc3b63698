"""The head of a page: title, one sentence, and at most two buttons of which one is primary."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.text import Label


class PageHeader(QWidget):
    """`role` is h1 for a whole page, h2 for a pane; what stands beside the title comes after the sentence."""

    def __init__(
        self, title: str, sentence: str = "", *beside: QWidget, role: str = "h1", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, role, wraps=True)
        self.sentence = Label(sentence, "muted" if role == "h1" else "small", wraps=True)
        if not sentence:
            self.sentence.hide()  # showing what has no parent yet would open a window of its own
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.px(8))
        for widget in beside:
            self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(words, 1)
        self._row.addLayout(self._beside)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what stands beside the title, which goes under it when there is little room."""
        least = super().minimumSizeHint()
        return QSize(max(self._beside.minimumSize().width(), theme.px(120)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the title where there is little room."""
        super().resizeEvent(event)
        tight = self.width() < self._beside.minimumSize().width() + theme.px(200)
        below = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if tight else QBoxLayout.Direction.LeftToRight)
        self._beside.setAlignment(Qt.AlignmentFlag.AlignLeading if tight else Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, title: str, sentence: str = "") -> None:
        """Change title and sentence."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
