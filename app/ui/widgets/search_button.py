"""The search line of the top bar: looks like a line to type in, opens the palette when it is pressed or typed at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.look import icons, theme
from app.ui.widgets.direction import leading, mirror, trailing, write

_MARK, _PAD = 16, 10


class SearchButton(QAbstractButton):
    """A button with a magnifier, words, and the keys that do the same."""

    typed = Signal(str)
    """A letter was typed while it has the focus."""

    def __init__(self, words: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(keys)
        self._keys = keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        words = QFontMetrics(theme.font("body"))
        keys = QFontMetrics(theme.font("caption")).horizontalAdvance(self._keys)
        wide = words.horizontalAdvance(self.text()) + keys + theme.px(4 * _PAD + _MARK)
        return QSize(wide, max(theme.px(36), words.height() + theme.px(10)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs: its words give way."""
        return QSize(theme.px(48), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it; a letter begins the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        text = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if text.strip() and text.isprintable() and not held:
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pen = QPen(theme.colour("line"), theme.line_width()) if theme.is_contrast() else Qt.PenStyle.NoPen
        painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else pen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(box, 8, 8)
        size, pad = theme.px(_MARK), theme.px(_PAD)
        mark = mirror(QRectF(box.left() + pad, box.center().y() - size / 2, size, size), box)
        painter.drawPixmap(mark.topLeft(), icons.pixmap("search", "muted", 16))
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("caption"))
        wide = painter.fontMetrics().horizontalAdvance(self._keys)
        room = box.width() - 3 * pad - size
        if self.width() >= self.sizeHint().width():
            keys = mirror(QRectF(box.right() - pad - wide, box.top(), wide, box.height()), box)
            write(painter, keys, trailing(), self._keys)
            room -= wide + pad
        painter.setFont(theme.font("body"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        place = mirror(QRectF(box.left() + 2 * pad + size, box.top(), room, box.height()), box)
        write(painter, place, leading(), words)
        painter.end()
