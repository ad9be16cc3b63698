"""Charts in the window: the shapes of `app.charts` painted from the tokens in force; also a chart as a widget."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.charts import Area, Band, Bars, Box, Edge, Fill, Shape, Stacked, Stroke, Timeline, Words, mirrored
from app.charts.rows import bars, stacked
from app.charts.timeline import timeline
from app.i18n import format_number
from app.ui.look import theme
from app.ui.widgets import direction

_FONTS = {"label": ("small", 0), "value": ("small", 600), "mark": ("caption", 500), "key": ("caption", 0)}
_UNBROKEN, _NARROW = 1_000_000.0, 260


class Screen:
    """What words measure in the window, for whoever lays out a chart."""

    def width(self, text: str, role: str) -> float:
        """The width of a text in one line."""
        return self._metrics(role).horizontalAdvance(text) + 1

    def height(self, text: str, role: str, room: float) -> float:
        """The height of a text that is broken to this width."""
        box = QRectF(0, 0, room, _UNBROKEN)
        return self._metrics(role).boundingRect(box, int(Qt.TextFlag.TextWordWrap), text).height()

    def number(self, value: int) -> str:
        """A number as the language of the window writes it."""
        return format_number(value)

    def _metrics(self, role: str) -> QFontMetricsF:
        return QFontMetricsF(theme.font(*_FONTS[role]))


def paint(painter: QPainter, shapes: Iterable[Shape], *, radius: float = 0.0) -> None:
    """Paint shapes where they stand; the corners of boxes are rounded by `radius`."""
    for shape in shapes:
        if isinstance(shape, Stroke):
            painter.setPen(QPen(theme.colour(shape.ink), max(shape.width, 0.6)))
            painter.drawLine(QPointF(*shape.start), QPointF(*shape.end))
        elif isinstance(shape, Words):
            _write(painter, shape)
        elif isinstance(shape, Area):
            _lay(painter, shape)
        else:
            _draw(painter, shape, radius)


def rectangle(box: QRectF) -> Box:
    """A place of the window as a place of a chart."""
    return Box(box.left(), box.top(), box.width(), box.height())


class Chart(QWidget):
    """A chart that is as high as it needs to be; everything it shows is also its accessible name."""

    _BESIDE = 0
    """Free room at both sides, in px at 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block: Bars | Stacked | Timeline = Bars("", ())
        self._bands: tuple[Band, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chart(self, block: Bars | Stacked | Timeline) -> None:
        """Show this; its title stands above it, in whatever the chart lies in."""
        self._block = block
        self.setAccessibleName(block.title)
        self.setAccessibleDescription(block.alt)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(420), round(sum(band.height for band in self._bands)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(_NARROW), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew: labels break differently."""
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(theme.px(self._BESIDE), 0)
        for band in self._bands:
            shapes = mirrored(band.shapes, self._room()) if direction.mirrored() else band.shapes
            paint(painter, shapes)
            painter.translate(0, band.height)
        painter.end()

    def _room(self) -> float:
        return float(max(self.width(), theme.px(_NARROW)) - 2 * theme.px(self._BESIDE))

    def _lay_out(self) -> None:
        width = self._room()
        if isinstance(self._block, Bars):
            self._bands = bars(self._block, width, Screen())
        elif isinstance(self._block, Stacked):
            self._bands = stacked(self._block, width, Screen())
        else:
            self._bands = timeline(self._block, width, Screen())
        self.setFixedHeight(self.sizeHint().height())
        self.update()


def _lay(painter: QPainter, ground: Area) -> None:
    painter.setPen(QPen(theme.colour(ground.edge), max(ground.width, 0.6)))
    painter.setBrush(theme.colour(ground.ink))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in ground.points]))


def _draw(painter: QPainter, shape: Fill | Edge, radius: float) -> None:
    box = QRectF(shape.box.left, shape.box.top, shape.box.width, shape.box.height)
    painter.setPen(
        QPen(theme.colour(shape.ink), max(shape.width, 1.0)) if isinstance(shape, Edge) else Qt.PenStyle.NoPen
    )
    painter.setBrush(theme.colour(shape.ink) if isinstance(shape, Fill) else Qt.BrushStyle.NoBrush)
    corner = min(radius, box.height() / 2)
    painter.drawRoundedRect(box, corner, corner)


def _write(painter: QPainter, words: Words) -> None:
    painter.setFont(theme.font(*_FONTS[words.role]))
    painter.setPen(theme.colour(words.ink))
    box = QRectF(words.box.left, words.box.top, words.box.width, words.box.height)
    middle = Qt.AlignmentFlag.AlignVCenter
    sides = {"start": direction.leading(middle), "end": direction.trailing(middle)}
    where = sides.get(words.align, Qt.AlignmentFlag.AlignCenter)
    direction.write(painter, box, where | Qt.TextFlag.TextWordWrap, words.text)
