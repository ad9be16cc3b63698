"""The mark and the name of the program, and the initials of the person at work."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.look import theme
from app.ui.widgets.text import Label

NAME = "Groundwork"
"""The name of the program; it is the same in every language."""


class Mark(QWidget):
    """Three layers on the accent colour; a logo, so it is never mirrored."""

    def __init__(self, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = theme.px(size)
        self.setFixedSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        draw_mark(painter, QRectF(self.rect()))
        painter.end()


def draw_mark(painter: QPainter, box: QRectF) -> None:
    """Draw the mark into a square."""
    unit = box.width() / 28
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, 7 * unit, 7 * unit)
    for top, half, strength in ((7.5, 4, 1.0), (13, 6.5, 0.85), (18.5, 9, 0.6)):
        shade = theme.colour("on-accent")
        shade.setAlphaF(strength)
        painter.setBrush(shade)
        layer = QRectF(box.left() + (14 - half) * unit, box.top() + top * unit, 2 * half * unit, 3.2 * unit)
        painter.drawRoundedRect(layer, 1.6 * unit, 1.6 * unit)


class Brand(QWidget):
    """Mark and name at the head of the sidebar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        self._name = Label(NAME, "h3")
        self._row.addWidget(Mark())
        self._row.addWidget(self._name, 1)

    def set_narrow(self, narrow: bool) -> None:
        """The mark only, or the name too."""
        self._name.setVisible(not narrow)
        side = theme.px(14 if narrow else 20)
        self._row.setContentsMargins(side, theme.px(3), side, theme.px(3))


class Initials(QWidget):
    """The first letters of a name on the soft accent; decoration, the name stands beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = initials(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(theme.px(32), theme.px(32)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1) if theme.is_contrast() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(theme.colour("accent-text"))
        painter.setFont(theme.font("caption", 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


def initials(name: str) -> str:
    """At most two first letters of the words of a name."""
    words = [word for word in name.split() if word[:1].isalnum()]
    chosen = words if len(words) < 3 else [words[0], words[-1]]
    return "".join(word[0] for word in chosen).upper()
