"""Telling people: a poster and a radio script of what was answered, after somebody has read the texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app import files
from app.i18n import _, format_list, isolate, language, languages, ngettext
from app.services import loop_kit
from app.services.loop_kit import Candidate
from app.services.pages import Pages
from app.ui.feedback.dialog import Dialog
from app.ui.saving import FileKind, ask_place
from app.ui.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.choice import Choice
from app.ui.widgets.code_field import CodeField
from app.ui.widgets.text import Label, Line


class KitDialog(Dialog):
    """Every answered message that may be told, ticked; one with something to look at is not."""

    def __init__(self, session: Session, message: str, parent: QWidget | None) -> None:
        words = _("Only messages with an answer, and with consent to share them in your words, stand here.")
        super().__init__(_("Tell people what became of it"), words, parent)
        self._session = session
        found = loop_kit.candidates(session.workspace)
        named = [one for one in found if one.record == message]
        self.ticks = [(one, _tick(one, ticked=not named or one in named)) for one in found]
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        self.first = CodeField(_("Language"), spoken)
        self.first.set_value(language())
        self.second = CodeField(_("Second language of the poster"), spoken, nothing=_("None"))
        self.told = Label("", "small", wraps=True)
        close, self.script = Button(_("Close"), GHOST), Button(_("Radio script"), SECONDARY, "speakerphone")
        self.poster = Button(_("Poster"), PRIMARY, "printer")
        self.put(self.first, self.second)
        for _one, tick in self.ticks:
            self.put(Line())
            self.put(tick)
        if not self.ticks:
            self.put(Label(_("There is nothing to tell yet."), wraps=True))
        self.put(self.told)
        self.put_buttons(close, self.script, self.poster)
        for button in (self.script, self.poster):
            button.setEnabled(bool(self.ticks))
        close.clicked.connect(self.accept)
        self.poster.clicked.connect(self._make_poster)
        self.script.clicked.connect(self._make_script)

    def chosen(self) -> Sequence[Candidate]:
        """The messages that are ticked."""
        return [one for one, tick in self.ticks if tick.value()]

    def _make_poster(self) -> None:
        asked = dict.fromkeys(code for code in (self.first.value(), self.second.value()) if code)
        self._write(_("poster"), *loop_kit.poster(self._session.workspace, self.chosen(), tuple(asked)))

    def _make_script(self) -> None:
        self._write(_("radio"), *loop_kit.script(self._session.workspace, self.chosen(), self.first.value()))

    def _write(self, name: str, pages: Pages, count: int) -> None:
        place = ask_place(self, self.windowTitle(), name, FileKind(_("PDF document"), ".pdf"))
        if place is None:
            return
        files.write_whole(place, pages.data, replace=True)
        told = ngettext("{count} message is in {file}.", "{count} messages are in {file}.", count)
        self.told.setText(told.format(count=count, file=isolate(place.name)))


def _tick(one: Candidate, *, ticked: bool) -> CheckField:
    """A message with its answer; what could point at a person is named, and must be ticked by hand."""
    told = "\n".join(part for part in (one.told.said, one.told.did, one.told.not_done) if part)
    warning = ""
    if one.findings:
        warning = _("Please read first: {found}").format(found=format_list([isolate(part) for part in one.findings]))
    tick = CheckField(told, warning)
    tick.set_value(ticked and not one.findings)
    return tick
