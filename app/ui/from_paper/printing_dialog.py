"""Printing blank sheets: of which kind, how many, in which one or two languages, on which paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.files import write_whole
from app.i18n import _, format_number, language, languages, ngettext
from app.progress import Progress
from app.services.feedback import dating
from app.services.paper import blank_sheets, paper_forms
from app.services.paper.blank_sheets import Wanted
from app.settings import PAPERS
from app.ui import printing
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.number_field import NumberField
from app.ui.words.choice import Choice

_USUAL = 10


class PrintSheetsDialog(Dialog):
    """Sheets to be filled in by hand; each has a number by which it is typed in later."""

    def __init__(self, session: Session, kind: str, parent: QWidget | None) -> None:
        words = _("Every sheet has a number of its own and boxes to tick, and no place for a name.")
        super().__init__(session, _("Print blank sheets"), words, parent)
        forms = [Choice(one.name, _(one.title)) for one in paper_forms.FORMS]
        self.kind = CodeField(_("What is written on them"), forms)
        self.kind.set_value(kind)
        self.count = NumberField(_("How many sheets"), largest=blank_sheets.MOST_SHEETS)
        self.count.set_value(_USUAL)
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        self.first = CodeField(_("Language"), spoken)
        self.first.set_value(language())
        self.second = CodeField(_("Second language"), spoken, nothing=_("None"))
        self.paper = CodeField(_("Paper"), [Choice(one, one) for one in PAPERS])
        self.paper.set_value(session.settings.paper)
        self.make = Button(_("Make the sheets"), PRIMARY, "printer")
        self._lay_out()
        self.making.busy.connect(lambda busy: self.make.setEnabled(not busy))
        self.make.clicked.connect(self._make)

    def _lay_out(self) -> None:
        close = Button(_("Close"), GHOST)
        close.clicked.connect(self.accept)
        self.put(self.kind, self.count)
        self.put(self.first, self.second, self.paper)
        self.put_buttons(close, self.make)

    def _make(self) -> None:
        workspace = self.session.workspace
        spoken = tuple(dict.fromkeys(code for code in (self.first.value(), self.second.value()) if code))
        form, count = paper_forms.named(self.kind.value()), self.count.value() or 0
        wanted = Wanted(form, count, spoken, self.paper.value(), workspace.organisation.name)
        place = printing.ask_pdf(self, _("blank sheets"))
        if place is not None:
            draw = partial(blank_sheets.draw, self.session.pack, wanted, dating.today(workspace))
            self.making.run(partial(_write, draw, place), _("Making the page"), partial(_told, place))


def _write(draw: partial[blank_sheets.Printed], place: Path, progress: Progress) -> tuple[int, tuple[str, ...]]:
    printed = draw(progress)
    write_whole(place, printed.pages.data, replace=True)
    return len(printed.numbers), printed.pages.warnings


def _told(place: Path, made: tuple[int, tuple[str, ...]]) -> str:
    count, warnings = made
    told = ngettext("{count} sheet is in {file}.", "{count} sheets are in {file}.", count)
    return printing.warned(told.format(count=format_number(count), file=in_path(place.name)), warnings)
