"""Receipts: what a coordinator sends back about each submission, as a file or as digits for the telephone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.shared import Receipt
from app.domain.stamps import moment_of
from app.files import make_folder, write_whole
from app.progress import Progress, silent
from app.services.coordinating import triage
from app.services.opening import own_keys
from app.services.opening.workspace import Workspace
from app.services.submitting import receipts as senders
from app.storage import decisions, exchange, values
from app.storage.decisions import VERDICT
from app.sync import receipts, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.standing import Verdict

_WRITTEN = "receipts written"


@dataclass(frozen=True)
class Written:
    """A receipt that is to travel back: for whom, about what, and its file."""

    receipt: Receipt
    name: str
    """The organisation's name."""
    data: bytes
    file: str
    """A name for the file; it names nobody but by the beginning of an identity."""


def due(workspace: Workspace, *, again: bool = False) -> tuple[str, ...]:
    """The submissions that were decided and whose senders were not told what was decided last; `again` all decided."""
    with workspace.reading() as session:
        told = {} if again else values.get(session, _WRITTEN) or {}
        found = decisions.newest(session, VERDICT)
    return tuple(sorted(one for one, decision in found.items() if told.get(one) != decision.stamp))


def write(workspace: Workspace, submission: str) -> Written:
    """The receipt of one decided submission. Raises SubmissionMissingError."""
    line = triage.find(workspace, submission)
    with workspace.reading() as session:
        kept = exchange.received_one(session, line.id)
        made = [one for one in decisions.every(session, VERDICT) if one.subject == line.id]
        changes = own_keys.changes(session)
    if kept is None or not made:
        raise triage.SubmissionMissingError(id=submission)
    bundle = read(kept.bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    sent = wire.read_submission(bundle.header, bundle.lines())
    receipt = Receipt(
        submission=line.id,
        call=line.call,
        revision=line.revision,
        organisation=line.organisation,
        reader=workspace.organisation.name,
        read_on=moment_of(made[-1].stamp).date().isoformat(),
        verdict=line.verdict.value,
        comment=line.comment,
        decided=len(made),
        questions=line.questions,
        fate=_fate(line),
    )
    data = receipts.write(receipt, keys=workspace.keys, sender=bundle.manifest.sender, changes=changes)
    return Written(receipt, sent.organisation.name, data, f"receipt-{line.id[:12]}.gwb")


def hand_out(
    workspace: Workspace, folder: Path, progress: Progress = silent, *, replace: bool = False, again: bool = False
) -> tuple[Written, ...]:
    """Write every receipt that is due into the folder; it is due again when something else is decided.

    With `again` those that were written before are written once more, as one that was lost must be.

    Raises what can be wrong with writing; what was written before that stays written and told.
    """
    waiting, given = due(workspace, again=again), []
    for done, submission in enumerate(waiting):
        progress(done, len(waiting))
        one = write(workspace, submission)
        make_folder(folder)
        write_whole(folder / one.file, one.data, replace=replace, private=True)
        _remember(workspace, one)
        given.append(one)
    return tuple(given)


def _remember(workspace: Workspace, given: Written) -> None:
    with workspace.writing() as session:
        decision = decisions.newest(session, VERDICT).get(given.receipt.submission)
        kept = values.get(session, _WRITTEN) or {}
        if decision:
            values.put(session, _WRITTEN, {**kept, given.receipt.submission: decision.stamp})


def digits(workspace: Workspace, submission: str) -> str:
    """What to say over the telephone about a decided submission. Raises SubmissionMissingError."""
    line = triage.find(workspace, submission)
    return senders.digits_of(line.id, line.verdict)


def _fate(line: triage.InboxLine) -> str:
    """What became of all its entries: counted, or why not."""
    if line.counted:
        return Verdict.ACCEPTED.value
    return "replaced" if line.verdict is Verdict.ACCEPTED else line.verdict.value
