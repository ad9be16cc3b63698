"""Receiving: files that come in, in any order, any number of times, and what each is; `triage` decides about them.

A file that came in is kept byte for byte and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.shared import Submission
from app.errors import GroundworkError
from app.i18n import N_, translation
from app.intake.carrier import PDF_LIMITS, find_bundle
from app.intake.quarantine import Quarantine
from app.progress import Progress, silent
from app.services.coordinating import honouring, proving, triage
from app.services.coordinating.proving import Came
from app.services.opening.workspace import Workspace
from app.storage import exchange
from app.storage.exchange import Received
from app.sync import forwarding, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.standing import Held, Outcome, outcome

__all__ = ["Arrival", "FILE_ENDINGS", "Outcome", "arriving", "receive", "receive_data", "refuse_others"]

FILE_ENDINGS = (".pdf", ".gwb")
"""What is taken from a folder; a file chosen by itself is looked at whatever its name."""


class NotACoordinatorError(GroundworkError):
    """Only a workspace made for coordination receives submissions."""

    message = N_("This workspace does not coordinate others, so it cannot receive submissions.")


class FileUnreadableError(GroundworkError):
    """The file cannot even be read."""

    message = N_("{name} cannot be read. Is the stick still in, and may you open the file?")


@dataclass(frozen=True)
class Arrival:
    """What became of one file."""

    path: Path
    outcome: Outcome
    reason: str = ""
    """Why it was refused or must be looked at, in words."""
    submission: str = ""
    honoured: int = 0
    """How many entries held here it takes back; they are honoured at once."""


def receive(workspace: Workspace, paths: Iterable[Path], progress: Progress = silent) -> tuple[Arrival, ...]:
    """Take files and folders into the inbox; each file has exactly one outcome, and no file stops the others."""
    return tuple(arriving(workspace, paths, progress))


def arriving(workspace: Workspace, paths: Iterable[Path], progress: Progress = silent) -> Iterator[Arrival]:
    """The same, file by file: whoever stops in between still knows what became of those before."""
    refuse_others(workspace)
    files = list(_files(paths))
    with Quarantine(PDF_LIMITS) as quarantine:
        for done, path in enumerate(files):
            progress(done, len(files))
            yield from _receive_one(workspace, path, quarantine)
    progress(len(files), len(files))


def refuse_others(workspace: Workspace) -> None:
    """Go on only where others are coordinated. Raises NotACoordinatorError."""
    if not workspace.coordinator:
        raise NotACoordinatorError


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() in FILE_ENDINGS and one.is_file())
        else:
            yield path


def _receive_one(workspace: Workspace, path: Path, quarantine: Quarantine) -> Iterator[Arrival]:
    try:
        content = path.read_bytes()
    except OSError as failure:
        reason = FileUnreadableError(name=path.name, detail=str(failure.errno))
        yield Arrival(path, Outcome.REFUSED, reason.sentence())
        return
    yield from received(workspace, path, content, quarantine)


def received(workspace: Workspace, path: Path, content: bytes, quarantine: Quarantine) -> Iterator[Arrival]:
    """What became of a file whose content is at hand; where a hub passes several submissions on, of each."""
    if not forwarding.is_forward(content):
        yield receive_data(workspace, path, content, quarantine)
        return
    try:
        passed = forwarding.open_(content).passed
    except GroundworkError as failure:
        yield Arrival(path, Outcome.REFUSED, failure.sentence())
        return
    for one in passed:
        yield receive_data(workspace, path.with_name(f"{path.stem}-{one.listed.id[:12]}.gwb"), one.data, quarantine)


def receive_data(workspace: Workspace, path: Path, content: bytes, quarantine: Quarantine) -> Arrival:
    """The same for a file whose content is at hand; of `path` only the name is kept."""
    try:
        came = Came(path.name, content, find_bundle(content, quarantine=quarantine))
        bundle = read(came.carried.data, purpose=Purpose.SUBMISSION, keys=workspace.keys)
        submission = wire.read_submission(bundle.header, bundle.lines())
    except GroundworkError as failure:
        return Arrival(path, Outcome.REFUSED, failure.sentence())
    sender = bundle.manifest.sender.signing.hex()
    fresh = Held(submission.organisation.id, submission.call, submission.revision, bundle.bundle_id, sender)
    return _take(workspace, path, fresh, came, submission)


def _take(workspace: Workspace, path: Path, fresh: Held, came: Came, submission: Submission) -> Arrival:
    with workspace.writing() as session:
        held = [triage.held(one) for one in exchange.received(session, fresh.organisation)]
        trusted = triage.trusted_keys(session)
        kept = Received(
            fresh.id,
            fresh.organisation,
            submission.organisation.name,
            fresh.call,
            submission.period.iso,
            fresh.revision,
            fresh.sender,
            path.name,
            workspace.now_ms(),
            came.carried.data,
        )
        exchange.put_received(session, kept)
        proving.keep(session, fresh.id, came)
    result = outcome(fresh, held, trusted)
    count = honouring.taken_back(workspace, submission, fresh.sender)
    said = [translation().gettext(_REASONS.get(result, "")), _taken_back(count) if count else ""]
    return Arrival(path, result, " ".join(filter(None, said)), fresh.id, count)


def _taken_back(count: int) -> str:
    words = translation().ngettext(
        "It takes back {count} entry that was sent before. Honoured: nothing of it is shown any more.",
        "It takes back {count} entries that were sent before. Honoured: nothing of them is shown any more.",
        count,
    )
    return words.format(count=translation().number(count))


_REASONS = {
    Outcome.SAME: N_("This submission is here already; nothing was changed."),
    Outcome.UNKNOWN_SENDER: N_("Nobody has confirmed the key of this sender yet. Compare its digits by telephone."),
    Outcome.CLASH: N_("There is another submission with the same number and different content. A person must look."),
    Outcome.OLDER: N_("A newer version of this submission is here already."),
}
