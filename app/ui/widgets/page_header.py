"""The head of a page: title, one sentence, and at most two buttons of which one is primary."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

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
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.px(8))
        for widget in beside:
            self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(words, 1)
        self._row.addLayout(self._beside)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for each that stands beside the title; where room is short they go under it, in a column."""
        least = super().minimumSizeHint()
        widest = max((one.minimumSizeHint().width() for one in self._beside_widgets()), default=0)
        return QSize(max(widest, theme.px(120)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the title where there is little room, and below each other where there is less."""
        super().resizeEvent(event)
        beside = [one.minimumSizeHint().width() for one in self._beside_widgets()]
        needed = sum(beside) + self._beside.spacing() * max(len(beside) - 1, 0)
        tight, below = self.width() < needed + theme.px(200), QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(below if self.width() < needed else QBoxLayout.Direction.LeftToRight)
        self._row.setDirection(below if tight else QBoxLayout.Direction.LeftToRight)
        self._beside.setAlignment(Qt.AlignmentFlag.AlignLeading if tight else Qt.AlignmentFlag.AlignVCenter)

    def _beside_widgets(self) -> list[QWidget]:
        found = (self._beside.itemAt(at).widget() for at in range(self._beside.count()))
        return [one for one in found if one is not None and not one.isHidden()]

    def set_words(self, title: str, sentence: str = "") -> None:
        """Change title and sentence."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
