"""The long work of the national report: one picture drawn into a file that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app import files
from app.domain.shared import Picture
from app.i18n import N_, _
from app.progress import Progress
from app.services import national
from app.services.pages import Form
from app.services.workspace import Workspace
from app.ui.saving import FileKind

WORKBOOK = ".xlsx"
_KINDS = (
    (N_("PDF document"), Form.PDF.ending),
    (N_("Word document"), Form.WORD.ending),
    (N_("Web page"), Form.WEB.ending),
    (N_("Spreadsheet"), WORKBOOK),
)


@dataclass(frozen=True)
class Written:
    """A report that lies at `path`; `warnings` tell what could not be drawn as it was written."""

    path: Path
    warnings: tuple[str, ...] = ()


def write(workspace: Workspace, picture: Picture, path: Path, language: str, progress: Progress) -> Written:
    """Draw the picture as the ending of `path` says, and write it whole."""
    if path.suffix.lower() == WORKBOOK:
        progress(0, 1)
        data = national.tabled(workspace, picture, language)
        warnings: tuple[str, ...] = ()
        progress(1, 1)
    else:
        form = Form.of(path) or Form.PDF
        pages = national.drawn(workspace, picture, language, form=form, progress=progress)
        data, warnings = pages.data, pages.warnings
    files.write_whole(path, data, replace=True)
    return Written(path, warnings)


def kinds() -> tuple[FileKind, ...]:
    """The kinds of file in the language of the window."""
    return tuple(FileKind(_(words), ending) for words, ending in _KINDS)
