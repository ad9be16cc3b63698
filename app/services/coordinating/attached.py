"""Attached: the files that came along with a submission, each cleaned once more before anybody sees it.

A sender says that it is clean; whoever receives it does not have to believe that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.domain.shared import SharedAttachment
from app.errors import GroundworkError
from app.files import write_whole
from app.folding import plain_name
from app.i18n import N_
from app.intake.cleaning import files
from app.intake.cleaning.cleaned import Cleaned
from app.intake.guard.quarantine import run
from app.progress import Progress, silent
from app.services.coordinating import triage
from app.services.coordinating.shelf import Shelf
from app.services.opening.workspace import Workspace
from app.services.records.attachments import ENDINGS
from app.sync import attached
from app.sync.manifest import Purpose
from app.sync.reading import read

_LONGEST_NAME = 60
_NOT_IN_NAMES = '\\/:*?"<>|'


class FileNotAlongError(GroundworkError):
    """The entry tells of a file that is not in its bundle, or of another one."""

    message = N_("The file “{title}” did not come along whole. Please tell its sender.")


class NothingAttachedError(GroundworkError):
    """No attached file of that id in this submission."""

    message = N_("There is no attached file {id} in this submission.")


@dataclass(frozen=True)
class CameAlong:
    """One file that came along, cleaned here."""

    entry: SharedAttachment
    content: Cleaned

    @property
    def name(self) -> str:
        """A name for a copy of it: what it shows, and the ending of what it is."""
        words = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in plain_name(self.entry.title))
        return f"{words[:_LONGEST_NAME].strip(' .') or self.entry.id[:12]}{ENDINGS.get(self.content.media, '')}"


def of(workspace: Workspace, submission: str) -> tuple[SharedAttachment, ...]:
    """The files that came along, without those that were taken back. Raises SubmissionMissingError."""
    return tuple(triage.opened(workspace, submission).of(SharedAttachment))


def opened(workspace: Workspace, submission: str, entry: str, progress: Progress = silent) -> CameAlong:
    """One of them, read and cleaned in the guarded child.

    Raises NothingAttachedError, FileNotAlongError, what `Shelf.bundle` raises, what is wrong with the file
    (`app.intake.guard.failures`), or
    Cancelled.
    """
    told = next((one for one in of(workspace, submission) if one.id == entry), None)
    if told is None:
        raise NothingAttachedError(id=entry)
    with Shelf(workspace) as shelf:
        bundle = shelf.bundle(submission, progress)
    data = attached.content(read(bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys), told)
    if data is None:
        raise FileNotAlongError(title=told.title)
    files.check_size(len(data))
    return CameAlong(told, run(files.clean, data, returns=Cleaned, progress=partial(_waited, progress)))


def save(came: CameAlong, path: Path) -> None:
    """Write a cleaned copy where a person said, in place of what is there. Raises what the disk says."""
    write_whole(path, came.content.data, replace=True, private=True)


def _waited(progress: Progress, _done: int, _total: int) -> None:
    """So that Stop is heard while the child works."""
    progress(0, 0)
