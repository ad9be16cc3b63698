"""Importing: rows of somebody's table become records, each row with one outcome; the same file again adds nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.domain.drafts import Draft
from app.domain.filling import filled
from app.domain.records import KINDS, Record, Resources, SensitiveNote
from app.domain.records.feedback import SENSITIVE
from app.intake import feedback_logs, shipped
from app.intake import mapping as mappings
from app.intake.mapping import Mapping as TableMapping
from app.intake.results import FieldValue, Reading, RowResult
from app.intake.results import Outcome as RowOutcome
from app.intake.rows import read
from app.progress import Progress, silent
from app.services.opening import place_packs
from app.services.opening.changes import Change, Deed, Step
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.storage import imports, operations
from app.storage.imports import Batch, Imported
from app.storage.session import Session

__all__ = [
    "Batch",
    "Options",
    "Outcome",
    "Report",
    "RowReport",
    "TableMapping",
    "batches",
    "bring_in",
    "feedback_log",
    "mapping_for",
]


class Outcome(StrEnum):
    """What became of one row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    PROBLEM = "problem"
    SKIPPED = "skipped"
    BLANK = "blank"


@dataclass(frozen=True)
class RowReport:
    """One row that did not simply become a record: where, what stood there, and why."""

    row: int
    column: str
    value: str
    sentence: str


@dataclass(frozen=True)
class Report:
    """What an import did; `batch` is "" when nothing was written."""

    batch: str
    counts: Mapping[str, int]
    problems: tuple[RowReport, ...]
    skipped: tuple[RowReport, ...]
    advice: tuple[str, ...]
    organisations: Mapping[str, int]
    """Who the rows are about, with the number of rows, where the table says so."""


@dataclass(frozen=True)
class Options:
    """How to read: only one organisation's rows, and whether to write anything at all."""

    organisation: str = ""
    dry_run: bool = False


@dataclass(frozen=True)
class _Plan:
    result: RowResult
    outcome: Outcome
    key: str
    digest: str
    record: str = ""


def mapping_for(path: Path, given: Path | None = None) -> TableMapping:
    """The mapping to read a table with: that of the file given, else the shipped one that fits the table."""
    return mappings.load(given) if given else shipped.fitting(path)


def feedback_log(path: Path, framework: Path | None = None) -> TableMapping:
    """The mapping to read a feedback log with, and the codes of the framework that it was coded with."""
    return feedback_logs.mapping_for(path, framework)


def bring_in(
    workspace: Workspace,
    path: Path,
    mapping: TableMapping,
    *,
    options: Options | None = None,
    progress: Progress = silent,
) -> Report:
    """Read a table through a mapping and keep its rows as records, in one transaction: all of them, or none.

    It is one change that can be undone: what the rows made goes to the trash, what they changed is as it was.
    """
    options = options or Options()
    known = place_packs.gazetteer(workspace)
    reading = read(path, mapping, organisation=options.organisation or None, gazetteer=known, progress=progress)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if options.dry_run:
        with workspace.reading() as session:
            return _report("", reading, _plans(session, reading))
    with workspace.writing() as session:
        plans = _plans(session, reading)
        batch = workspace.new_id()
        rows, steps = [], []
        for plan in plans:
            if _writes(plan):
                for row, stamp in _write_all(workspace, session, plan, batch, kind=KINDS[reading.kind]):
                    rows.append(row)
                    steps += [Step(row.record, (stamp,))] if stamp else []
        if rows:
            counts = json.dumps(_counts(reading, plans))
            made = Batch(batch, path.name, digest, workspace.now_ms(), workspace.profile.id, counts)
            imports.put(session, made, rows)
    if steps:
        workspace.done.add(Change(Deed.IMPORTED, path.name, tuple(steps)))
    return _report(batch if rows else "", reading, plans)


def batches(workspace: Workspace) -> tuple[Batch, ...]:
    """Every import of this workspace, the newest first."""
    with workspace.reading() as session:
        return imports.batches(session)


def _plans(session: Session, reading: Reading) -> list[_Plan]:
    drafts = reading.drafts
    keys = [f"{one.key}:{one.occurrence}" for one in drafts]
    known = imports.known(session, keys)
    undone = {batch for batch in {one.batch for one in known.values()} if imports.is_taken_back(session, batch)}
    gone = imports.gone(session, known.values())
    known = {key: one for key, one in known.items() if one.batch not in undone and one.record not in gone}
    return [_plan(one, key, known.get(key)) for one, key in zip(drafts, keys, strict=True)]


def _plan(result: RowResult, key: str, known: Imported | None) -> _Plan:
    told = {**result.fields, **({"resources": dict(result.resources)} if result.resources else {})}
    plain = json.dumps(told, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(plain.encode()).hexdigest()
    if known is None:
        return _Plan(result, Outcome.NEW, key, digest)
    return _Plan(result, Outcome.SAME if known.digest == digest else Outcome.UPDATE, key, digest, known.record)


def _writes(plan: _Plan) -> bool:
    return plan.outcome in (Outcome.NEW, Outcome.UPDATE)


def _write_all(
    workspace: Workspace, session: Session, plan: _Plan, batch: str, *, kind: type[Record]
) -> Iterator[tuple[Imported, str]]:
    """The record of a row, and beside it the record of the money that the row tells of."""
    row, stamp = _write(workspace, session, plan, batch, kind=kind)
    yield row, stamp
    if plan.result.resources:
        key = f"{plan.key}/resources"
        known = imports.known(session, [key]).get(key)
        beside = replace(plan.result, fields={**plan.result.resources, "of": row.record}, resources={})
        money = replace(plan, result=beside, key=key, record=known.record if known and plan.record else "")
        yield _write(workspace, session, money, batch, kind=Resources)


def _write(
    workspace: Workspace, session: Session, plan: _Plan, batch: str, *, kind: type[Record]
) -> tuple[Imported, str]:
    if plan.result.fields.get("type") == SENSITIVE:
        kind = SensitiveNote
    draft: Draft[Record] = Draft(kind(id=plan.record or workspace.new_id()))
    if plan.record and operations.state(session, plan.record) is not None:
        draft = recording.draft_in(session, kind, plan.record)
    stamp = recording.write(
        workspace, session, filled(draft, _noted(plan.result.fields) if kind is SensitiveNote else plan.result.fields)
    )
    return Imported(plan.key, draft.record.id, plan.digest, batch), stamp


def _noted(fields: Mapping[str, FieldValue]) -> Mapping[str, FieldValue]:
    """All that is kept of a sensitive report: that there was one, and its month."""
    return {"type": "sensitive_protection", "month": fields.get("month", "")}


def _counts(reading: Reading, plans: list[_Plan]) -> dict[str, int]:
    counts = {outcome.value: sum(plan.outcome is outcome for plan in plans) for outcome in Outcome}
    counts["problem"] = reading.counts[RowOutcome.PROBLEM]
    counts["skipped"] = reading.counts[RowOutcome.SKIPPED]
    counts["blank"] = reading.counts[RowOutcome.BLANK]
    return counts


def _report(batch: str, reading: Reading, plans: list[_Plan]) -> Report:
    problems = tuple(
        RowReport(one.row, one.column, one.value, one.sentence()) for result in reading.rows for one in result.problems
    )
    skipped = tuple(
        RowReport(result.row, "", "", result.reason())
        for result in reading.rows
        if result.outcome is RowOutcome.SKIPPED
    )
    advice = tuple(one.sentence() for one in reading.advice)
    return Report(batch, _counts(reading, plans), problems, skipped, advice, reading.organisations)
