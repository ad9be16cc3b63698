"""Making the file: the submission, its pages, and a whole file on the disk; done by the worker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app import files
from app.domain.shared import Call, SharedEntry
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress
from app.services.opening import stores
from app.services.opening.workspace import Workspace
from app.services.pages import Copy, Form, tongues
from app.services.submitting import reviewing, sending, submissions
from app.services.submitting.sending import Delivery
from app.services.submitting.submissions import Made

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
    paper: str = ""
    also: tuple[Form, ...] = ()
    """Further forms of the same pages, beside the PDF."""

    def targets(self) -> dict[Form, Path]:
        """Every file of the order."""
        return {Form.PDF: self.path, **{form: self.path.with_suffix(form.ending) for form in self.also}}


@dataclass(frozen=True)
class Again:
    """How something sent is written once more."""

    path: Path
    language: str
    paper: str = ""


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
    there = [] if order.replace else [path for path in order.targets().values() if path.exists()]
    if there:
        raise files.FileExistsRefusedError(name=there[0].name, folder=str(order.path.parent))
    seen = reviewing.review(workspace, order.call)
    if seen.approvable != order.approved:
        raise ChangedSinceError()
    made = submissions.make_of(workspace, seen, seal=order.seal)
    progress(1, _STEPS)
    further = partial(_after_making, progress)
    drawn = {
        form: submissions.drawn(workspace, made, order.language, copy=Copy(form, order.paper), progress=further)
        for form in order.targets()
    }
    for form, path in order.targets().items():
        files.write_whole(path, drawn[form].data, replace=order.replace)
    submissions.handed_over(workspace, made, order.language)
    progress(_STEPS, _STEPS)
    return Outcome(order, made, drawn[Form.PDF].warnings)


def _after_making(progress: Progress, done: int, _all: int) -> None:
    progress(1 + done, _STEPS)


def save_again(workspace: Workspace, made: Made, target: Again, progress: Progress) -> Path:
    """Draw the pages of something sent once more, as PDF around the very same bundle, and write them; the path."""
    path, language = target.path, target.language
    copy = Copy(Form.of(path) or Form.PDF, target.paper)
    pages = submissions.drawn(workspace, made, language, copy=copy, progress=progress)
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
    return f"{who}-{period.iso.replace('..', '-to-')}-{'-'.join(tongues(language))}"


def beside(path: Path) -> Path:
    """A free name beside one that is taken."""
    number = 2
    while any((free := path.with_name(f"{path.stem}-{number}{one.ending}")).exists() for one in Form):
        number += 1
    return free.with_suffix(path.suffix)
