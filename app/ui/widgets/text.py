"""Labels by role: the sizes and colours of the token table, on the interface side, for any script."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import leading, mirrored, trailing

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Label(QLabel):
    """Plain text in a role: h1 h2 h3 lead body strong muted small caption problem.

    `tone` (good, warn, bad, info, accent) colours it. The text may always be selected by program, never
    holds mark-up, and wraps if `wraps`. A label that wraps must live in a layout that can grow in height.
    """

    def __init__(self, text: str = "", role: str = "body", *, wraps: bool = False, tone: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setAlignment(leading(Qt.AlignmentFlag.AlignTop if wraps else Qt.AlignmentFlag.AlignVCenter))
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: str) -> None:
        """Change the colour; an empty tone takes it away."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def to_trailing(self) -> Label:
        """The same label, set against the side where a line ends."""
        self.setAlignment(trailing())
        return self

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; in a mirrored window Qt would indent each wrapped line by the space it ends in, and cut it."""
        if not (self.wordWrap() and mirrored()) or self.textInteractionFlags() & _SELECTABLE:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room, lines = self.contentsRect(), _wrapped(self)
        under = room.height() - lines.boundingRect().height()
        at = {Qt.AlignmentFlag.AlignTop: 0.0, Qt.AlignmentFlag.AlignBottom: under}
        upright = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        lines.draw(painter, QPointF(room.left(), room.top() + at.get(upright, under / 2)))


def _wrapped(label: QLabel) -> QTextLayout:
    """The lines of a label as wide as it is, each aligned as the label is and without the space that ends it."""
    side = QStyle.visualAlignment(label.layoutDirection(), label.alignment())
    option = QTextOption((side & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    found = QTextLayout(label.text().replace("\n", "\u2028"), label.font(), label)
    found.setTextOption(option)
    found.beginLayout()
    height = 0.0
    while (line := found.createLine()).isValid():
        line.setLineWidth(label.contentsRect().width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    found.endLayout()
    return found


class ElidedLabel(Label):
    """One line that ends in an ellipsis where it has no room; whole in the tooltip and for assistive tools."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__(text, role)
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut to the new width."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Line(QFrame):
    """A hairline between things, horizontal unless `upright`."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        width = theme.line_width()
        if upright:
            self.setFixedWidth(width)
        else:
            self.setFixedHeight(width)


class IconLabel(QLabel):
    """An icon that only decorates: no name, skipped by assistive tools."""

    def __init__(self, name: str, colour: str = "muted", size: int = 18) -> None:
        super().__init__()
        from app.ui.look import icons

        self.setPixmap(icons.pixmap(name, colour, size))
        self.setFixedSize(theme.px(size), theme.px(size))
