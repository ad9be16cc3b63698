"""How much of something is done, as a ring with the value as text in the middle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.widgets.direction import mirrored


class Ring(QWidget):
    """`done` of `total`; runs from the top along the reading direction. `name` says of what."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._done, self._total = name, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(0, 0)

    def set_value(self, done: int, total: int) -> None:
        """Show another state; a total of 0 is an empty ring."""
        self._done, self._total = done, total
        told = _("{name}: {done} of {total}")
        self.setAccessibleName(told.format(name=self._name, done=format_number(done), total=format_number(total)))
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(66), theme.px(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(6)
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        ground = "line-strong" if theme.is_contrast() else "sunken"
        painter.setPen(QPen(theme.colour(ground), width if ground == "sunken" else 1))
        painter.drawEllipse(box)
        if self._total:
            painter.setPen(QPen(theme.colour("accent"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            turn = round(360 * 16 * min(self._done / self._total, 1))
            painter.drawArc(box, 90 * 16, turn if mirrored() else -turn)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body", 600))
        words = _("{done}/{total}").format(done=format_number(self._done), total=format_number(self._total))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
