"""Telling people: a poster and a radio script of what was answered, after somebody has read the texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.files import write_whole
from app.i18n import _, format_list, format_number, isolate, language, languages, ngettext
from app.progress import Progress
from app.services.pages import Pages
from app.services.paper import loop_kit
from app.services.paper.loop_kit import Candidate
from app.ui import printing
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.direction import in_path
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Line
from app.ui.words.choice import Choice

Kit = Callable[[Progress], tuple[Pages, int]]


class KitDialog(Dialog):
    """Every answered message that may be told, ticked; one with something to look at is not."""

    def __init__(self, session: Session, message: str, parent: QWidget | None) -> None:
        words = _("Only messages with an answer, and with consent to share them in your words, stand here.")
        super().__init__(session, _("Tell people what became of it"), words, parent)
        found = loop_kit.candidates(session.workspace)
        named = [one for one in found if one.record == message]
        self.ticks = [(one, _tick(one, ticked=not named or one in named)) for one in found]
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        self.first = CodeField(_("Language"), spoken)
        self.first.set_value(language())
        self.second = CodeField(_("Second language of the poster"), spoken, nothing=_("None"))
        self.paper = CodeField(_("Paper of the poster"), [Choice(one, one) for one in loop_kit.WALLS])
        self.paper.set_value(loop_kit.WALLS[0])
        self.script = Button(_("Radio script"), SECONDARY, "speakerphone")
        self.poster = Button(_("Poster"), PRIMARY, "printer")
        self._lay_out()
        self.making.busy.connect(self._offer)
        for _one, tick in self.ticks:
            tick.edited.connect(self._offer)
        self.poster.clicked.connect(self._make_poster)
        self.script.clicked.connect(self._make_script)
        self._offer()

    def _lay_out(self) -> None:
        close = Button(_("Close"), GHOST)
        close.clicked.connect(self.accept)
        if not self.ticks:
            told = _("Answer a message first. It must be agreed that it may be shared in your words.")
            self.column.addWidget(EmptyState("speakerphone", _("There is nothing to tell yet"), told), 1)
            self.put_buttons(close)
            return
        self.put(self.first, self.second, self.paper)
        for _one, tick in self.ticks:
            self.put(Line())
            self.put(tick)
        self.put_buttons(close, self.script, self.poster)

    def chosen(self) -> Sequence[Candidate]:
        """The messages that are ticked."""
        return [one for one, tick in self.ticks if tick.value()]

    def _offer(self, busy: bool = False) -> None:
        for button in (self.script, self.poster):
            button.setEnabled(bool(self.chosen()) and not busy)

    def _make_poster(self) -> None:
        asked = tuple(dict.fromkeys(code for code in (self.first.value(), self.second.value()) if code))
        draw = partial(loop_kit.poster, self.session.workspace, self.chosen(), asked, page=self.paper.value())
        self._make(draw, _("poster"))

    def _make_script(self) -> None:
        self._make(partial(loop_kit.script, self.session.workspace, self.chosen(), self.first.value()), _("radio"))

    def _make(self, draw: Kit, name: str) -> None:
        place = printing.ask_pdf(self, name)
        if place is not None:
            self.making.run(partial(_write, draw, place), _("Making the page"), partial(_told, place))


def _write(draw: Kit, place: Path, progress: Progress) -> tuple[int, tuple[str, ...]]:
    pages, count = draw(progress)
    write_whole(place, pages.data, replace=True)
    return count, pages.warnings


def _told(place: Path, made: tuple[int, tuple[str, ...]]) -> str:
    count, warnings = made
    told = ngettext("{count} message is in {file}.", "{count} messages are in {file}.", count)
    return printing.warned(told.format(count=format_number(count), file=in_path(place.name)), warnings)


def _tick(one: Candidate, *, ticked: bool) -> CheckField:
    """A message with its answer; what could point at a person is named, and must be ticked by hand."""
    parts = {
        _("You said: {text}"): one.told.said,
        _("We did: {text}"): one.told.did,
        _("What we could not do: {text}"): one.told.not_done,
    }
    told = "\n".join(sentence.format(text=isolate(text)) for sentence, text in parts.items() if text)
    warning = ""
    if one.findings:
        warning = _("Please read first: {found}").format(found=format_list([isolate(part) for part in one.findings]))
    tick = CheckField(told, warning)
    tick.set_value(ticked and not one.findings)
    return tick
