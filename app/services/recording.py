"""Recording: what every kind of record has in common - open, keep, save, trash, bring back, look back.

A module about one kind of record, such as `objectives`, adds only what is special to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from app.domain.checks import check
from app.domain.drafts import Draft
from app.domain.fold import DELETED, Operation, Value
from app.domain.problems import Problem
from app.domain.records import KINDS, Record, unflat
from app.domain.stamps import moment_ms
from app.errors import GroundworkError
from app.i18n import N_
from app.services.judging import judge
from app.services.workspace import Workspace
from app.storage import operations, records, values
from app.storage.records import Line, Query
from app.storage.session import Session

__all__ = [
    "Line",
    "Query",
    "RecordMissingError",
    "Saved",
    "Version",
    "bring_back",
    "count",
    "draft_in",
    "drop",
    "history",
    "is_in_trash",
    "keep",
    "kept_drafts",
    "kind_of",
    "lines",
    "new",
    "open_draft",
    "problems",
    "save",
    "trash",
    "write",
]
R = TypeVar("R", bound=Record)


class RecordMissingError(GroundworkError):
    """No record with that id."""

    message = N_("There is no record {id} in this workspace.")


@dataclass(frozen=True)
class Saved:
    """What a save made of a draft."""

    id: str
    stamp: str
    """The operation written; the record's newest one if nothing had changed."""
    changed: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Version:
    """One step in the history of a record."""

    stamp: str
    saved_at: datetime
    by: str
    """The profile's id, "" where it was not told."""
    changes: Mapping[str, tuple[Value, Value]]
    """Per entry: what this writer had seen, and what it became."""


def new(workspace: Workspace, record_class: type[R], **fields: object) -> Draft[R]:
    """An empty draft with an id of its own and these fields filled in."""
    return Draft(record_class(id=workspace.new_id(), **fields))


def open_draft(workspace: Workspace, record_class: type[R], record: str) -> Draft[R]:
    """A draft of a saved record, as it is now. Raises RecordMissingError."""
    with workspace.reading() as session:
        return draft_in(session, record_class, record)


def draft_in(session: Session, record_class: type[R], record: str) -> Draft[R]:
    """A draft of a saved record inside a transaction already open. Raises RecordMissingError."""
    state = operations.state(session, record)
    if state is None or state.kind != record_class.KIND:
        raise RecordMissingError(id=record)
    found = unflat(record_class, record, state.fields)
    base = {name: tuple(leaf.stamp for leaf in leaves) for name, leaves in state.leaves.items()}
    return Draft(found, before=dict(state.fields), base=base)


def kind_of(workspace: Workspace, record: str) -> type[Record]:
    """The class of the record with this id. Raises RecordMissingError."""
    with workspace.reading() as session:
        kind = records.kind_of(session, record)
    if kind not in KINDS:
        raise RecordMissingError(id=record)
    return KINDS[kind]


def problems(workspace: Workspace, draft: Draft[R]) -> tuple[Problem, ...]:
    """What is still missing or odd in a draft; the same answer while typing, on saving and on import."""
    return check(draft.record, workspace.pack, draft.unread)


def keep(workspace: Workspace, draft: Draft[R]) -> None:
    """Keep what is being typed, as typed; called 400 ms after the last key and on leaving a field."""
    with workspace.noting() as session:
        values.put_draft(session, draft, by=workspace.profile.id, now_ms=workspace.now_ms())


def kept_drafts(workspace: Workspace) -> tuple[Draft[Record], ...]:
    """What was being typed when the program ended without saving it, the newest first."""
    with workspace.reading() as session:
        return values.drafts(session)


def drop(workspace: Workspace, record: str) -> None:
    """Forget what was typed and not saved, because its writer said so."""
    with workspace.noting() as session:
        values.drop_draft(session, record)


