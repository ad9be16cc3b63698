"""The steps of something long: done (filled, tick), current (ring, bold), to come (outline)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _, format_number
from app.ui.look import icons, theme
from app.ui.widgets.direction import leading, mirror, write

_INSET = 7
"""Room between the edge and the circle, so that the focus ring touches neither circle nor words."""


@dataclass(frozen=True)
class Step:
    """One step: its title and a short note below, such as "3 points need you"."""

    title: str
    note: str = ""


class Steps(QWidget):
    """A column of steps; those already reached can be pressed to go back to them."""

    chosen = Signal(int)
    """The place of the step a person went to, from 0."""

    def __init__(self, steps: Sequence[Step], current: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows: list[StepRow] = []
        self.set_steps(steps, current)

    def set_steps(self, steps: Sequence[Step], current: int) -> None:
        """Show these with `current` in force; everything before it is done. `len(steps)`: all are done."""
        while len(self._rows) > len(steps):
            self._rows.pop().deleteLater()
        while len(self._rows) < len(steps):
            row = StepRow(len(self._rows))
            row.clicked.connect(lambda _checked=False, place=row.place: self.chosen.emit(place))
            self._rows.append(row)
            self._layout.addWidget(row)
        for row, step in zip(self._rows, steps, strict=True):
            row.show_step(step, current, len(steps))


class StepRow(QPushButton):
    """One step, painted; its accessible name says which it is and how it stands."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._step, self._current, self._count = Step(""), 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, current: int, count: int) -> None:
        """Show this step as number `place` of `count`."""
        self._step, self._current, self._count = step, current, count
        reached = self.place <= current
        self.setEnabled(reached)
        self.setCursor(Qt.CursorShape.PointingHandCursor if reached else Qt.CursorShape.ArrowCursor)
        how = _("done") if self.place < current else _("current") if self.place == current else _("to come")
        told = _("{title}. {number} of {count}, {state}")
        place = {"number": format_number(self.place + 1), "count": format_number(count)}
        self.setAccessibleName(told.format(title=step.title, state=how, **place))
        self.setAccessibleDescription(step.note)
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(200), theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(26)
        circle = mirror(QRectF(_INSET, _INSET, side, side), self.rect())
        self._draw_circle(painter, circle)
        self._draw_way(painter, circle)
        start = _INSET + side + theme.px(12)
        words = QRectF(start, _INSET - 2, self.width() - start, theme.px(22))
        current = self.place == self._current
        painter.setPen(theme.colour("text" if self.place <= self._current else "muted"))
        painter.setFont(theme.font("body", 600 if current else 400))
        write(painter, mirror(words, self.rect()), leading(), self._step.title)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("caption"))
        note = words.translated(0, theme.px(20))
        write(painter, mirror(note, self.rect()), leading(), self._step.note)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -5), 6, 6)
        painter.end()

    def _draw_circle(self, painter: QPainter, circle: QRectF) -> None:
        done, current = self.place < self._current, self.place == self._current
        edge = "accent" if done or current else "line-strong"
        painter.setPen(QPen(theme.colour(edge), 2 if current else 1.5))
        painter.setBrush(theme.colour("accent" if done else "surface"))
        painter.drawEllipse(circle)
        if done:
            mark = icons.pixmap("check", "on-accent", 16)
            half = theme.px(16) / 2
            painter.drawPixmap(int(circle.center().x() - half), int(circle.center().y() - half), mark)
            return
        painter.setPen(theme.colour("accent-text" if current else "muted"))
        painter.setFont(theme.font("small", 600))
        write(painter, circle, Qt.AlignmentFlag.AlignCenter, str(self.place + 1))

    def _draw_way(self, painter: QPainter, circle: QRectF) -> None:
        if self.place == self._count - 1:
            return
        passed = self.place < self._current
        painter.setPen(QPen(theme.colour("accent" if passed else "line"), 2))
        middle = round(circle.center().x())
        painter.drawLine(middle, round(circle.bottom()) + 2, middle, self.height())
