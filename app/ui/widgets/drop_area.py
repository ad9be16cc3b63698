"""Where files and folders are dropped; a button beside it must do the same without a pointer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number
from app.ui.look import theme, tokens
from app.ui.widgets.text import IconLabel, Label


class DropArea(QWidget):
    """Says what may be dropped (`title`, and `note` while nothing is being read), and how far the reading is."""

    dropped = Signal(list)
    """The paths, as they were dropped."""

    def __init__(self, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self._rest = note
        self._title = Label(title, "strong", wraps=True)
        self._note = Label("", "caption", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel("download", "accent", 20))
        row.addLayout(words, 1)
        self.show_rest()

    def show_rest(self) -> None:
        """Nothing is being read."""
        self._note.setText(self._rest)

    def show_progress(self, done: int, total: int) -> None:
        """How many files were read."""
        words = _("Reading: {done} of {total}")
        self._note.setText(words.format(done=format_number(done), total=format_number(total)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if paths_in(event.mimeData()):
            self._show_over(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What was dragged went away."""
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        self._show_over(over=False)
        event.acceptProposedAction()
        self.dropped.emit(paths_in(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour("accent" if self._over else "line-strong")
        painter.setPen(
            QPen(edge, theme.line_width(), Qt.PenStyle.DashLine if not self._over else Qt.PenStyle.SolidLine)
        )
        painter.setBrush(theme.colour("accent-soft" if self._over else "surface"))
        radius = tokens.RADIUS_CARD
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()


def paths_in(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
