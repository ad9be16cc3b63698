"""A part that is no wider than reads well, at the side where a line starts or in the middle."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look import theme


class Narrow(QWidget):
    """`part`, at most `width` px at 100 %. Under a bare maximum Qt reckons its height for the width it has not."""

    def __init__(self, part: QWidget, width: int, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        part.setMaximumWidth(theme.px(width))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if centred:
            row.addStretch(1)
        row.addWidget(part, 100)
        row.addStretch(1)
