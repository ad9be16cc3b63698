"""The long work of the national report: one picture drawn into a file that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app import files
from app.domain.picture.editions import Edition
from app.domain.shared import Picture
from app.domain.terms import Period
from app.i18n import N_, _, format_number, ngettext
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.pages import Copy, Form
from app.services.paper import briefs
from app.services.paper.sheets import Order
from app.services.picturing import forwarding, national
from app.ui.process.saving import FileKind
from app.ui.widgets.direction import in_path

WORKBOOK, BUNDLE = ".xlsx", ".gwb"
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


@dataclass(frozen=True)
class Forwarded:
    """What was passed on lies at `path`, and beside it where one file is too small; the sentence says how much."""

    path: Path
    sentence: str


def write(workspace: Workspace, edition: Edition, target: Target, progress: Progress) -> Written:
    """Draw the edition as the ending of its path says, and write it whole."""
    path, language = target.path, target.language
    if path.suffix.lower() == WORKBOOK:
        progress(0, 1)
        data = national.tabled(workspace, edition, language)
        warnings: tuple[str, ...] = ()
        progress(1, 1)
    else:
        copy = Copy(Form.of(path) or Form.PDF, target.paper)
        pages = national.drawn(workspace, edition, language, copy=copy, progress=progress)
        data, warnings = pages.data, pages.warnings
    files.write_whole(path, data, replace=True)
    return Written(path, warnings)


def write_brief(workspace: Workspace, picture: Picture, path: Path, language: str, progress: Progress) -> Written:
    """Two pages on the period of the picture, for its readers."""
    order = Order(picture.audience, language)
    pages, _left = briefs.draw(workspace, picture.period, order, progress)
    files.write_whole(path, pages.data, replace=True)
    return Written(path, pages.warnings, is_brief=True)


def write_forward(workspace: Workspace, period: Period, path: Path, progress: Progress) -> Forwarded:
    """Write what counts in the period for the level above."""
    upward = forwarding.make(workspace, period, progress)
    for number, data in enumerate(upward.files, 1):
        place = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        files.write_whole(place, data, replace=True)
    count, stay = len(upward.passed), len(upward.left)
    said = ngettext(
        "{count} submission is in {name}.",
        "{count} submissions are in {name}.",
        count,
    ).format(count=format_number(count), name=in_path(path.name))
    if stay:
        words = ngettext(
            "{said} {count} stays here: it is sealed for you, or its sender took back what it holds.",
            "{said} {count} stay here: they are sealed for you, or their senders took back what they hold.",
            stay,
        )
        said = words.format(said=said, count=format_number(stay))
    return Forwarded(path, said)


def bundle() -> FileKind:
    """The kind of file that is passed on."""
    return FileKind(_("Groundwork file"), BUNDLE)


def kinds() -> tuple[FileKind, ...]:
    """The kinds of file in the language of the window."""
    return tuple(FileKind(_(words), ending) for words, ending in _KINDS)
