"""A yes or no with a sentence beside it that may wrap, which a check box's own text cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.text import Label


class CheckField(QWidget):
    """`sentence` is the accessible name of the box; a click on it ticks. `help` stands below."""

    edited = Signal()

    def __init__(self, sentence: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = QCheckBox()
        self.control.setAccessibleName(sentence)
        self.control.setAccessibleDescription(help)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._sentence, self._help = Label(sentence, wraps=True), Label(help, "caption", wraps=True)
        words.addWidget(self._sentence)
        words.addWidget(self._help)
        if not help:
            self._help.hide()  # showing what has no parent yet would open a window of its own
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(0, theme.px(7), 0, theme.px(4))
        row.addLayout(words, 1)
        self.setFocusProxy(self.control)
        self.control.clicked.connect(lambda _checked: self.edited.emit())

    def set_sentence(self, sentence: str) -> None:
        """Say it in other words, such as with another number."""
        self._sentence.setText(sentence)
        self.control.setAccessibleName(sentence)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.control.isChecked()

    def set_value(self, ticked: bool) -> None:
        """Tick it or not, without saying so."""
        self.control.setChecked(ticked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sentence ticks."""
        self.control.setFocus(Qt.FocusReason.MouseFocusReason)
        self.control.click()
