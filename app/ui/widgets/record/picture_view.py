"""A picture from memory, shown whole at first; larger and smaller by buttons, keys, and the wheel with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, Button, IconButton
from app.ui.widgets.text import Label

_STEP = 1.25
_LARGEST = 4.0
_LEAST = QSize(220, 140)


class PictureView(QScrollArea):
    """Fits its picture into the room there is, until somebody makes it larger; then the arrow keys move it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole, self._zoom = QPixmap(), 0.0
        self._drawn = QLabel()
        self._drawn.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(theme.px(_LEAST.width()), theme.px(_LEAST.height()))
        self.setWidget(self._drawn)
        self.larger = IconButton("plus", _("Larger ({key})").format(key="Ctrl++"))
        self.smaller = IconButton("minus", _("Smaller ({key})").format(key="Ctrl+-"))
        self.fit = Button(_("Show it whole"), GHOST)
        self.fit.setToolTip(_("Show it whole ({key})").format(key="Ctrl+0"))
        self.told = Label("", "small")
        self.larger.clicked.connect(lambda: self._scale(_STEP))
        self.smaller.clicked.connect(lambda: self._scale(1 / _STEP))
        self.fit.clicked.connect(lambda: self._set(0.0))

    def bar(self) -> QHBoxLayout:
        """The buttons, and how large the picture is; their keys work in the window that they are put in."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for part in (self.smaller, self.told, self.larger, self.fit):
            row.addWidget(part)
        return row

    def listen(self, window: QWidget) -> None:
        """Take the keys in this window."""
        for keys, button in ((("Ctrl++", "Ctrl+="), self.larger), (("Ctrl+-",), self.smaller), (("Ctrl+0",), self.fit)):
            shortcut = QShortcut(window)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(button.click)

    def show_picture(self, whole: QPixmap, name: str) -> None:
        """Show this picture whole; `name` is what assistive tools read in its place."""
        self._whole = whole
        self.setAccessibleName(name)
        self._drawn.setAccessibleName(name)
        self._set(0.0)

    def zoom(self) -> float:
        """Shown size to true size."""
        return self._zoom or self._fitting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture that is shown whole stays whole."""
        super().resizeEvent(event)
        self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel: larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._scale(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
            return
        super().wheelEvent(event)

    def _scale(self, times: float) -> None:
        wanted = min(self.zoom() * times, _LARGEST)
        self._set(wanted if wanted > self._fitting() else 0.0)

    def _set(self, zoom: float) -> None:
        self._zoom = zoom
        self._draw()

    def _fitting(self) -> float:
        if self._whole.isNull():
            return 1.0
        room, size = self.maximumViewportSize(), self._true_size()
        return min(room.width() / size.width(), room.height() / size.height(), 1.0)

    def _true_size(self) -> QSize:
        return (self._whole.size() / self.devicePixelRatioF()).expandedTo(QSize(1, 1))

    def _draw(self) -> None:
        if self._whole.isNull():
            return
        zoom, ratio = self.zoom(), self.devicePixelRatioF()
        size = (self._whole.size() * zoom).expandedTo(QSize(1, 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        drawn = self._whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        drawn.setDevicePixelRatio(ratio)
        self._drawn.setPixmap(drawn)
        self._drawn.resize(drawn.deviceIndependentSize().toSize())
        self.told.setText(_("{percent} %").format(percent=format_number(round(zoom * 100))))
        self.larger.setEnabled(zoom < _LARGEST)
        self.smaller.setEnabled(bool(self._zoom))
        self.fit.setEnabled(bool(self._zoom))
