"""One objective as a row: icon, number and name, a sentence, a check box; a check box to assistive tools."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.compact import Objective
from app.i18n import _
from app.ui.look import icons, theme
from app.ui.objectives.wording import name, sentence
from app.ui.widgets.chip import chip_size, draw_chip
from app.ui.widgets.direction import leading, mirror, write

_PAD, _ICON, _BOX = 12, 40, 22
_WRAPPED = Qt.TextFlag.TextWordWrap


class ObjectiveRow(QCheckBox):
    """Space ticks, Enter shows; the one that the side panel explains stands on the soft accent."""

    reached = Signal(int)
    """A person went to it, by key or pointer."""
    shown = Signal(int)
    """Enter was pressed on it."""

    def __init__(self, objective: Objective, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.objective = objective
        self._name, self._sentence, self._place, self._current = name(objective), "", 0, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def explain(self, words: str) -> None:
        """Show the plain sentence or the official text."""
        self._sentence = sentence(self.objective, words)
        self._tell()
        self.updateGeometry()
        self.update()

    def show_choice(self, place: int | None) -> None:
        """None: not chosen; 1 to 3: a main one; 0: chosen."""
        self._place = place or 0
        self.setChecked(place is not None)
        self._tell()
        self.update()

    def set_current(self, current: bool) -> None:
        """Whether the side panel explains this one; only this one is reached by Tab."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its two texts."""
        room = self._room(width)
        wrapped = QFontMetrics(theme.font("small")).boundingRect(0, 0, room, 10_000, int(_WRAPPED), self._sentence)
        return max(_title_line() + wrapped.height() + theme.px(2 * _PAD), theme.px(_ICON + 2 * _PAD))

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(420), self.heightForWidth(theme.px(420)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(220), theme.px(_ICON + 2 * _PAD))

    def hitButton(self, pos: QPoint) -> bool:
        """Only the box ticks; elsewhere a click shows."""
        return QRectF(self._box()).adjusted(-10, -10, 10, 10).contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that it was reached."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.reached.emit(self.objective.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows; Space ticks, as every check box does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.shown.emit(self.objective.number)
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()  # the list walks; a check box of its own would go to its neighbour by Tab order
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_icon(painter)
        self._draw_words(painter)
        self._draw_box(painter)
        painter.end()

    def _tell(self) -> None:
        told = _("{name}. {sentence}").format(name=self._name, sentence=self._sentence)
        self.setAccessibleName(
            _("{told} Main one {place}.").format(told=told, place=self._place) if self._place else told
        )

    def _room(self, width: int) -> int:
        return max(width - theme.px(4 * _PAD + _ICON + _BOX), theme.px(60))

    def _box(self) -> QRectF:
        side, pad = theme.px(_BOX), theme.px(_PAD)
        return mirror(QRectF(self.width() - pad - side, (self.height() - side) / 2, side, side), self.rect())

    def _draw_ground(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        width = 2 if chosen or theme.is_contrast() else 1
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.colour("accent-soft" if self._current else "surface"))
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), width))
        painter.drawRoundedRect(box, 8, 8)
        if self._current and theme.is_contrast():  # where no shade tells which one the panel explains, a bar does
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            bar = QRectF(box.left() + 5, box.top() + 8, 4, box.height() - 16)
            painter.drawRect(mirror(bar, self.rect()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 7, 7)

    def _draw_icon(self, painter: QPainter) -> None:
        side, pad = theme.px(_ICON), theme.px(_PAD)
        square = mirror(QRectF(pad, (self.height() - side) / 2, side, side), self.rect())
        chosen = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface" if self._current else "accent-soft" if chosen else "sunken"))
        painter.drawRoundedRect(square, 7, 7)
        mark, half = icons.pixmap(icons.objective(self.objective.number), "accent" if chosen else "muted", 22), 11
        middle = square.center() - QRectF(0, 0, theme.px(half), theme.px(half)).bottomRight()
        painter.drawPixmap(middle, mark)

    def _draw_words(self, painter: QPainter) -> None:
        start, room = theme.px(2 * _PAD + _ICON), self._room(self.width())
        title = QRectF(start, theme.px(_PAD), room, _title_line())
        if self._place:
            title = self._draw_place(painter, title)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body", 600))
        write(painter, mirror(title, self.rect()), leading(), self._name)
        words = QRectF(start, title.bottom(), room, self.height() - title.bottom() - 2)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("small"))
        write(painter, mirror(words, self.rect()), leading(Qt.AlignmentFlag.AlignTop) | _WRAPPED, self._sentence)

    def _draw_place(self, painter: QPainter, title: QRectF) -> QRectF:
        """The chip "Main 1" at the end of the title; the room left for the name."""
        words = _("Main {place}").format(place=self._place)
        size = chip_size(words)
        chip = QRectF(title.right() - size.width(), title.top(), size.width(), size.height())
        draw_chip(painter, mirror(chip, self.rect()).toRect(), words, "accent")
        return title.adjusted(0, 0, -size.width() - theme.px(8), 0)

    def _draw_box(self, painter: QPainter) -> None:
        box = self._box()
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "line-strong"), 1.5))
        painter.setBrush(theme.colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        if self.isChecked():
            half = theme.px(8)
            painter.drawPixmap(int(box.center().x()) - half, int(box.center().y()) - half, _tick())


def _tick() -> QPixmap:
    return icons.pixmap("check", "on-accent", 16)


def _title_line() -> int:
    return QFontMetrics(theme.font("body", 600)).height() + theme.px(2)
