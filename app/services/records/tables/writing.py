"""Keeping checked rows: many new records at once, changed ones one by one, in a transaction already open."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.drafts import Draft
from app.domain.filling import begun, filled
from app.domain.fold import Operation
from app.domain.records import KINDS, Record, SensitiveNote
from app.domain.records.feedback import SENSITIVE
from app.domain.roles import Verb
from app.intake.results import FieldValue
from app.progress import Progress, silent
from app.services.opening.changes import Step
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.tables.checking import Checked, RowPlan
from app.storage import operations
from app.storage.imports import Imported
from app.storage.session import Session

_AT_ONCE = 2_000


@dataclass(frozen=True)
class Written:
    """What was written: each row with its record, and the writes that made it."""

    rows: tuple[Imported, ...]
    steps: tuple[Step, ...]


def write(workspace: Workspace, session: Session, checked: Checked, batch: str, progress: Progress = silent) -> Written:
    """Write every new and every changed row."""
    with _at_rest():
        return _written(workspace, session, (checked, batch), progress)


@contextmanager
def _at_rest() -> Iterator[None]:
    """Let the collector of garbage pass over what is there already: with so many rows it takes half of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _written(workspace: Workspace, session: Session, what: tuple[Checked, str], progress: Progress) -> Written:
    checked, batch = what
    kind = KINDS[checked.reading.kind]
    wanted = checked.writes
    new = [one for one in wanted if _is_plain(one, kind)]
    rows, steps = [], []
    for start in range(0, len(new), _AT_ONCE):
        progress(start, len(wanted))
        for one, step in _begin(workspace, session, new[start : start + _AT_ONCE], kind):
            rows.append(Imported(one.key, step.record, one.digest, batch))
            steps.append(step)
    for done, one in enumerate((one for one in wanted if not _is_plain(one, kind)), len(new)):
        progress(done, len(wanted))
        record, stamp = _write_one(workspace, session, one, kind)
        rows.append(Imported(one.key, record, one.digest, batch))
        steps += [Step(record, (stamp,))] if stamp else []
    return Written(tuple(rows), tuple(steps))


def _is_plain(one: RowPlan, kind: type[Record]) -> bool:
    """Whether it only begins a record that everybody here may read."""
    return not one.record and one.result.fields.get("type") != SENSITIVE and not kind.SEALED_FOR


def _begin(
    workspace: Workspace, session: Session, plans: Sequence[RowPlan], kind: type[Record]
) -> list[tuple[RowPlan, Step]]:
    """Begin a record for each of these rows, all with one insert."""
    workspace.may(Verb.WRITE)
    made: list[tuple[RowPlan, Operation]] = []
    for one, stamp in zip(plans, workspace.stamps(session, len(plans)), strict=True):
        fields = begun(kind, one.result.fields)
        made.append((one, Operation(workspace.new_id(), kind.KIND, stamp, fields, {}, workspace.profile.id)))
    operations.add_all(session, [operation for _one, operation in made], judge(workspace.pack))
    return [(one, Step(operation.record, (operation.stamp,))) for one, operation in made]


def _write_one(workspace: Workspace, session: Session, one: RowPlan, kind: type[Record]) -> tuple[str, str]:
    """Write one row of which the record is here, or is sealed; its record and the stamp, "" if nothing changed."""
    fields = one.result.fields
    if fields.get("type") == SENSITIVE:
        kind, fields = SensitiveNote, _noted(fields)
    draft: Draft[Record] = Draft(kind(id=one.record or workspace.new_id()))
    if one.record and operations.state(session, one.record) is not None:
        draft = recording.draft_in(session, kind, one.record)
    return draft.record.id, recording.write(workspace, session, filled(draft, fields))


def _noted(fields: Mapping[str, FieldValue]) -> Mapping[str, FieldValue]:
    """All that is kept of a sensitive report: that there was one, and its month."""
    return {"type": "sensitive_protection", "month": fields.get("month", "")}
