"""The long work of the national report: one picture drawn into a file that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app import files
from app.domain.shared import Picture
from app.i18n import N_, _
from app.progress import Progress
from app.services.coordinating import national
from app.services.opening.workspace import Workspace
from app.services.pages import Copy, Form
from app.services.paper import briefs
from app.services.paper.sheets import Order
from app.ui.process.saving import FileKind

WORKBOOK = ".xlsx"
_KINDS = (
    (N_("PDF document"), Form.PDF.ending),
    (N_("Word document"), Form.WORD.ending),
    (N_("Web page"), Form.WEB.ending),
    (N_("Spreadsheet"), WORKBOOK),
)


@dataclass(frozen=True)
class Target:
    """Where a report goes, in which language and on which paper."""

    path: Path
    language: str
    paper: str = ""


@dataclass(frozen=True)
class Written:
    """A report that lies at `path`; `warnings` tell what could not be drawn as it was written."""

    path: Path
    warnings: tuple[str, ...] = ()
    is_brief: bool = False


def write(workspace: Workspace, picture: Picture, target: Target, progress: Progress) -> Written:
    """Draw the picture as the ending of its path says, and write it whole."""
    path, language = target.path, target.language
    if path.suffix.lower() == WORKBOOK:
        progress(0, 1)
        data = national.tabled(workspace, picture, language)
        warnings: tuple[str, ...] = ()
        progress(1, 1)
    else:
        copy = Copy(Form.of(path) or Form.PDF, target.paper)
        pages = national.drawn(workspace, picture, language, copy=copy, progress=progress)
        data, warnings = pages.data, pages.warnings
    files.write_whole(path, data, replace=True)
    return Written(path, warnings)


def write_brief(workspace: Workspace, picture: Picture, path: Path, language: str, progress: Progress) -> Written:
    """Two pages on the period of the picture, for its readers."""
    order = Order(picture.audience, language)
    pages, _left = briefs.draw(workspace, picture.period, order, progress)
    files.write_whole(path, pages.data, replace=True)
    return Written(path, pages.warnings, is_brief=True)


def kinds() -> tuple[FileKind, ...]:
    """The kinds of file in the language of the window."""
    return tuple(FileKind(_(words), ending) for words, ending in _KINDS)
