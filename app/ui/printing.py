"""Printing through PDF: the program makes the page, the system's own viewer prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.files import write_whole
from app.i18n import _, language
from app.progress import Progress
from app.services.pages import Form, Pages
from app.services.paper import printing
from app.ui.process.saving import FileKind, ask_place
from app.ui.process.session import Session
from app.ui.widgets.direction import in_path

Draw = Callable[[Progress], Pages]
"""Makes the pages, in the background."""


@dataclass(frozen=True)
class Written:
    """Pages that lie at a path, and what could not be drawn in them as it was written."""

    path: Path
    warnings: tuple[str, ...] = ()


def ask_and_print(session: Session, record: str, parent: QWidget, tell: Callable[[str], None]) -> None:
    """Ask where the page of a record goes, make it in the background, and say when it is there."""
    draw = partial(printing.draw, session.workspace, record, language())
    ask_and_make(session, draw, parent, tell, name=_("record"))


def ask_and_make(session: Session, draw: Draw, parent: QWidget, tell: Callable[[str], None], *, name: str) -> None:
    """The same for pages of any kind; `name` is proposed for the file."""
    path = ask_pdf(parent, name)
    if path is not None:
        session.tasks.run(partial(write, draw, path), _("Making the page"), done=lambda made: tell(told(made)))


def ask_pdf(parent: QWidget, name: str) -> Path | None:
    """Where the pages go, None if the person thought better of it."""
    return ask_place(parent, _("Print through PDF"), name, FileKind(_("PDF"), ".pdf"))


def ask_pages(parent: QWidget, name: str) -> Path | None:
    """The same for pages that people may also go on working with; the ending of the file says in which form."""
    forms = (_("PDF"), Form.PDF), (_("Word document"), Form.WORD), (_("Web page"), Form.WEB)
    return ask_place(parent, _("Save a page"), name, *(FileKind(words, form.ending) for words, form in forms))


def write(draw: Draw, path: Path, progress: Progress) -> Written:
    """Draw the pages and put them at the path, whole or not at all."""
    pages = draw(progress)
    write_whole(path, pages.data, replace=True)
    return Written(path, pages.warnings)


def told(made: Written) -> str:
    """That the page is there, what is not as it was written, and what to do with it."""
    said = _("The page is in {name}. Open it there to print it.").format(name=in_path(made.path.name))
    return warned(said, made.warnings)


def warned(said: str, warnings: Sequence[str]) -> str:
    """The sentence that says where pages are, and after it what could not be drawn in them."""
    if not warnings:
        return said
    return _("{said} Some signs could not be drawn: {warnings}").format(said=said, warnings=" ".join(warnings))
