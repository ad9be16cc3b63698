"""A scroll area that a page or a form sits in, so that it never forces the window wider or taller."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.look import theme

MARGIN = 24


class Scrolling(QScrollArea):
    """`body` with the page margin around it; the field that gets the focus is scrolled into sight."""

    def __init__(self, body: QWidget, parent: QWidget | None = None, *, margin: int = MARGIN) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside = _Inside()
        inside.setObjectName("scrolled")
        self.setWidget(inside)  # while empty: it is measured here, and what was measured is styled anew at each move
        edge = theme.px(margin)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(edge, theme.px(min(margin, 16)), edge, edge // 2)
        layout.addWidget(body)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def event(self, event: QEvent) -> bool:
        """Measure what is inside once it is in sight, not each time that a page which is being built moves it."""
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def _show_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.widget() is not None and self.widget().isAncestorOf(new):
            self.ensureWidgetVisible(new, 8, 48)


class _Inside(QWidget):
    """What scrolls. Qt adds up the least heights as if each text had its least width: nothing may scroll by that."""

    def minimumSizeHint(self) -> QSize:
        """As wide as its parts need, and as tall as they are at the width it has."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return QSize(least.width(), layout.totalHeightForWidth(max(self.width(), least.width())))
