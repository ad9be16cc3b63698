"""The kiosk as a whole: which screen is shown, what was answered so far, and when it starts again.

What is half answered lives here and nowhere else: no draft, no state, no file. Every screen is built when it is
shown, in the language that was chosen, so that nothing of the person before is left in it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import Translation, language
from app.services.feedback import kiosk
from app.services.feedback.kiosk import QUESTIONS, Given
from app.services.opening.workspace import Workspace
from app.ui.kiosk.footer import Note, Step, Ways
from app.ui.kiosk.header import Header
from app.ui.kiosk.leaving import Leaving
from app.ui.kiosk.patience import Patience
from app.ui.kiosk.question import QuestionScreen
from app.ui.kiosk.still_there import StillThere
from app.ui.kiosk.stillness import LIMIT_S, SHORT_S, Stillness
from app.ui.kiosk.stop import Stop
from app.ui.kiosk.thanks import FAILED, KEPT, NOTHING, Thanks
from app.ui.kiosk.welcome import Welcome
from app.ui.look import theme
from app.ui.widgets.scrolling import Scrolling

_LOW = 600
"""Px at 100 % under which a question is set smaller, so that its answers stand in sight."""


class Kiosk(QWidget):
    """One person after the other; `left` tells that staff gave the passphrase."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._organisation = workspace.organisation.name
        self._given = Given(language())
        self._say = Translation(self._given.language)
        self._place = 0
        self.body: QWidget | None = None
        self._still_there = StillThere(self._say)
        self._patience = Patience(self)
        self.stillness = Stillness(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.stillness.late.connect(lambda left_s: self._still_there.count_down(left_s))
        self.stillness.woken.connect(lambda: self._still_there.hide())
        self.stillness.ended.connect(self.begin)
        self.begin()

    def begin(self) -> None:
        """Forget whatever was answered, and show the languages."""
        self._given = Given(language())
        self._say = Translation(self._given.language)
        self._place = 0
        welcome = Welcome(self._say)
        welcome.chosen.connect(self._begin_in)
        self._show(welcome, foot=[self._note()])
        self.stillness.begin(warns=False)

    def _begin_in(self, code: str) -> None:
        self._speak(code)
        self._ask()

    def _speak(self, code: str) -> None:
        """Go on in this language; what was answered stays."""
        self._say = Translation(code)
        self._given = Given(code, self._given.codes, self._given.words)

    def _ask(self) -> None:
        """Show the question whose turn it is."""
        question = QUESTIONS[self._place]
        low = self.height() < theme.px(_LOW)
        screen = QuestionScreen(question, self._given, self._say, self._organisation, low=low)
        ways = Ways(self._say, Step(self._place + 1, len(QUESTIONS)), self._say.gettext(question.skip))
        screen.answered.connect(self._take_answer)
        screen.written.connect(self._take_words)
        screen.entered.connect(self._go_on)
        ways.back.clicked.connect(self._go_back)
        ways.skip.clicked.connect(self._skip)
        ways.next.clicked.connect(self._go_on)
        self._show(screen, foot=[self._note(), ways], asks=True)
        self.stillness.begin()

    def _take_answer(self, code: str) -> None:
        self._given = self._given.with_code(QUESTIONS[self._place].code, code)

    def _take_words(self, words: str) -> None:
        self._given = self._given.with_words(words)

    def _change_language(self, code: str) -> None:
        self._speak(code)
        self._ask()

    def _go_back(self) -> None:
        if self._place == 0:
            self.begin()
            return
        self._place -= 1
        self._ask()

    def _skip(self) -> None:
        """Take back the answer, if there was one, and go on."""
        if QUESTIONS[self._place].code == kiosk.MORE:
            self._take_words("")
        self._take_answer("")
        self._go_on()

    def _go_on(self) -> None:
        if self._place + 1 < len(QUESTIONS):
            self._place += 1
            self._ask()
            return
        self._thank(self._keep())

    def _keep(self) -> str:
        """Write the finished answers down; what became of them. A failure is told here, never in a dialog."""
        try:
            kept = kiosk.keep(self._workspace, self._given)
        except GroundworkError:
            return FAILED
        return KEPT if kept else NOTHING

    def _thank(self, outcome: str) -> None:
        self._given = Given(self._given.language)
        thanks = Thanks(outcome, self._say, self._organisation)
        thanks.done.connect(self.begin)
        self._show(thanks, foot=[self._note()])
        self.stillness.begin(LIMIT_S if outcome == FAILED else SHORT_S, warns=False)

    def _stop_asking(self) -> None:
        """Somebody needs help: what was answered is gone at once."""
        self._given = Given(self._given.language)
        stop = Stop(self._say, kiosk.whom_to_call(self._workspace, self._say.language))
        stop.needed.connect(self._note_need)
        stop.done.connect(self.begin)
        self._show(stop, foot=[stop.foot])
        self.stillness.begin()

    def _note_need(self, kind: str) -> None:
        try:
            kiosk.note_need(self._workspace, kind)
        except GroundworkError:
            self._thank(FAILED)

    def _ask_staff(self) -> None:
        """Ask for the passphrase, in the language of the window; the half answer is forgotten."""
        self._given = Given(language())
        self._say = Translation(language())
        leaving = Leaving(self._workspace, self._patience)
        leaving.opened.connect(self._leave)
        leaving.given_up.connect(self.begin)
        self._show(leaving)
        self.stillness.begin()

    def _leave(self) -> None:
        self.stillness.stop()
        self.left.emit()

    def _note(self) -> Note:
        sentence = self._say.gettext("We do not ask for your name. You may skip every question.")
        note = Note(sentence, self._say)
        note.help.clicked.connect(self._stop_asking)
        return note

    def _show(self, body: QWidget, foot: list[QWidget] | None = None, *, asks: bool = False) -> None:
        """Put a screen in place of the one there was, in the direction of the language in force."""
        while self._column.count():
            old = self._column.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        right_to_left = self._say.right_to_left
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self.body = body
        header = Header(self._organisation, self._say, asks_language=asks)
        header.language_chosen.connect(self._change_language)
        header.staff_asked.connect(self._ask_staff)
        header.staff.setVisible(not isinstance(body, Leaving))
        self._still_there = StillThere(self._say)
        for part in (header, Scrolling(body), *([_foot(foot)] if foot else [])):
            self._column.addWidget(part, 1 if isinstance(part, Scrolling) else 0)
            part.show()
        self._column.insertWidget(2, self._still_there)
        self._column.activate()
        self.setFocusProxy(body)
        body.setFocus(Qt.FocusReason.OtherFocusReason)


def _foot(parts: list[QWidget]) -> QWidget:
    """The part that never scrolls."""
    foot = QWidget()
    column = QVBoxLayout(foot)
    column.setContentsMargins(theme.px(28), theme.px(8), theme.px(28), theme.px(16))
    column.setSpacing(theme.px(10))
    for part in parts:
        column.addWidget(part)
    return foot
