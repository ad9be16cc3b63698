"""A map in the window: its places are walked with the arrow keys, and a ring stands around the one that is current."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.charts import Box, Map
from app.charts.maps import laid
from app.i18n import _, isolate
from app.ui.look import theme, tokens
from app.ui.widgets.charts.chart import Screen, paint

NOWHERE = -1
_NARROW, _WIDE, _TALLEST = 260, 700, 0.6
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_ASIDE = 2.0
"""What lies aside of the way counts as this much further."""


class MapView(QWidget):
    """Never mirrored: west is left in every language, and so are the arrow keys."""

    moved = Signal(int)
    """The place of the stop, in the map, that the keys or the pointer went to."""
    opened = Signal(int)
    """Enter, or a double click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map = Map("", (), (), ())
        self._laid = laid(self._map, _NARROW, Screen())
        self._here = NOWHERE
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def set_map(self, drawn: Map) -> None:
        """Show this, at its first place; one without places cannot be walked."""
        self._map = drawn
        self._here = self._placed()[0] if drawn.placed else NOWHERE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if drawn.placed else Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._tell()

    def current(self) -> int:
        """The stop with the ring; NOWHERE where it stands on none."""
        return self._here

    def go_to(self, stop: int) -> None:
        """Put the ring around this stop; around none where that one is not on the map."""
        self._here = stop if stop in self._placed() else NOWHERE
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(_WIDE), round(self._laid.band.height))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(_NARROW), round(self._laid.band.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        key, placed = Qt.Key(event.key()), self._placed()
        if key in _WAYS and placed:
            self._walk(self._next(*_WAYS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and placed:
            self._walk(placed[0] if key == Qt.Key.Key_Home else placed[-1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._here != NOWHERE:
            self.opened.emit(self._here)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a sign goes there."""
        self._walk(self._under(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two of them show from what it is made."""
        if (stop := self._under(event.position())) != NOWHERE:
            self.opened.emit(stop)

    def event(self, event: QEvent) -> bool:
        """The tip over a sign says what is known of its place."""
        if event.type() == QEvent.Type.ToolTip:
            stop = self._under(QPointF(event.pos()))  # type: ignore[attr-defined]
            QToolTip.showText(event.globalPos(), self.sentence(stop), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def sentence(self, stop: int) -> str:
        """What is said of a stop; "" for none."""
        if stop == NOWHERE:
            return ""
        found = self._map.stops[stop]
        return _("{place}: {known}").format(place=isolate(found.label), known=found.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self._laid.band.shapes)
        if box := self._box(self._here):
            wide = theme.px(2)
            ring = QRectF(box.left, box.top, box.width, box.height).adjusted(-wide, -wide, wide, wide)
            strong = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if strong else "text"), wide if strong else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, tokens.RADIUS_CELL, tokens.RADIUS_CELL)
        painter.end()

    def focusInEvent(self, event: QEvent) -> None:
        """Whoever comes here hears where they are."""
        if self._here == NOWHERE and self._map.placed:
            self._walk(self._placed()[0])
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """The ring is thinner where the keys are elsewhere."""
        self.update()

    def _placed(self) -> list[int]:
        return [at for at, stop in enumerate(self._map.stops) if stop.at]

    def _box(self, stop: int) -> Box | None:
        placed = self._placed()
        return self._laid.signs[placed.index(stop)] if stop in placed else None

    def _under(self, point: QPointF) -> int:
        for stop, box in zip(self._placed(), self._laid.signs, strict=True):
            if box.left <= point.x() <= box.left + box.width and box.top <= point.y() <= box.top + box.height:
                return stop
        return NOWHERE

    def _next(self, across: float, down: float) -> int:
        """The nearest stop that way; the one where we are, if there is none."""
        here = self._box(self._here)
        if here is None:
            return self._placed()[0]
        found = []
        for stop, box in zip(self._placed(), self._laid.signs, strict=True):
            x, y = box.left - here.left, box.top - here.top
            along, aside = x * across + y * down, abs(x * down) + abs(y * across)
            if along > 1 and aside <= along * _ASIDE:
                found.append((along + aside * _ASIDE, stop))
        return min(found, default=(0.0, self._here))[1]

    def _walk(self, stop: int) -> None:
        if stop == NOWHERE:
            return
        self.go_to(stop)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence(stop)))
        self.moved.emit(stop)

    def _tell(self) -> None:
        self.setAccessibleName(self._map.title)
        self.setAccessibleDescription(self.sentence(self._here) or self._map.alt)

    def _lay_out(self) -> None:
        self._laid = laid(self._map, float(max(self.width(), theme.px(_NARROW))), Screen(), tallest=_TALLEST)
        self.setFixedHeight(max(round(self._laid.band.height), 1))
        self.update()
