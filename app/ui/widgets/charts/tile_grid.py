"""The 23 objectives as tiles in 6, 4, 3 or 2 columns, with the switch "Chosen / All 23" to put in a heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.charts.heat_tile import HeatTile, Tile
from app.ui.widgets.direction import mirror, mirrored
from app.ui.widgets.segments import Segments
from app.ui.words.choice import Choice

CHOSEN = "chosen"
ALL = "all"
_TALLEST = 112
"""A tile is a tile, also where there are few."""
_COLUMNS = ((560, 6), (380, 4), (280, 3), (0, 2))
"""Least width in px at 100 %, columns."""


class TileGrid(QWidget):
    """Tiles that are walked with the arrow keys; `switch` is a Segments that the page places where it likes."""

    opened = Signal(int)
    """The number of the objective whose tile was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = (Choice(CHOSEN, _("Chosen")), Choice(ALL, _("All 23")))
        self.switch = Segments(_("Which objectives to show"), choices)
        self._tiles: list[HeatTile] = []
        self._key = HeatKey()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self.switch.chosen.connect(lambda _code: self._arrange())

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these; tiles that were there keep their focus."""
        if [known.tile.number for known in self._tiles] == [tile.number for tile in tiles]:
            for known, tile in zip(self._tiles, tiles, strict=True):
                known.set_tile(tile)
        else:
            self._make(tiles)
        self._arrange()

    def count(self) -> int:
        """How many tiles are shown."""
        return len(self._shown())

    def minimumSizeHint(self) -> QSize:
        """As wide as two columns: the others are made when there is room."""
        return QSize(theme.px(190), self._grid.minimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        shown = self._shown()
        step = self._step(event.key())
        here = next((place for place, tile in enumerate(shown) if tile.hasFocus()), -1)
        if not step or here < 0:
            super().keyPressEvent(event)
            return
        place = here + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange()

    def _step(self, key: int) -> int:
        ahead = -1 if mirrored() else 1
        across = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}
        along = {Qt.Key.Key_Down: self._columns, Qt.Key.Key_Up: -self._columns}
        return (across | along).get(Qt.Key(key), 0)

    def _make(self, tiles: Sequence[Tile]) -> None:
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._tiles = [HeatTile(tile, self) for tile in tiles]
        for tile in self._tiles:
            tile.setMaximumHeight(theme.px(_TALLEST))
            tile.clicked.connect(lambda _checked=False, number=tile.tile.number: self.opened.emit(number))

    def _shown(self) -> list[HeatTile]:
        everything = self.switch.value() == ALL
        return [tile for tile in self._tiles if everything or tile.tile.chosen]

    def _fitting(self) -> int:
        return next(columns for least, columns in _COLUMNS if self.width() >= theme.px(least))

    def _arrange(self) -> None:
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns, shown = self._fitting(), self._shown()
        for thing in (*self._tiles, self._key):
            self._grid.removeWidget(thing)
            thing.setVisible(thing in shown)
        for place, tile in enumerate(shown):
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 1)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        last = len(shown)
        self._grid.setRowStretch(last // self._columns + 1, 1)
        if last:
            self._grid.addWidget(self._key, last // self._columns, last % self._columns)
            self._key.show()


class HeatKey(QWidget):
    """The six shades, from fewer to more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Fewer to more"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(90), theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        middle = self.rect().center().y()
        words = QRectF(0, middle - theme.px(22), self.width(), theme.px(18))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.accessibleName())
        side, gap = theme.px(11), theme.px(4)
        start = (self.width() - 6 * side - 5 * gap) / 2
        painter.setPen(QPen(theme.colour("line"), 1))
        for step in range(6):
            painter.setBrush(theme.colour(f"heat-{step}"))
            cell = QRectF(start + step * (side + gap), middle + 2, side, side)
            painter.drawRoundedRect(mirror(cell, self.rect()), 2, 2)
        painter.end()
