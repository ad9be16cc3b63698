"""The first screen: the languages, each in its own name, and a sentence in that language that asks people in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import Language, Translation, languages, translation
from app.ui.kiosk.big_button import BigButton
from app.ui.kiosk.words import Words
from app.ui.look import theme
from app.ui.widgets.direction import write

_LEAST = QSize(170, 110)


class Welcome(QWidget):
    """Touching a language begins; nothing else is asked here."""

    chosen = Signal(str)

    def __init__(self, say: Translation) -> None:
        super().__init__()
        self.tongues = [Tongue(one) for one in languages()]
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addStretch(1)
        heading = Words(say.gettext("Tell us how we are doing"), "kiosk")
        self.setFocusProxy(heading)
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addStretch(2)
        for tongue in self.tongues:
            tongue.clicked.connect(lambda _checked=False, code=tongue.code: self.chosen.emit(code))
        self._arrange(3)

    def minimumSizeHint(self) -> QSize:
        """As wide as one language."""
        return QSize(self._widest(), self.layout().minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three beside each other, or as many as there is room for."""
        super().resizeEvent(event)
        room = max(1, (self.width() + 16) // (self._widest() + 16))
        if min(3, room) != self._columns:
            self._arrange(min(3, room))

    def _widest(self) -> int:
        return max(tongue.sizeHint().width() for tongue in self.tongues)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for place, tongue in enumerate(self.tongues):
            self._grid.addWidget(tongue, place // columns, place % columns)


class Tongue(BigButton):
    """A language: its name large, what it asks for below, both in itself."""

    def __init__(self, language: Language) -> None:
        self._name = language.name
        self._more = translation(language.code).gettext("Touch here to begin")
        super().__init__(f"{self._name}\n{self._more}")
        self.code = language.code
        self.setAccessibleName(f"{self._name}. {self._more}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        name, more = QFontMetrics(theme.font("h1", 600)), QFontMetrics(theme.font("lead"))
        width = max(name.horizontalAdvance(self._name), more.horizontalAdvance(self._more)) + theme.px(40)
        height = name.height() + more.height() + theme.px(40)
        return QSize(width, height).expandedTo(_LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_box(painter)
        high = QFontMetrics(theme.font("h1", 600)).height()
        low = QFontMetrics(theme.font("lead")).height()
        top = (self.height() - high - low - theme.px(4)) // 2
        painter.setFont(theme.font("h1", 600))
        painter.setPen(theme.colour("text"))
        write(painter, QRect(0, top, self.width(), high), Qt.AlignmentFlag.AlignCenter, self._name)
        painter.setFont(theme.font("lead"))
        painter.setPen(theme.colour("muted"))
        below = QRect(0, top + high + theme.px(4), self.width(), low)
        write(painter, below, Qt.AlignmentFlag.AlignCenter, self._more)
        painter.end()
