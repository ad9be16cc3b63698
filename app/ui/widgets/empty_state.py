"""What stands where a list would be: an icon, one sentence, and the action that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.text import IconLabel, Label


class EmptyState(QWidget):
    """Icon, title, sentence, and buttons side by side; in the middle of the room it gets."""

    def __init__(self, icon: str, title: str, sentence: str, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        heading, words = Label(title, "h3", wraps=True), Label(sentence, "muted", wraps=True)
        for label in (heading, words):
            label.setAlignment(middle | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(8))
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon, "accent", 34), 0, middle)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addLayout(row)
        layout.addStretch(2)
