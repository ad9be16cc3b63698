"""One question with its answers; or with a box for words, which is the only typing and may be left empty."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translation, isolate
from app.services.feedback.kiosk import LONGEST_WORDS, Given, Question
from app.ui.kiosk.answer import Answers
from app.ui.kiosk.big_button import BigButton
from app.ui.kiosk.words import Words
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST
from app.ui.widgets.fields.text_field import TextEdit
from app.ui.widgets.listening import Listening

_WIDEST_BOX = 820


class QuestionScreen(QWidget):
    """Shows what was given before; tells every change at once, and keeps nothing itself."""

    answered = Signal(str)
    """The code of the answer."""
    written = Signal(str)
    """What stands in the box now."""
    entered = Signal()
    """Enter was pressed on an answer: this one, and on."""

    def __init__(
        self, question: Question, given: Given, say: Translation, organisation: str, *, low: bool = False
    ) -> None:
        super().__init__()
        asked = say.gettext(question.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addStretch(1)
        heading = Words(asked, "h1" if low else "kiosk")
        self.setFocusProxy(heading)  # not an answer: none looks like the right one, and Tab goes to the first
        listen = _listen(asked, question, say)
        if low:
            head = QHBoxLayout()
            head.addWidget(heading, 1)
            head.addWidget(listen)
            column.addLayout(head)
        else:
            column.addWidget(heading)
            column.addWidget(listen, 0, Qt.AlignmentFlag.AlignHCenter)
        if question.note:
            note = say.gettext(question.note).format(organisation=isolate(organisation))
            column.addWidget(Words(note, "lead"))
        if not low:
            column.addSpacing(theme.px(12))
        if question.answers:
            self.answers = self._make_answers(question, given, say)
            column.addLayout(_in_the_middle(self.answers))
        else:
            self.box = self._make_box(asked, given)
            column.addLayout(_in_the_middle(self.box))
        column.addStretch(1)

    def _make_answers(self, question: Question, given: Given, say: Translation) -> Answers:
        answers = Answers(say.gettext(question.words), question.answers, say.gettext)
        answers.set_chosen(given.codes.get(question.code, ""))
        answers.chosen.connect(self.answered)
        answers.entered.connect(self.entered)
        return answers

    def _make_box(self, asked: str, given: Given) -> OwnWords:
        box = OwnWords(asked, given.words)
        box.setMaximumWidth(theme.px(_WIDEST_BOX))
        box.textChanged.connect(lambda: self.written.emit(box.toPlainText()))
        self.setFocusProxy(box)
        return box


def _listen(asked: str, question: Question, say: Translation) -> BigButton:
    """The question and its answers, read aloud; never what was answered."""
    listen, stop = say.gettext("Listen"), say.gettext("Stop reading")
    button = BigButton(listen, GHOST, "volume")
    said = [asked, *(say.gettext(answer.words) for answer in question.answers)]
    Listening(button, ".\n".join(said), say.language, (listen, stop))
    return button


def _in_the_middle(thing: QWidget) -> QHBoxLayout:
    """As wide as it may be, and in the middle of what is left."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(thing, 1000)
    row.addStretch(1)
    return row


class OwnWords(TextEdit):
    """A box for words that takes nothing from the clipboard: what staff copied must not appear here."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(4)
        self.setAccessibleName(name)
        self.setFont(theme.font("lead"))
        self.setStyleSheet(f"font-size: {theme.px(18)}px;")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setPlainText(words)
        self.textChanged.connect(self._shorten)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Never."""
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself: the shortcuts for copying out are left dead, too."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            return
        super().keyPressEvent(event)

    def _shorten(self) -> None:
        words = self.toPlainText()
        if len(words) > LONGEST_WORDS:
            self.setPlainText(words[:LONGEST_WORDS])
            self.moveCursor(self.textCursor().MoveOperation.End)
