"""Versions: a record as it was after any of its steps, and the way back to it; nothing after it is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.fold import DELETED, ERASED, Operation, State, Value, fold
from app.domain.records import SEALED
from app.domain.roles import Verb
from app.domain.stamps import moment_of
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening import pack_marks
from app.services.opening.changes import Deed
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records import areas
from app.services.records.recording import RecordMissingError, naming
from app.storage import operations


@dataclass(frozen=True)
class Version:
    """One step in the history of a record."""

    stamp: str
    saved_at: datetime
    by: str
    """The profile's id, "" where it was not told."""
    changes: Mapping[str, tuple[Value, Value]]
    """Per entry: what this writer had seen, and what it became."""
    cleaned: tuple[str, ...] = ()
    """Entries that it wrote, too, and whose words had been cleaned up before they could come to this laptop."""
    pack: str = ""
    """The version of the reference pack with which it was written; "" where its writer did not say."""


class VersionMissingError(GroundworkError):
    """No version with that stamp."""

    message = N_("This record has no version {stamp}. Look at its history for those it has.")


def history(workspace: Workspace, record: str) -> tuple[Version, ...]:
    """Every step of a record, oldest first. Raises RecordMissingError."""
    with workspace.reading() as session:
        held, marks = operations.of_record(session, record), pack_marks.every(session)
    if not held or held[0].kind == ERASED:
        raise RecordMissingError(id=record)
    by_stamp = {operation.stamp: _uncovered(workspace, operation) for operation in held}
    held = tuple(by_stamp.values())
    steps = (_version(operation, by_stamp) for operation in held)
    return tuple(replace(one, pack=pack_marks.version_at(marks, one.stamp)) for one in steps)


def revert(workspace: Workspace, record: str, stamp: str) -> str:
    """Bring a version back: one new write with what the record showed then; "" if it shows the same now.

    Raises RecordMissingError and VersionMissingError.
    """
    workspace.may(Verb.WRITE)
    with workspace.writing() as session:
        held = operations.of_record(session, record)
        if not held:
            raise RecordMissingError(id=record)
        if stamp not in {operation.stamp for operation in held}:
            raise VersionMissingError(stamp=stamp)
        now, then = fold(held), fold(operation for operation in held if operation.stamp <= stamp)
        fields = _way_back(now, then, frozenset(name for one in held if one.stamp <= stamp for name in one.cleaned))
        if not fields:
            return ""
        known = {name: tuple(leaf.stamp for leaf in now.leaves.get(name, ())) for name in fields}
        replaces = {name: stamps for name, stamps in known.items() if stamps}
        made = workspace.next_stamps(session).stamp(after=[now.stamp])
        written = Operation(record, now.kind, made, fields, replaces, workspace.profile.id)
        operations.add_all(session, [written], judge(workspace.pack))
        workspace.done.wrote(Deed.REVERTED, naming(now), record, [made])
    return made


def _way_back(now: State, then: State, cleaned: frozenset[str]) -> dict[str, Value]:
    """What to write so that the record shows what it showed then; what was cleaned up stays as it is."""
    fields: dict[str, Value] = {}
    for name in {*now.fields, *then.fields}:
        empty: Value = False if "/" in name else None
        wanted = then.fields.get(name, empty)
        if name in cleaned and not then.leaves.get(name):
            continue
        if now.fields.get(name, empty) != wanted or name in now.conflicts:
            fields[name] = wanted
    if now.deleted and not then.deleted:
        fields[DELETED] = False
    return dict(sorted(fields.items()))


def _uncovered(workspace: Workspace, operation: Operation) -> Operation:
    """The operation with what was sealed in its place; with nothing where it is closed."""
    if SEALED not in operation.fields:
        return operation
    shown = areas.plain(workspace, operation.fields) or {}
    seen = operation.replaces.get(SEALED, ())
    return replace(operation, fields=shown, replaces={name: seen for name in shown} if seen else {})


def _version(operation: Operation, held: Mapping[str, Operation]) -> Version:
    changes = {}
    for name, value in operation.fields.items():
        seen = [held[stamp].fields.get(name) for stamp in operation.replaces.get(name, ()) if stamp in held]
        changes[name] = (seen[-1] if seen else None, value)
    saved_at = moment_of(operation.stamp)
    return Version(operation.stamp, saved_at, operation.by, changes, tuple(sorted(operation.cleaned)))
