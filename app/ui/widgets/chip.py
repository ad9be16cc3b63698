"""A status in words, on its soft colour: Draft, Ready, In review, Changes asked, Approved."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import write

TONES = {
    "neutral": ("muted", "sunken"),
    "accent": ("accent-text", "accent-soft"),
    "good": ("good", "good-soft"),
    "warn": ("warn", "warn-soft"),
    "bad": ("bad", "bad-soft"),
    "info": ("info", "info-soft"),
}
"""Ink and ground of each tone."""


class Chip(QLabel):
    """One status; `tone` is neutral, accent, good, warn, bad or info and never the only sign."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setFont(theme.font("caption", 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_status(self, text: str, tone: str) -> None:
        """Show another status."""
        self._tone = tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return chip_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        draw_chip(painter, self.rect(), self.text(), self._tone)
        painter.end()

    def tone(self) -> str:
        """The tone in force."""
        return self._tone


def chip_size(text: str) -> QSize:
    """How much room a chip with these words takes."""
    metrics = QFontMetrics(theme.font("caption", 500))
    return QSize(metrics.horizontalAdvance(text) + theme.px(22), metrics.height() + theme.px(4))


def draw_chip(painter: QPainter, rect: QRect, text: str, tone: str) -> None:
    """Draw a chip into a rectangle, as delegates do."""
    ink, ground = TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = theme.is_contrast()
    painter.setPen(QPen(theme.colour(ink), 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    half = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), half - 0.5, half - 0.5)
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("caption", 500))
    write(painter, rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
