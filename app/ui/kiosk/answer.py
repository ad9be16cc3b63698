"""The answers to one question: large cards, one of which may be chosen, side by side where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from app.services.feedback.kiosk import Answer
from app.ui.kiosk.face import FACES, draw_face
from app.ui.look import icons, theme
from app.ui.widgets.direction import write

LEAST = QSize(170, 200)
_WIDEST, _GAP, _EDGE = 250, 14, 12
_MARK, _LARGEST_MARK = 76, 88
"""Pictures grow less than words do: at large text, five answers still stand side by side."""
_TOP, _BETWEEN = 22, 20
_COLUMNS = (5, 3, 2, 1)


class AnswerCard(QRadioButton):
    """One answer; painted as a card, told as a radio button. Chosen is told by edge, colour and a tick."""

    entered = Signal()
    """Enter was pressed: this answer, and on."""

    def __init__(self, answer: Answer, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.code, self._icon = answer.code, answer.icon
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Never under the least; wider for the longest word, higher for many words."""
        metrics = QFontMetrics(self._font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = max(LEAST.width(), longest + 2 * _EDGE + 2)
        return QSize(width, max(LEAST.height(), self._mark_room() + self._words_height(width) + _EDGE))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 3 if chosen else theme.line_width()))
        painter.setBrush(theme.colour("accent-soft" if chosen else "surface"))
        painter.drawRoundedRect(box, 18, 18)
        ink = "accent-text" if chosen else "text"
        self._paint_mark(painter, ink)
        painter.setFont(self._font())
        painter.setPen(theme.colour("text"))
        under = self._top() + _mark() + _BETWEEN
        room = QRect(_EDGE, under, self.width() - 2 * _EDGE, self.height() - under)
        alignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        write(painter, room, alignment | Qt.TextFlag.TextWordWrap, self.text())
        if chosen:
            self._paint_tick(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            inner = box.adjusted(4, 4, -4, -4) if chosen else box
            painter.drawRoundedRect(inner, 15, 15)
        painter.end()

    def _paint_mark(self, painter: QPainter, ink: str) -> None:
        size = _mark()
        place = QRectF((self.width() - size) / 2, self._top(), size, size)
        if self._icon in FACES:
            draw_face(painter, place, self._icon, theme.colour(ink))
        elif self._icon:
            drawn = icons.pixmap(self._icon, ink, round(size * 0.8 / theme.look().factor), mirrored=False)
            painter.drawPixmap(place.topLeft().toPoint() + QPoint(round(size * 0.1), round(size * 0.1)), drawn)

    def _paint_tick(self, painter: QPainter) -> None:
        """A tick on the trailing side, as the language of the card has it."""
        size, off = theme.px(28), theme.px(10)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = QRectF(off if mirrored else self.width() - off - size, off, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(place)
        drawn = icons.pixmap("check", "on-accent", 16)
        painter.drawPixmap(place.topLeft().toPoint() + QPoint(theme.px(6), theme.px(6)), drawn)

    def _font(self) -> QFont:
        chosen = theme.font("lead", 600)
        chosen.setPixelSize(theme.px(18))
        return chosen

    def _mark_room(self) -> int:
        return _TOP + _mark() + _BETWEEN

    def _top(self) -> int:
        """Near the middle of the card, and in one line with the pictures of the other cards."""
        room = self.height() - self._mark_room() - _EDGE
        two_lines = 2 * QFontMetrics(self._font()).lineSpacing()
        return _TOP + max(min((room - two_lines) // 2, room - self._words_height(self.width())), 0)

    def _words_height(self, width: int) -> int:
        room = QRect(0, 0, width - 2 * _EDGE, 10_000)
        return QFontMetrics(self._font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()


def _mark() -> int:
    return min(theme.px(_MARK), _LARGEST_MARK)


class Answers(QWidget):
    """Cards in one row, or in several where the screen is narrow or the text large; the arrow keys walk them."""

    chosen = Signal(str)
    """The code of the answer that was chosen."""
    entered = Signal()

    def __init__(self, name: str, answers: Sequence[Answer], say: Callable[[str], str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cards = [AnswerCard(answer, say(answer.words)) for answer in answers]
        self._group = QButtonGroup(self)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for card in self.cards:
            self._group.addButton(card)
            card.entered.connect(self.entered)
        self._group.buttonClicked.connect(lambda card: self.chosen.emit(card.code))
        self._arrange(self._fitting())
        wide = max(theme.px(_WIDEST), self._widest())
        self.setMaximumWidth(len(self.cards) * wide + (len(self.cards) - 1) * _GAP)

    def set_chosen(self, code: str) -> None:
        """Show this answer as chosen, without saying so; an unknown one changes nothing."""
        for card in self.cards:
            if card.code == code:
                card.setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """As wide as one card, as high as they stand now."""
        return QSize(self._widest(), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange(self._fitting())

    def _fitting(self) -> int:
        room, widest = self.width(), self._widest()
        wanted = len(self.cards)
        fits = [n for n in (wanted, *_COLUMNS) if n <= wanted and n * widest + (n - 1) * _GAP <= room]
        return fits[0] if fits else 1

    def _widest(self) -> int:
        return max(card.sizeHint().width() for card in self.cards)

    def _arrange(self, columns: int) -> None:
        """Twice as many columns as cards in a row, so that a shorter last row stands in the middle."""
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for place, card in enumerate(self.cards):
            row, across = divmod(place, columns)
            short = columns - min(columns, len(self.cards) - row * columns)
            self._grid.addWidget(card, row, 2 * across + short, 1, 2)
        for column in range(2 * columns):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()
