"""The five faces, drawn by us in one stroke and one colour, so that no answer looks like the right one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

FACES = {"face-1": -1.0, "face-2": -0.5, "face-3": 0.0, "face-4": 0.5, "face-5": 1.0}
"""How far each mouth is bent: down, straight, up."""
_STROKE = 1.9 / 24


def draw_face(painter: QPainter, box: QRectF, face: str, ink: QColor) -> None:
    """Draw one of the faces into a square; the same face whichever way the screen is read."""
    unit, bend = box.width() / 24, FACES[face]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, box.width() * _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawEllipse(box.center(), 10 * unit, 10 * unit)
    painter.drawPath(_mouth(box.center(), unit, bend))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for side in (-1, 1):
        painter.drawEllipse(box.center() + QPointF(3.3 * side, -2.6) * unit, 1.15 * unit, 1.15 * unit)
    painter.restore()


def _mouth(middle: QPointF, unit: float, bend: float) -> QPainterPath:
    """A line that is bent by how it goes; the happiest and the saddest are open."""
    half, low = 4.6 * unit, middle.y() + (3.6 - 1.4 * bend) * unit
    deep = low + 5.4 * bend * unit
    path = QPainterPath(QPointF(middle.x() - half, low))
    path.quadTo(QPointF(middle.x(), deep), QPointF(middle.x() + half, low))
    if abs(bend) == 1:
        path.closeSubpath()
    return path
