"""Bars that start at zero, the last one strong, each with its value as text; time runs along the reading direction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.charts import Bar, mirrored
from app.charts.timeline import columns
from app.i18n import _, format_list
from app.ui.look import theme, tokens
from app.ui.widgets.charts.chart import Screen, paint, rectangle
from app.ui.widgets.direction import mirrored as is_mirrored


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
        parts = [_("{label} {value}").format(label=bar.label, value=bar.text) for bar in bars]
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
        shapes = columns(self._bars, rectangle(QRectF(self.rect())), Screen())
        paint(painter, mirrored(shapes, self.width()) if is_mirrored() else shapes, radius=tokens.RADIUS_CELL)
        painter.end()
