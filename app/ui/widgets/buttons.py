"""Buttons by kind: primary (one per page), secondary, ghost (text only), danger, bar (top bar), icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.look import icons, theme
from app.ui.widgets.direction import mirrored

PRIMARY = "primary"
SECONDARY = "secondary"
GHOST = "ghost"
DANGER = "danger"
BAR = "bar"
_INK = {PRIMARY: "on-accent", SECONDARY: "text", GHOST: "accent-text", DANGER: "bad", BAR: "muted"}
_ICON = 18
_GAP = 6
"""Qt leaves 4 px between icon and text and nothing can change it: the pixmap is padded instead."""


class Button(QPushButton):
    """A button that names its consequence ("Send 14 activities"); Enter presses it like Space does."""

    def __init__(self, text: str, kind: str = SECONDARY, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAccessibleName(text.replace("&", ""))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if icon:
            self.set_icon(icon)

    def make_large(self) -> Button:
        """The same button, taller: for the few on a screen of their own."""
        self.setProperty("large", "true")
        return self

    def set_text(self, text: str) -> None:
        """Change the words, and the accessible name with them."""
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))

    def set_icon(self, name: str) -> None:
        """Put an icon before the words."""
        ink = _INK[str(self.property("kind"))]
        drawn = _padded(icons.pixmap(name, ink, _ICON))
        made = QIcon(drawn)
        made.addPixmap(_padded(icons.pixmap(name, "faint", _ICON)), QIcon.Mode.Disabled)
        self.setIcon(made)
        self.setIconSize(drawn.deviceIndependentSize().toSize())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(QPushButton):
    """A square button with an icon only; `name` is its tooltip and accessible name."""

    def __init__(self, icon: str, name: str, colour: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setIcon(icons.icon(icon, colour, _ICON))
        self.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)


def in_row(*buttons: QWidget) -> QHBoxLayout:
    """Buttons beside each other, where a line starts."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _padded(drawn: QPixmap) -> QPixmap:
    """The pixmap with room on its trailing side."""
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(_GAP * ratio), drawn.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(_GAP if mirrored() else 0, 0, drawn)
    painter.end()
    return wider
