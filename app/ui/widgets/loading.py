"""What is shown while something is read: nothing for 300 ms, then grey bars, after 2 s a sentence, a number, Cancel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.direction import mirror
from app.ui.widgets.text import Label

BARS_MS = 300
WORDS_MS = 2_000
_WIDTHS = (0.62, 0.37, 0.86, 0.52, 0.5, 0.3)


class Loading(QWidget):
    """Grey bars for a list or form; the old content should stay until this is needed.

    Cancel is there only where it does something: where `stoppable` says that somebody listens to `cancelled`.
    """

    cancelled = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None, *, stoppable: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)
        self._drawn = False
        self._foot = QWidget()
        self.sentence = Label(sentence, "small")
        self.number = Label("", "small")
        self.cancel = Button(_("Cancel"), GHOST)
        self.cancel.setVisible(stoppable)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence)
        row.addWidget(self.number, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._foot)
        self._foot.hide()
        QTimer.singleShot(BARS_MS, self, self._draw_bars)
        QTimer.singleShot(WORDS_MS, self, self._foot.show)

    def show_progress(self, done: int, total: int) -> None:
        """How far it is; a total of 0 is not known."""
        words = _("{done} of {total}").format(done=format_number(done), total=format_number(total))
        self.number.setText(words if total else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        if not self._drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        top = theme.px(8)
        for place, part in enumerate(_WIDTHS):
            high = theme.px(14 if place % 2 == 0 else 10)
            bar = QRectF(theme.px(8), top, self.width() * part, high)
            painter.drawRoundedRect(mirror(bar, self.rect()), high // 2, high // 2)
            top += high + theme.px(8 if place % 2 == 0 else 22)
        painter.end()

    def _draw_bars(self) -> None:
        self._drawn = True
        self.update()
