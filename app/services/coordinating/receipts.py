"""Receipts: what a coordinator sends back about each submission, as a file or as digits for the telephone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from app.domain.shared import Identity, Receipt
from app.domain.stamps import moment_of
from app.files import make_folder, write_whole
from app.progress import Progress, silent
from app.services.coordinating import fates, shelf, triage
from app.services.opening import own_keys
from app.services.opening.workspace import Workspace
from app.services.submitting import receipts as senders
from app.storage import decisions, exchange, values
from app.storage.decisions import ONCE, VERDICT
from app.storage.session import Session
from app.sync import receipts
from app.sync.standing import Verdict

Linked = Mapping[Identity, Identity]
"""Entries of organisations that are counted once with others, each with one of those."""
_WRITTEN = "receipts written"
_NOTHING_LINKED: Linked = {}


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
    """The submissions that were decided and whose senders were not told what became of them; `again` all decided.

    Linking an activity of an accepted one to another's is something new to tell, too.
    """
    with workspace.reading() as session:
        told = {} if again else values.get(session, _WRITTEN) or {}
        found = _newest(session)
    return tuple(sorted(one for one, stamp in found.items() if told.get(one) != stamp))


def write(workspace: Workspace, submission: str, linked: Linked = _NOTHING_LINKED) -> Written:
    """The receipt of one decided submission; `linked` says which entries are counted with which others.

    Raises SubmissionMissingError.
    """
    line = triage.find(workspace, submission)
    beside = {entry: other for (owner, entry), (_whose, other) in linked.items() if owner == line.organisation}
    told = fates.of(workspace, line.id, beside)
    with workspace.reading() as session:
        made = [one for one in decisions.every(session, VERDICT) if one.subject == line.id]
        changes = own_keys.changes(session)
    sent = shelf.said(workspace, line.id)
    if sent is None or not made:
        raise triage.SubmissionMissingError(id=submission)
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
        fate=told.whole.code,
        fates={one.entry: one.fate for one in told.entries},
    )
    data = receipts.write(receipt, keys=workspace.keys, sender=sent.sender, changes=changes)
    return Written(receipt, sent.submission.organisation.name, data, f"receipt-{line.id[:12]}.gwb")


@dataclass(frozen=True)
class Wanted:
    """Which receipts are written, and what they tell beside what was decided."""

    replace: bool = False
    """Whether files that are there are written over."""
    again: bool = False
    """Also those that were written before, as one that was lost must be."""
    linked: Linked = field(default_factory=dict)
    """Which entries are counted with which others."""


_ALL_DUE = Wanted()


def hand_out(
    workspace: Workspace, folder: Path, progress: Progress = silent, *, wanted: Wanted = _ALL_DUE
) -> tuple[Written, ...]:
    """Write every receipt that is due into the folder; it is due again when something else is decided.

    Raises what can be wrong with writing; what was written before that stays written and told.
    """
    waiting, given = due(workspace, again=wanted.again), []
    for done, submission in enumerate(waiting):
        progress(done, len(waiting))
        one = write(workspace, submission, wanted.linked)
        make_folder(folder)
        write_whole(folder / one.file, one.data, replace=wanted.replace, private=True)
        _remember(workspace, one)
        given.append(one)
    return tuple(given)


def _remember(workspace: Workspace, given: Written) -> None:
    with workspace.writing() as session:
        stamp = _newest(session).get(given.receipt.submission)
        kept = values.get(session, _WRITTEN) or {}
        if stamp:
            values.put(session, _WRITTEN, {**kept, given.receipt.submission: stamp})


def digits(workspace: Workspace, submission: str) -> str:
    """What to say over the telephone about a decided submission. Raises SubmissionMissingError."""
    line = triage.find(workspace, submission)
    return senders.digits_of(line.id, line.verdict)


def _newest(session: Session) -> dict[str, str]:
    """Decided submission to the newest decision of which its sender should hear."""
    linking: dict[str, str] = {}
    for subject, one in decisions.newest(session, ONCE).items():
        for owner, _entry in msgspec.json.decode(subject):
            linking[owner] = max(linking.get(owner, ""), one.stamp)
    owners = {one.id: one.organisation for one in exchange.received(session)} if linking else {}
    return {
        submission: max(found.stamp, linking.get(owners.get(submission, ""), ""))
        if found.answer == Verdict.ACCEPTED
        else found.stamp
        for submission, found in decisions.newest(session, VERDICT).items()
    }
