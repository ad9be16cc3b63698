"""The answers about a pair: link, not the same, later; or taking an answer back. Each has a key of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.i18n import _
from app.services.picturing.duplicates import Answer
from app.ui.look import theme
from app.ui.once.pairs import APART, ONCE, Shown
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.footer_bar import FooterBar


class _Answers(QWidget):
    """The buttons in one line, or in several where they have no room: none is ever cut."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._flow = FlowLayout(self, theme.px(8))
        for button in buttons:
            self._flow.addWidget(button)

    def sizeHint(self) -> QSize:
        """As wide as all of them side by side, and as tall as they are there."""
        width = self.in_line()
        return QSize(width, self._flow.heightForWidth(width))

    def in_line(self) -> int:
        """The width of all that are shown side by side."""
        shown = [item for n in range(self._flow.count()) if (item := self._flow.itemAt(n)) and not item.isEmpty()]
        return sum(item.sizeHint().width() for item in shown) + theme.px(8) * max(0, len(shown) - 1)


class AnswerBar(FooterBar):
    """Says which answer was given; `offer` shows those that a pair can have."""

    answered = Signal(Answer)
    later_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.later = Button(_("Later"), GHOST)
        self.apart = Button(_("Not the same"), SECONDARY, "x")
        self.open = Button(_("Take the answer back"), SECONDARY, "arrow-back-up")
        self.link = Button(_("Count as one"), PRIMARY, "link")
        self._answers = _Answers(self.later, self.open, self.apart, self.link)
        super().__init__(self._answers, parent=parent)
        keys = ((self.link, "Alt+1"), (self.apart, "Alt+2"), (self.later, "Alt+3"), (self.open, "Alt+0"))
        for button, key in keys:
            button.setShortcut(QKeySequence(key))
            said = button.text(), QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(_("{answer} ({key})").format(answer=said[0], key=said[1]))
        self.link.clicked.connect(lambda: self.answered.emit(Answer.SAME))
        self.apart.clicked.connect(lambda: self.answered.emit(Answer.NOT_SAME))
        self.open.clicked.connect(lambda: self.answered.emit(Answer.OPEN))
        self.later.clicked.connect(self.later_asked)
        self.say(_("You can take every answer back."))

    def offer(self, shown: Shown) -> None:
        """The answers for this pair: what was answered by a person can be taken back."""
        answered = shown.list == APART or shown.is_linked
        self.open.setVisible(answered)
        self.apart.setVisible(shown.list != APART)
        self.link.setVisible(shown.list != ONCE)
        self.later.setVisible(not answered)

    def _needed(self) -> int:
        """The answers stand in one line as long as they can: the sentence makes room first."""
        return super()._needed() + self._answers.in_line() - self._answers.minimumSizeHint().width()

    def primary(self) -> QAbstractButton:
        """The first answer there is."""
        return self.link if not self.link.isHidden() else self.apart
