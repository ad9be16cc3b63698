"""Making the file: the submission, its pages, and a whole file on the disk; done by the worker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from app import files
from app.domain.shared import Call, SharedEntry
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress
from app.services import reviewing, sending, stores, submissions
from app.services.sending import Delivery
from app.services.submissions import Made
from app.services.workspace import Workspace

ENDING = ".pdf"
_STEPS = 4


class ChangedSinceError(GroundworkError):
    """What would leave is no longer what was approved."""

    message = N_("Something changed since you approved. Nothing was made. Please read what leaves once more.")


@dataclass(frozen=True)
class Order:
    """What is to be made, and where to."""

    call: Call
    path: Path
    language: str
    seal: bool = False
    replace: bool = False
    approved: tuple[SharedEntry, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What was made: the submission, the file, and what could not be drawn as it was written."""

    order: Order
    made: Made
    warnings: tuple[str, ...]


def carry_out(workspace: Workspace, order: Order, progress: Progress) -> Outcome:
    """Make the submission exactly as approved and write its file.

    Raises ChangedSinceError, FileExistsRefusedError, and what else the disk or the services say.
    """
    progress(0, _STEPS)
    files_there = order.path.exists() and not order.replace
    if files_there:
        raise files.FileExistsRefusedError(name=order.path.name, folder=str(order.path.parent))
    if reviewing.review(workspace, order.call).approvable != order.approved:
        raise ChangedSinceError()
    made = submissions.make(workspace, order.call, seal=order.seal)
    progress(1, _STEPS)
    pages = submissions.drawn(workspace, made, order.language, progress=lambda done, _all: progress(1 + done, _STEPS))
    files.write_whole(order.path, pages.data, replace=order.replace)
    submissions.handed_over(workspace, made, order.language)
    progress(_STEPS, _STEPS)
    return Outcome(order, made, pages.warnings)


def save_again(workspace: Workspace, made: Made, language: str, path: Path, progress: Progress) -> Path:
    """Draw the pages of something sent once more, around the very same bundle, and write them; the path."""
    pages = submissions.drawn(workspace, made, language, progress=progress)
    files.write_whole(path, pages.data, replace=True)
    submissions.handed_over(workspace, made, language)
    return path


def send_to(workspace: Workspace, made: Made, place: str, progress: Progress) -> Delivery:
    """Put the data of something sent into a place to exchange files, by its name."""
    return sending.send(workspace, made, stores.find(workspace, place), progress=progress)


def proposed(folder: Path, organisation: str, call: Call, language: str) -> Path:
    """The name of the file: who, which months, which language; no word of what is inside."""
    return folder / f"{stem(organisation, call.period, language)}{ENDING}"


def stem(organisation: str, period: Period, language: str) -> str:
    """The same name without its ending."""
    who = re.sub(r"[^\w-]+", "-", organisation, flags=re.UNICODE).strip("-_")[:60] or "submission"
    return f"{who}-{period.iso.replace('..', '-to-')}-{language}"


def beside(path: Path) -> Path:
    """A free name beside one that is taken."""
    number = 2
    while (free := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return free
