"""Keeping checked rows: many new records at once, changed ones one by one, in a transaction already open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app import garbage
from app.domain.drafts import Draft
from app.domain.filling import begun, filled
from app.domain.fold import Operation
from app.domain.records import KINDS, Record, Resources, SensitiveNote
from app.domain.records.feedback import SENSITIVE
from app.domain.roles import Verb
from app.intake.cells.results import FieldValue
from app.progress import Progress, silent
from app.services.opening.changes import Step
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.tables.checking import Checked, RowPlan, at_rest
from app.storage import imports, operations
from app.storage.imports import Imported
from app.storage.session import Session

_AT_ONCE = 2_000
_BESIDE = "{key}/resources"
"""What the record beside that of a row is known by."""


@dataclass(frozen=True)
class Written:
    """What was written: each row with its record, and the writes that made it."""

    rows: tuple[Imported, ...]
    steps: tuple[Step, ...]


def write(workspace: Workspace, session: Session, checked: Checked, batch: str, progress: Progress = silent) -> Written:
    """Write every new and every changed row."""
    with at_rest():
        return _written(workspace, session, (checked, batch), progress)


def _written(workspace: Workspace, session: Session, what: tuple[Checked, str], progress: Progress) -> Written:
    checked, batch = what
    kind = KINDS[checked.reading.kind]
    wanted = checked.writes
    new = [one for one in wanted if _is_plain(one, kind)]
    rows, steps = [], []
    for start in range(0, len(new), _AT_ONCE):
        progress(start, len(wanted))
        with garbage.not_looked_for():
            for row, step in _begin(workspace, session, new[start : start + _AT_ONCE], (kind, batch)):
                rows.append(row)
                steps.append(step)
    for done, one in enumerate((one for one in wanted if not _is_plain(one, kind)), len(new)):
        progress(done, len(wanted))
        for row, stamp in _write_all(workspace, session, one, (kind, batch)):
            rows.append(row)
            steps += [Step(row.record, (stamp,))] if stamp else []
    return Written(tuple(rows), tuple(steps))


def _is_plain(one: RowPlan, kind: type[Record]) -> bool:
    """Whether it only begins a record that everybody here may read."""
    return not one.record and one.result.fields.get("type") != SENSITIVE and not kind.SEALED_FOR


def _begin(
    workspace: Workspace, session: Session, plans: Sequence[RowPlan], what: tuple[type[Record], str]
) -> list[tuple[Imported, Step]]:
    """Begin a record for each of these rows, and one of the money beside it, all with one insert."""
    workspace.may(Verb.WRITE)
    kind, batch = what
    stamps = iter(workspace.stamps(session, len(plans) + sum(bool(one.result.resources) for one in plans)))
    made: list[tuple[Imported, Operation]] = []
    for one in plans:
        row = Imported(one.key, workspace.new_id(), one.digest, batch)
        made.append((row, _first(workspace, row.record, next(stamps), kind, one.result.fields)))
        if one.result.resources:
            beside = Imported(_BESIDE.format(key=one.key), workspace.new_id(), one.digest, batch)
            fields = {**one.result.resources, "of": row.record}
            made.append((beside, _first(workspace, beside.record, next(stamps), Resources, fields)))
    operations.add_all(session, [operation for _row, operation in made], judge(workspace.pack))
    return [(row, Step(operation.record, (operation.stamp,))) for row, operation in made]


def _first(
    workspace: Workspace, record: str, stamp: str, kind: type[Record], fields: Mapping[str, FieldValue]
) -> Operation:
    """The write that begins a record."""
    return Operation(record, kind.KIND, stamp, begun(kind, fields), {}, workspace.profile.id)


def _write_all(
    workspace: Workspace, session: Session, one: RowPlan, what: tuple[type[Record], str]
) -> Iterator[tuple[Imported, str]]:
    """The record of a row, and beside it the record of the money that the row tells of."""
    kind, batch = what
    record, stamp = _write_one(workspace, session, one, kind)
    yield Imported(one.key, record, one.digest, batch), stamp
    if one.result.resources:
        key = _BESIDE.format(key=one.key)
        known = imports.known(session, [key]).get(key) if one.record else None
        fields = {**one.result.resources, "of": record}
        money = replace(one, result=replace(one.result, fields=fields), record=known.record if known else "")
        record, stamp = _write_one(workspace, session, money, Resources)
        yield Imported(key, record, one.digest, batch), stamp


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
    """All that is kept of a sensitive report: that there was one, its month, and that it was passed on."""
    told = {"passed_on": True} if fields.get("passed_on") else {}
    return {"type": "sensitive_protection", "month": fields.get("month", ""), **told}
