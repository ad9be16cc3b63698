"""Disputes: one person put a record in the trash, another wrote in it unknown to them; a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.fold import DELETED, Operation, Value, fold
from app.domain.roles import Verb
from app.domain.stamps import moment_of
from app.services.opening.changes import Change, Deed
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records.recording import RecordMissingError, naming
from app.storage import operations, records

__all__ = ["Dispute", "every", "keep", "let_go", "of_record"]


@dataclass(frozen=True)
class Dispute:
    """A record in the trash for one person, and still written in by another."""

    record: str
    kind: str
    title: str
    trashed_by: str
    """The profile's id, "" where it was not told."""
    trashed_at: datetime
    unseen: tuple[str, ...]
    """The writes that whoever put it in the trash did not know, oldest first."""


def every(workspace: Workspace) -> tuple[Dispute, ...]:
    """Every record in dispute, the one written last first."""
    with workspace.reading() as session:
        found = [brief.id for brief in records.contested(session)]
    return tuple(dispute for record in found if (dispute := of_record(workspace, record)) is not None)


def of_record(workspace: Workspace, record: str) -> Dispute | None:
    """What is to be decided about one record; None if nothing is. Raises RecordMissingError."""
    with workspace.reading() as session:
        held = {operation.stamp: operation for operation in operations.of_record(session, record)}
    if not held:
        raise RecordMissingError(id=record)
    state = fold(held.values())
    if not state.disputed:
        return None
    marks = state.leaves[DELETED]
    seen = {stamp for mark in marks if isinstance(mark.value, list) for stamp in mark.value}
    written = {leaf.stamp for name, found in state.leaves.items() if name != DELETED for leaf in found}
    moment = moment_of(marks[0].stamp)
    unseen = tuple(sorted(written - {str(stamp) for stamp in seen}))
    return Dispute(record, state.kind, naming(state), held[marks[0].stamp].by, moment, unseen)


def keep(workspace: Workspace, dispute: Dispute) -> Change:
    """Take the record out of the trash for everybody. Raises NotAllowedError and RecordMissingError."""
    return _decide(workspace, dispute, kept=True)


def let_go(workspace: Workspace, dispute: Dispute) -> Change:
    """Put the record in the trash for everybody, knowing what was written. Raises as `keep`."""
    return _decide(workspace, dispute, kept=False)


def _decide(workspace: Workspace, dispute: Dispute, *, kept: bool) -> Change:
    workspace.may(Verb.WRITE)
    with workspace.writing() as session:
        state = operations.state(session, dispute.record)
        if state is None:
            raise RecordMissingError(id=dispute.record)
        written = {leaf.stamp for name, found in state.leaves.items() if name != DELETED for leaf in found}
        mark: Value = False if kept else list[Value](sorted(written))
        known = tuple(leaf.stamp for leaf in state.leaves.get(DELETED, ()))
        stamp = workspace.next_stamps(session).stamp(after=[state.stamp])
        by, replaces = workspace.profile.id, {DELETED: known} if known else {}
        made = Operation(dispute.record, state.kind, stamp, {DELETED: mark}, replaces, by)
        operations.add_all(session, [made], judge(workspace.pack))
    return workspace.done.wrote(Deed.DISPUTED, dispute.title, dispute.record, [stamp])
