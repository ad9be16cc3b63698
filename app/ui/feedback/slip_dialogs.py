"""Check-back slips: the code that is shown once, and the answer that a code finds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import files
from app.i18n import N_, _, language, languages
from app.services import slips
from app.ui.feedback.dialog import Dialog
from app.ui.saving import FileKind, ask_place
from app.ui.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.code_field import CodeField
from app.ui.widgets.direction import in_path
from app.ui.widgets.line_field import LineField
from app.ui.widgets.text import Label

_ONCE = N_("These words are shown once and are not kept. Write them down or print them, and hand them over now.")


class GiveSlipDialog(Dialog):
    """A code in the language of the person; nothing is given before the button is pressed."""

    def __init__(self, session: Session, feedback: str, parent: QWidget | None) -> None:
        words = _("With a slip somebody can come back and hear the answer, without telling a name.")
        super().__init__(_("Give a slip"), words, parent)
        self._session, self._feedback = session, feedback
        self.spoken = CodeField(_("Language"), tuple(Choice(one.code, one.name) for one in languages()))
        self.spoken.set_value(language())
        self.code = Label("", "h2", wraps=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.once = Label("", "small", wraps=True)
        self.print = Button(_("Print a slip"), SECONDARY, "printer")
        self.give = Button(_("Make the code"), PRIMARY)
        close = Button(_("Close"), GHOST)
        self._given = ""
        self.print.hide()
        for part in (self.spoken, self.code, self.once):
            self.put(part)
        self.put_buttons(close, self.print, self.give)
        close.clicked.connect(self.accept)
        self.give.clicked.connect(self._give)
        self.print.clicked.connect(self._print)

    def _give(self) -> None:
        self._given = slips.give(self._session.workspace, self._feedback, self.spoken.value())
        self.code.setText(in_path(self._given))
        self.code.setAccessibleName(self._given)
        self.once.setText(_(_ONCE))
        self.give.hide()
        self.spoken.setEnabled(False)
        self.print.show()

    def _print(self) -> None:
        place = ask_place(self, _("Print a slip"), _("slip"), FileKind(_("PDF document"), ".pdf"))
        if place is not None:
            pages = slips.printed(self._session.workspace, self._given, self.spoken.value())
            files.write_whole(place, pages.data, replace=True)


class CheckSlipDialog(Dialog):
    """Type the words of a slip, and read what became of the message."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(_("Check a slip"), _("Type the words or digits of the slip."), parent)
        self._session = session
        self.typed = LineField(_("Words of the slip"))
        self.status = Label("", "h3", wraps=True)
        self.answer = Label("", "lead", wraps=True)
        close, self.look = Button(_("Close"), GHOST), Button(_("Look it up"), PRIMARY, "search")
        for part in (self.typed, self.status, self.answer):
            self.put(part)
        self.put_buttons(close, self.look)
        close.clicked.connect(self.accept)
        self.look.clicked.connect(self._look)

    def _look(self) -> None:
        self.status.setText("")
        self.answer.setText("")
        self.typed.set_problem("")
        try:
            found = slips.check(self._session.workspace, self.typed.value())
        except slips.SlipUnknownError as error:
            self.typed.set_problem(error.sentence())
            return
        label = self._session.pack.code_list("feedback_status").label(found.status, language()) if found.status else ""
        self.status.setText(label or _("Waits for an answer"))
        told = [part for part in (found.answer, found.not_done) if part]
        self.answer.setText("\n\n".join(told) or _("No answer was written yet."))
