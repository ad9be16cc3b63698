"""An objective as a tile: number, short name, count, a tick if chosen; six shades, always with the number as text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.charts import step as step_of
from app.i18n import _, format_number, ngettext
from app.ui.look import icons, theme
from app.ui.widgets.direction import leading, mirror, trailing, write

_TOP = Qt.AlignmentFlag.AlignTop
_BOTTOM = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True)
class Tile:
    """What a tile shows; `count` None means nothing written yet, which is not zero."""

    number: int
    name: str
    count: int | None = None
    chosen: bool = False


class HeatTile(QPushButton):
    """A pressable tile; its accessible name is a whole sentence."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_tile(tile)

    def set_tile(self, tile: Tile) -> None:
        """Show another count or name."""
        self.tile = tile
        self.setAccessibleName(sentence(tile))
        self.setToolTip(sentence(tile))
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(110), theme.px(100))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(84), theme.px(76))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        step = step_of(self.tile.count or 0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edged = theme.is_contrast()
        painter.setPen(QPen(theme.colour("line"), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"heat-{step}"))
        painter.drawRoundedRect(box, 6, 6)
        self._write(painter, box.adjusted(theme.px(8), theme.px(5), -theme.px(8), -theme.px(5)), f"heat-ink-{step}")
        if self.hasFocus():
            _ring(painter, box, f"heat-{step}")
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, ink: str) -> None:
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("caption"))
        number = format_number(self.tile.number)
        write(painter, box, leading(_TOP), number)
        if self.tile.chosen:
            width = painter.fontMetrics().horizontalAdvance(number) + theme.px(5)
            mark = QRectF(box.left() + width, box.top() + 1, theme.px(14), theme.px(14))
            painter.drawPixmap(mirror(mark, box).topLeft(), icons.pixmap("check", ink, 14))
        write(painter, box, leading(_BOTTOM) | Qt.TextFlag.TextWordWrap, self.tile.name)
        painter.setFont(theme.font("body", 600))
        write(painter, box, trailing(_TOP), "–" if self.tile.count is None else format_number(self.tile.count))


def sentence(tile: Tile) -> str:
    """The tile in words."""
    if tile.count is None:
        words = _("{number} {name}: nothing written yet.")
    else:
        words = ngettext("{number} {name}: {count} activity.", "{number} {name}: {count} activities.", tile.count)
    told = words.format(number=format_number(tile.number), name=tile.name, count=format_number(tile.count or 0))
    return _("{sentence} Chosen.").format(sentence=told) if tile.chosen else told


def _ring(painter: QPainter, box: QRectF, ground: str) -> None:
    """A focus ring that is seen on every shade: the focus colour with a line of the surface inside."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(QPen(theme.colour("surface"), 1.5))
    painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5)
