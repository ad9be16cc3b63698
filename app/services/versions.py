"""Versions: a record as it was after any of its steps, and the way back to it; nothing after it is lost."""

from __future__ import annotations

from app.domain.fold import DELETED, Operation, State, Value, fold
from app.errors import GroundworkError
from app.i18n import N_
from app.services.changes import Deed
from app.services.judging import judge
from app.services.recording import RecordMissingError, Version, history, naming
from app.services.workspace import Workspace
from app.storage import operations

__all__ = ["Version", "VersionMissingError", "history", "revert"]


class VersionMissingError(GroundworkError):
    """No version with that stamp."""

    message = N_("This record has no version {stamp}. Look at its history for those it has.")


def revert(workspace: Workspace, record: str, stamp: str) -> str:
    """Bring a version back: one new write with what the record showed then; "" if it shows the same now.

    Raises RecordMissingError and VersionMissingError.
    """
    with workspace.writing() as session:
        held = operations.of_record(session, record)
        if not held:
            raise RecordMissingError(id=record)
        if stamp not in {operation.stamp for operation in held}:
            raise VersionMissingError(stamp=stamp)
        now, then = fold(held), fold(operation for operation in held if operation.stamp <= stamp)
        fields = _way_back(now, then)
        if not fields:
            return ""
        known = {name: tuple(leaf.stamp for leaf in now.leaves.get(name, ())) for name in fields}
        replaces = {name: stamps for name, stamps in known.items() if stamps}
        made = workspace.next_stamps(session).stamp(after=[now.stamp])
        written = Operation(record, now.kind, made, fields, replaces, workspace.profile.id)
        operations.add_all(session, [written], judge(workspace.pack))
        workspace.done.wrote(Deed.REVERTED, naming(now), record, [made])
    return made


def _way_back(now: State, then: State) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    for name in {*now.fields, *then.fields}:
        empty: Value = False if "/" in name else None
        wanted = then.fields.get(name, empty)
        if now.fields.get(name, empty) != wanted or name in now.conflicts:
            fields[name] = wanted
    if now.deleted and not then.deleted:
        fields[DELETED] = False
    return dict(sorted(fields.items()))
