"""The buttons of the kiosk: high enough for any finger, words on two lines where they are long."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import icons, theme
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.direction import write

HEIGHT = 58
LEAST = 160
_ICON, _GAP, _WIDEST = 20, 10, 400
_INK = {PRIMARY: "on-accent", SECONDARY: "text", GHOST: "accent-text"}


class BigButton(Button):
    """Painted by itself, because its direction is that of the kiosk; `after` puts the icon behind the words."""

    def __init__(
        self, text: str, kind: str = SECONDARY, icon: str = "", *, after: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, parent=parent)
        self._icon, self._after, self._widest = icon, after, theme.px(_WIDEST)
        self.setFont(theme.font("lead", 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def narrowed(self, widest: int) -> BigButton:
        """The same button, with words on two lines where they are wider than this at 100 %."""
        self._widest = theme.px(widest)
        return self

    def sizeHint(self) -> QSize:
        """The room its words need, on two lines where one would be very long."""
        words = self._wrapped()
        least = 0 if self.property("kind") == GHOST else LEAST
        width = max(words.width() + theme.px(36) + self._icon_room(), least)
        return QSize(width, max(HEIGHT, words.height() + theme.px(22)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_box(painter)
        ink = _INK[str(self.property("kind"))] if self.isEnabled() else "faint"
        words = self._wrapped()
        room = words.width() + self._icon_room()
        start = (self.width() - room) // 2
        first = self._icon_room() if not self._after else 0
        at = QRect(start + first, 0, words.width(), self.height())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(theme.font("lead", 500))
        painter.setPen(theme.colour(ink))
        box = self._mirrored(at) if mirrored else at
        write(painter, box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        if self._icon:
            size = theme.px(_ICON)
            place = QRect(start + (words.width() + theme.px(_GAP) if self._after else 0), 0, size, size)
            place.moveTop((self.height() - size) // 2)
            drawn = icons.pixmap(self._icon, ink, _ICON, mirrored=mirrored)
            painter.drawPixmap((self._mirrored(place) if mirrored else place).topLeft(), drawn)
        painter.end()

    def paint_box(self, painter: QPainter) -> None:
        """Paint ground, edge and focus."""
        kind, box = self.property("kind"), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        over = self.underMouse() and self.isEnabled()
        fill = {PRIMARY: "accent-hover" if over else "accent", SECONDARY: "sunken" if over else "surface"}
        shade = "sunken" if not self.isEnabled() else fill.get(kind, "accent-soft" if over else "")
        painter.setBrush(theme.colour(shade) if shade else Qt.BrushStyle.NoBrush)
        edge = QPen(theme.colour("line-strong"), theme.line_width()) if kind == SECONDARY else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.drawRoundedRect(box, 12, 12)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawRoundedRect(box, 12, 12)
            if kind == PRIMARY:
                painter.setPen(QPen(theme.colour("on-accent"), 2))
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 9, 9)

    def _mirrored(self, box: QRect) -> QRect:
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())

    def _icon_room(self) -> int:
        return theme.px(_ICON) + theme.px(_GAP) if self._icon else 0

    def _wrapped(self) -> QSize:
        metrics = QFontMetrics(theme.font("lead", 500))
        room = QRect(0, 0, self._widest, 10_000)
        found = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return QSize(found.width() + 2, found.height())
