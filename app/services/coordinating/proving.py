"""Proving that the pages that came in with a submission show what its data says.

Taking in thousands of files must not wait for that, so the pages are kept, without the bundle, until somebody looks
at the submission or asks for all; then the data is drawn once more, compared, and the pages are forgotten.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.folding import plain_name
from app.intake.carrying.carrier import Carried, Cut
from app.intake.guard.quarantine import Quarantine
from app.progress import Progress, silent
from app.services.coordinating.shelf import Shelf
from app.services.opening.workspace import Workspace
from app.services.submitting import redrawing
from app.services.submitting.redrawing import Outcome
from app.storage import printed
from app.storage.printed import Printed
from app.storage.session import Session
from app.sync import wire
from app.sync.manifest import Purpose
from app.sync.reading import read

__all__ = ["Came", "Outcome", "Proof", "keep", "known", "of_all", "prove"]


@dataclass(frozen=True)
class Came:
    """A file that came in, and the bundle that was found in it."""

    name: str
    data: bytes
    carried: Carried


@dataclass(frozen=True)
class Proof:
    """What is known of the pages of one file."""

    source: str
    """The name of the file; empty for data that came without pages."""
    outcome: Outcome | None
    """None: not compared yet."""


def keep(session: Session, submission: str, came: Came) -> None:
    """Keep the pages of a file that came in for when somebody looks; a bundle has none."""
    if came.carried.how == "bare":
        return
    cut = came.carried.cut or Cut(0, 0)
    rest = cut.without(came.data)
    digest = hashlib.sha256(rest).hexdigest()
    large = len(rest) > redrawing.MOST_PAGES_BYTES
    outcome = Outcome.UNREAD.value if large else ""
    fresh = Printed(submission, digest, plain_name(came.name), cut.start, cut.length, outcome, b"" if large else rest)
    printed.put(session, fresh)


def known(workspace: Workspace, submission: str) -> tuple[Proof, ...]:
    """What is known of the pages that came in with a submission, file by file; one line where there were none."""
    with workspace.reading() as session:
        found = printed.of(session, submission)
    return tuple(Proof(one.source, _outcome(one.outcome)) for one in found) or (Proof("", Outcome.NONE),)


def of_all(workspace: Workspace) -> dict[str, tuple[Outcome | None, ...]]:
    """Submission to what is known of its pages; those that came without pages are not named."""
    with workspace.reading() as session:
        found = printed.outcomes(session)
    return {submission: tuple(_outcome(one) for one in outcomes) for submission, outcomes in found.items()}


def prove(workspace: Workspace, submission: str = "", progress: Progress = silent) -> int:
    """Compare what waits of one submission, or of all; how many files that were.

    What `progress` stops is taken up the next time. Raises what `Shelf.bundle` raises of files that lie outside.
    """
    with workspace.reading() as session:
        waiting = printed.waiting(session, submission)
    if not waiting:
        return 0
    with Quarantine(redrawing.LIMITS) as quarantine, Shelf(workspace) as shelf:
        for done, one in enumerate(waiting):
            progress(done, len(waiting))
            bundle = shelf.bundle(one.submission, progress)
            outcome = _compared(workspace, (one, bundle), quarantine, progress)
            with workspace.noting() as session:
                printed.settle(session, one, outcome.value)
    progress(len(waiting), len(waiting))
    return len(waiting)


def _compared(workspace: Workspace, kept: tuple[Printed, bytes], quarantine: Quarantine, progress: Progress) -> Outcome:
    one, bundle = kept
    with workspace.reading() as session:
        rest = printed.rest(session, one)
    opened = read(bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    submission = wire.read_submission(opened.header, opened.lines())

    def waited(_done: int, _total: int) -> None:
        progress(0, 0)

    return redrawing.compare(
        redrawing.Kept(rest, Cut(one.cut_at, one.cut_bytes)), submission, bundle, quarantine, waited
    )


def _outcome(kept: str) -> Outcome | None:
    return Outcome(kept) if kept else None
