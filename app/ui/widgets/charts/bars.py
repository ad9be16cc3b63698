"""Bars that start at zero, the last one strong, each with its value as text; time runs along the reading direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _, format_list, format_number
from app.ui.look import theme
from app.ui.widgets.direction import mirror, write


@dataclass(frozen=True)
class Bar:
    """One bar; `value` None is not known and drawn as no bar, with a dash."""

    label: str
    value: int | None


class Bars(QWidget):
    """Upright bars; everything it shows is also its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, in the order in which they happened."""
        self._bars = tuple(bars)
        parts = [_("{label} {value}").format(label=bar.label, value=_words(bar)) for bar in bars]
        self.setAccessibleName(_("{name}: {values}").format(name=self._name, values=format_list(parts)))
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(300), theme.px(130))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(160), theme.px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        line, gap = painter.fontMetrics().height(), theme.px(6)
        room = self.height() - 2 * line - gap
        most = max((bar.value or 0 for bar in self._bars), default=0) or 1
        width = (self.width() + gap) / len(self._bars) - gap
        for place, bar in enumerate(self._bars):
            high = room * (bar.value or 0) / most
            column = QRectF(place * (width + gap), line + room - high, width, high)
            self._draw(painter, column, bar, strong=place == len(self._bars) - 1)
        painter.end()

    def _draw(self, painter: QPainter, column: QRectF, bar: Bar, *, strong: bool) -> None:
        box = mirror(column, self.rect())
        line = painter.fontMetrics().height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if strong else "heat-2"))
        if box.height() > 0:
            painter.drawRoundedRect(box, min(4, box.height() / 2), min(4, box.height() / 2))
        painter.setPen(theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignCenter
        write(painter, QRectF(box.left(), box.top() - line, box.width(), line), middle, _words(bar))
        painter.setPen(theme.colour("muted"))
        write(painter, QRectF(box.left(), self.height() - line, box.width(), line), middle, bar.label)


def _words(bar: Bar) -> str:
    return "–" if bar.value is None else format_number(bar.value)
