"""Check-back slips: the code that is shown once, and the answer that a code finds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import N_, _, language, languages
from app.progress import Progress
from app.services.feedback import slips
from app.services.opening.workspace import Workspace
from app.ui import printing
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_ONCE = N_("These words are shown once and are not kept. Write them down or print them, and hand them over now.")


class GiveSlipDialog(Dialog):
    """A code in the language of the person; nothing is given before the button is pressed."""

    def __init__(self, session: Session, feedback: str, parent: QWidget | None) -> None:
        words = _("With a slip somebody can come back and hear the answer, without telling a name.")
        super().__init__(session, _("Give a slip"), words, parent)
        self._feedback = feedback
        self.spoken = CodeField(_("Language"), tuple(Choice(one.code, one.name) for one in languages()))
        self.spoken.set_value(language())
        self.code = Label("", "h2", wraps=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.once = Label("", "small", wraps=True)
        self.print = Button(_("Print a slip"), SECONDARY, "printer")
        self.give = Button(_("Make the code"), PRIMARY)
        close = Button(_("Close"), GHOST)
        self._given = ""
        for part in (self.spoken, self.code, self.once):
            self.put(part)
        self.put_buttons(close, self.print, self.give)
        for later in (self.print, self.code, self.once):
            later.hide()
        close.clicked.connect(self.accept)
        self.give.clicked.connect(self._give)
        self.print.clicked.connect(self._print)
        self.making.busy.connect(self._wait)

    def _give(self) -> None:
        work = partial(_given, self.session.workspace, self._feedback, self.spoken.value())
        self.making.run(work, _("Making the code"), self._show)

    def _show(self, code: str) -> str:
        self._given = code
        self.code.setText(in_path(code))
        self.code.setAccessibleName(code)
        self.once.setText(_(_ONCE))
        self.spoken.setEnabled(False)
        self.give.hide()
        for part in (self.print, self.code, self.once):
            part.show()
        self.print.setDefault(True)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        return ""

    def _print(self) -> None:
        place = printing.ask_pdf(self, _("slip"))
        if place is not None:
            draw = partial(slips.printed, self.session.workspace, self._given, self.spoken.value())
            self.making.run(partial(printing.write, draw, place), _("Making the page"), printing.told)

    def _wait(self, busy: bool) -> None:
        for button in (self.print, self.give):
            button.setEnabled(not busy)


class CheckSlipDialog(Dialog):
    """Type the words of a slip, and read what became of the message."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session, _("Check a slip"), _("Type the words or digits of the slip."), parent)
        self.typed = LineField(_("Words of the slip"))
        self.status = Label("", "h3", wraps=True)
        self.answer = Label("", "lead", wraps=True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        close, self.look = Button(_("Close"), GHOST), Button(_("Look it up"), PRIMARY, "search")
        for part in (self.typed, self.status, self.answer):
            self.put(part)
        self.put_buttons(close, self.look)
        self._empty()
        close.clicked.connect(self.accept)
        self.look.clicked.connect(self._look)
        self.typed.edited.connect(self._empty)
        self.making.busy.connect(lambda busy: self.look.setEnabled(not busy))

    def _empty(self) -> None:
        """Nobody may read the last answer beside other words."""
        for part in (self.status, self.answer):
            part.setText("")
            part.hide()
        self.typed.set_problem("")

    def _look(self) -> None:
        self._empty()
        if not self.typed.value():
            self.typed.set_problem(_("Type the words or digits of the slip."))
            return
        self.making.run(partial(_found, self.session.workspace, self.typed.value()), _("Looking …"), self._show)

    def _show(self, found: slips.Answer | slips.SlipUnknownError) -> str:
        if isinstance(found, slips.SlipUnknownError):
            self.typed.set_problem(found.sentence())
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return ""
        label = self.session.pack.code_list("feedback_status").label(found.status, language()) if found.status else ""
        self.status.setText(label or _("Waits for an answer"))
        told = [part for part in (found.answer, found.not_done) if part]
        self.answer.setText("\n\n".join(told) or _("No answer was written yet."))
        for part in (self.status, self.answer):
            part.show()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        return ""


def _given(workspace: Workspace, feedback: str, spoken: str, _progress: Progress) -> str:
    return slips.give(workspace, feedback, spoken)


def _found(workspace: Workspace, words: str, _progress: Progress) -> slips.Answer | slips.SlipUnknownError:
    """What is wrong belongs beside the field, so an unknown slip is a result and no failure."""
    try:
        return slips.check(workspace, words)
    except slips.SlipUnknownError as error:
        return error
