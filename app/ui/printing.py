"""Printing through PDF: the program makes the page, the system's own viewer prints it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.files import write_whole
from app.i18n import _, language
from app.progress import Progress
from app.services import printing
from app.services.workspace import Workspace
from app.ui.saving import FileKind, ask_place
from app.ui.session import Session
from app.ui.widgets.direction import in_path


def ask_and_print(session: Session, record: str, parent: QWidget, tell: Callable[[str], None]) -> None:
    """Ask where the page goes, make it in the background, and say when it is there."""
    path = ask_place(parent, _("Print through PDF"), _("record"), FileKind(_("PDF"), ".pdf"))
    if path is None:
        return
    work = partial(_write, session.workspace, record, path, language())
    session.tasks.run(work, _("Making the page"), done=lambda made: tell(_told(made)))


def _write(workspace: Workspace, record: str, path: Path, spoken: str, progress: Progress) -> Path:
    drawn = printing.draw(workspace, record, spoken, progress)
    write_whole(path, drawn.data, replace=True)
    return path


def _told(path: Path) -> str:
    return _("The page is in {name}. Open it there to print it.").format(name=in_path(path.name))
