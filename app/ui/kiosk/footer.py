"""The foot of the kiosk: what is true of this form, the way to help, and Back, Skip, Next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import Translation
from app.ui.kiosk.big_button import BigButton
from app.ui.kiosk.words import Words
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, PRIMARY
from app.ui.widgets.direction import leading
from app.ui.widgets.text import IconLabel, Label


@dataclass(frozen=True)
class Step:
    """Which question this is."""

    number: int
    of: int


class Note(QWidget):
    """The sentence about privacy and, beside it, the button for those who need help now."""

    def __init__(self, sentence: str, say: Translation) -> None:
        super().__init__()
        self.help = BigButton(say.gettext("I need help now, or something bad happened"), icon="lifebuoy")
        words = Label(sentence, "muted", wraps=True)
        words.setAlignment(leading(right_to_left=say.right_to_left))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel("shield-check", "accent-text", 20))
        row.addWidget(words, 1)
        row.addWidget(self.help)


class Ways(QWidget):
    """Back, Skip, how far one is, Next."""

    def __init__(self, say: Translation, step: Step, skip: str) -> None:
        super().__init__()
        self.back = BigButton(say.gettext("Back"), icon="arrow-left")
        self.skip = BigButton(skip, GHOST).narrowed(150)
        self.next = BigButton(say.gettext("Next"), PRIMARY, "arrow-right", after=True)
        told = say.gettext("Question {number} of {count}").format(
            number=say.number(step.number), count=say.number(step.of)
        )
        far = QVBoxLayout()
        far.setSpacing(theme.px(6))
        far.addStretch(1)
        far.addWidget(_Far(step))
        far.addWidget(Words(told, "small"))
        far.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addLayout(far, 6)
        row.addStretch(1)
        row.addWidget(self.next)


class _Far(QWidget):
    """A bar that fills from the side where reading starts; the words below it say the same."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(360))

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(120), 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line") if theme.is_contrast() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 3.5, 3.5)
        done = QRectF(whole)
        done.setWidth(whole.width() * self._step.number / self._step.of)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            done.moveRight(whole.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(done, 3.5, 3.5)
        painter.end()