def save(workspace: Workspace, draft: Draft[R]) -> Saved:
    """Keep a draft for good, complete or not; what is missing comes back as problems, nothing typed is refused.

    Only what changed is written, and it replaces only what this person had seen.
    """
    changes = draft.changes()
    found = problems(workspace, draft)
    if not changes and not draft.unread:
        drop(workspace, draft.record.id)
        with workspace.reading() as session:
            state = operations.state(session, draft.record.id)
        return Saved(draft.record.id, state.stamp if state else "", changed=False, problems=found)
    with workspace.writing() as session:
        stamp = write(workspace, session, draft)
        if not draft.unread:
            values.drop_draft(session, draft.record.id)
    return Saved(draft.record.id, stamp, changed=True, problems=found)


def write(workspace: Workspace, session: Session, draft: Draft[R]) -> str:
    """Write a draft's changes inside a transaction already open; the stamp of the operation, "" if nothing changed."""
    changes = draft.changes()
    if not changes:
        return ""
    replaces = {name: draft.base[name] for name in changes if draft.base.get(name)}
    clock = workspace.next_stamps(session)
    stamp = clock.stamp(after=(one for stamps in draft.base.values() for one in stamps))
    kind = type(draft.record).KIND
    made = Operation(draft.record.id, kind, stamp, changes, replaces, workspace.profile.id)
    operations.add_all(session, [made], judge(workspace.pack))
    return stamp


def trash(workspace: Workspace, record: str) -> None:
    """Put a record in the trash; what somebody else wrote meanwhile keeps it visible. Raises RecordMissingError."""
    with workspace.writing() as session:
        state = operations.state(session, record)
        if state is None:
            raise RecordMissingError(id=record)
        seen = [leaf.stamp for name, leaves in state.leaves.items() if name != DELETED for leaf in leaves]
        _mark(workspace, session, record, list[Value](sorted(seen)))


def bring_back(workspace: Workspace, record: str) -> None:
    """Take a record out of the trash. Raises RecordMissingError."""
    with workspace.writing() as session:
        _mark(workspace, session, record, False)


def is_in_trash(workspace: Workspace, record: str) -> bool:
    """Whether a record is deleted; one that does not exist is not."""
    with workspace.reading() as session:
        state = operations.state(session, record)
    return state is not None and state.deleted


def history(workspace: Workspace, record: str) -> tuple[Version, ...]:
    """Every step of a record, oldest first. Raises RecordMissingError."""
    with workspace.reading() as session:
        held = operations.of_record(session, record)
    if not held:
        raise RecordMissingError(id=record)
    by_stamp = {operation.stamp: operation for operation in held}
    return tuple(_version(operation, by_stamp) for operation in held)


def lines(workspace: Workspace, query: Query, *, after: int = 0, limit: int = 50) -> list[Line]:
    """A page of a list, newest month first."""
    with workspace.reading() as session:
        return records.page(session, KINDS[query.kind], query, after=after, limit=limit)


def count(workspace: Workspace, query: Query) -> int:
    """How long the list is."""
    with workspace.reading() as session:
        return records.count(session, query)


def _mark(workspace: Workspace, session: Session, record: str, mark: Value) -> None:
    state = operations.state(session, record)
    if state is None:
        raise RecordMissingError(id=record)
    known = tuple(leaf.stamp for leaf in state.leaves.get(DELETED, ()))
    stamp = workspace.next_stamps(session).stamp(after=[state.stamp])
    replaces = {DELETED: known} if known else {}
    made = Operation(record, state.kind, stamp, {DELETED: mark}, replaces, workspace.profile.id)
    operations.add_all(session, [made], judge(workspace.pack))


def _version(operation: Operation, held: Mapping[str, Operation]) -> Version:
    changes = {}
    for name, value in operation.fields.items():
        seen = [held[stamp].fields.get(name) for stamp in operation.replaces.get(name, ()) if stamp in held]
        changes[name] = (seen[-1] if seen else None, value)
    saved_at = datetime.fromtimestamp(moment_ms(operation.stamp) / 1000, UTC)
    return Version(operation.stamp, saved_at, operation.by, changes)
