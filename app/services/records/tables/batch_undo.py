"""Undoing exactly one import, also after the program was closed: what its rows wrote is known by its stamps."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.changes import Change, Deed, Step
from app.services.opening.workspace import Workspace
from app.services.records import undoing
from app.services.records.undoing import Undone
from app.storage import imports, values
from app.storage.imports import Batch
from app.storage.session import Session

_NAME = "import {batch}"


class BatchMissingError(GroundworkError):
    """No import has that id, or it is from before imports could be undone later."""

    message = N_("There is no import {batch} that can be undone here.")


def note(session: Session, batch: str, steps: Sequence[Step]) -> None:
    """Remember between which stamps the writes of an import lie: one transaction writes without a gap."""
    stamps = [stamp for step in steps for stamp in step.stamps]
    if stamps:
        values.put(session, _NAME.format(batch=batch), [min(stamps), max(stamps)])


def touched(workspace: Workspace, batch: str) -> tuple[str, ...]:
    """What the records are called that somebody changed since this import. Raises BatchMissingError."""
    with workspace.reading() as session:
        first, last = _between(session, batch)
        return imports.changed_after(session, (first, last))


def is_undone(workspace: Workspace, batch: str) -> bool:
    """Whether nothing of an import is left outside the trash."""
    with workspace.reading() as session:
        return imports.is_taken_back(session, batch)


def undo(workspace: Workspace, batch: str) -> Undone:
    """Take back exactly what this import wrote; what was changed since stays, and is counted.

    Raises BatchMissingError.
    """
    with workspace.reading() as session:
        first, last = _between(session, batch)
        found = _named(session, batch)
        written = imports.written_between(session, (first, last))
    wanted = {stamp for _record, stamp in written}
    change = next((one for one in workspace.done.to_undo if _is_of(one, wanted)), None)
    if change is None:
        change = Change(Deed.IMPORTED, found.file, tuple(Step(record, (stamp,)) for record, stamp in written))
        workspace.done.push(change)
    undone = undoing.undo(workspace, change)
    if undone is None:
        raise BatchMissingError(batch=batch)
    return undone


def _between(session: Session, batch: str) -> tuple[str, str]:
    kept = values.get(session, _NAME.format(batch=batch))
    if not kept:
        raise BatchMissingError(batch=batch)
    return str(kept[0]), str(kept[1])


def _named(session: Session, batch: str) -> Batch:
    found = next((one for one in imports.batches(session) if one.id == batch), None)
    if found is None:
        raise BatchMissingError(batch=batch)
    return found


def _is_of(change: Change, wanted: set[str]) -> bool:
    return change.deed is Deed.IMPORTED and change.steps[0].stamps[0] in wanted and not change.is_redone
