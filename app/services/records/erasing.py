"""Erasing: records destroyed for good, with all that is nothing without them; that it happened is what stays.

The one way to erase, whoever asks: the trash, a message that turned out to be a report, a clock that ran out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.fold import ERASED, Operation
from app.domain.records import KINDS, Attachment, Record, rules
from app.domain.records.fields import Shape
from app.domain.roles import Verb
from app.domain.stamps import moment_of
from app.errors import GroundworkError
from app.i18n import N_, _
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.storage import attachments, operations, records, values
from app.storage.session import Session

_POINTING = (Shape.REFERENCE, Shape.REFERENCES)


class Reason(StrEnum):
    """Why something was erased: one of a few words, so that the proof itself tells nothing of what was there."""

    ASKED = "asked"
    OVER = "over"
    MISTAKE = "mistake"
    DANGER = "danger"
    REPORT = "report"


_WORDS = {
    Reason.ASKED: N_("Somebody it is about asked for it"),
    Reason.OVER: N_("It was kept as long as it was needed"),
    Reason.MISTAKE: N_("It should never have been written down"),
    Reason.DANGER: N_("It could put somebody in danger"),
    Reason.REPORT: N_("It turned out to be a sensitive report"),
}
OFFERED = (Reason.ASKED, Reason.OVER, Reason.MISTAKE, Reason.DANGER)
"""What a person may choose; the others are given by what they did."""


class NotInTrashError(GroundworkError):
    """Only what was put in the trash before can be erased by choosing it."""

    message = N_("Put it in the trash first. What is erased cannot come back.")


@dataclass(frozen=True)
class Proof:
    """That something was erased: which id, when, by whom and why. Nothing of what it said is kept."""

    record: str
    at: datetime
    by: str
    reason: str


def reason_words(reason: str) -> str:
    """A reason in the active language; one that a newer program gave is shown as it is."""
    return _(_WORDS[Reason(reason)]) if reason in _WORDS else reason


def erase(workspace: Workspace, *wanted: str, reason: Reason) -> tuple[Proof, ...]:
    """Destroy records for good, and what belongs to them: versions, words in the search, drafts, bytes of files.

    A tombstone of each stays, and keeps every copy from coming back. What was sent before stays as it was sent, and
    is taken back in the next submission. Records that do not exist are passed over. Raises NotAllowedError.
    """
    workspace.may(Verb.WRITE)
    with workspace.writing() as session:
        gone = [*wanted, *belonging_in(session, wanted)]
        proofs = erase_in(workspace, session, gone, reason)
    finish(workspace, gone)
    return proofs


def erase_in(workspace: Workspace, session: Session, gone: Iterable[str], reason: Reason) -> tuple[Proof, ...]:
    """Destroy exactly these records inside a transaction already open; `finish` after it."""
    proofs, wanted = [], list(gone)
    hashes = [one.hash for id in wanted if (one := records.get(session, Attachment, id)) is not None]
    for record in wanted:
        values.destroy_drafts(session, record)
        if (tombstone := _tombstone(workspace, session, record, reason)) is not None:
            operations.erase(session, tombstone, judge(workspace.pack))
            proofs.append(_proof(records.Erased(record, tombstone.stamp, tombstone.by, reason)))
    _remove_bytes(session, hashes)
    operations.sweep(session)
    return tuple(proofs)


def finish(workspace: Workspace, gone: Iterable[str]) -> None:
    """Forget what could bring erased records back, and leave no page of them in the file."""
    workspace.done.forget(gone)
    workspace.sweep()


def belonging(workspace: Workspace, *wanted: str) -> tuple[str, ...]:
    """What goes with these records because it is nothing without them: comments, steps, updates, files of theirs."""
    with workspace.reading() as session:
        return belonging_in(session, wanted)


def proofs(workspace: Workspace) -> tuple[Proof, ...]:
    """Everything that was ever erased here, the last first."""
    with workspace.reading() as session:
        return tuple(_proof(one) for one in records.erased(session))


def refuse_shown(workspace: Workspace, *wanted: str) -> None:
    """Go on only if all of these lie in the trash. Raises RecordMissingError and NotInTrashError."""
    for record in wanted:
        recording.kind_of(workspace, record)
        if not recording.is_in_trash(workspace, record):
            raise NotInTrashError


def belonging_in(session: Session, wanted: Iterable[str]) -> tuple[str, ...]:
    """Records with a field that must point somewhere, of which every target goes; and what belongs to those."""
    pointing = {one.id: targets for one in records.with_trash(session, _dependent()) if (targets := _targets(one))}
    first = gone = frozenset(wanted)
    while more := {id for id, targets in pointing.items() if id not in gone and targets <= gone}:
        gone |= more
    return tuple(sorted(gone - first))


def _dependent() -> list[type[Record]]:
    return [kind for kind in KINDS.values() if _needed(kind)]


def _needed(kind: type[Record]) -> list[str]:
    return [one.name for one in rules(kind) if one.required and one.shape in _POINTING]


def _targets(record: Record) -> frozenset[str]:
    named = [getattr(record, name) for name in _needed(type(record))]
    return frozenset(id for one in named for id in ((one,) if isinstance(one, str) else one) if id)


def _tombstone(workspace: Workspace, session: Session, record: str, reason: Reason) -> Operation | None:
    state = operations.state(session, record)
    if state is None or state.kind == ERASED:
        return None
    stamp = workspace.next_stamps(session).stamp(after=[state.stamp])
    return Operation(record, ERASED, stamp, {"reason": reason.value}, {}, workspace.profile.id)


def _remove_bytes(session: Session, hashes: Iterable[str]) -> None:
    for hash in hashes:
        if hash and not any(attachments.holders(session, hash)):
            attachments.remove(session, hash)


def _proof(one: records.Erased) -> Proof:
    return Proof(one.id, moment_of(one.stamp), one.by, one.reason)
