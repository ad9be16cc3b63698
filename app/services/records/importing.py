"""Importing: rows of somebody's table become records, each row with one outcome; the same file again adds nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.intake import feedback_logs, shipped
from app.intake.fitting import mapping as mappings
from app.intake.fitting.mapping import Mapping as TableMapping
from app.intake.fitting.mapping import MappingMissingError
from app.intake.shipped import MappingNeededError
from app.progress import Progress, silent
from app.services.opening.changes import Change, Deed
from app.services.opening.workspace import Workspace
from app.services.records.tables import batch_undo, remembering, table_file, writing
from app.services.records.tables.checking import Checked, Outcome, RowReport, checked
from app.services.records.tables.planning import Plan
from app.services.records.tables.table_file import TableFile
from app.storage import imports
from app.storage.imports import Batch

__all__ = [
    "Batch",
    "MappingMissingError",
    "MappingNeededError",
    "Options",
    "Outcome",
    "Report",
    "RowReport",
    "TableMapping",
    "batches",
    "bring_in",
    "feedback_log",
    "keep",
    "mapping_for",
]


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


def mapping_for(path: Path | TableFile, given: Path | None = None, workspace: Workspace | None = None) -> TableMapping:
    """The mapping to read a table with: that of the file given, last time's, else the shipped one that fits.

    Raises MappingNeededError, or what ails one of the files.
    """
    if given:
        return mappings.load(given)
    file = path if isinstance(path, TableFile) else table_file.opened(path)
    known = remembering.remembered(workspace, file.whole) if workspace is not None else None
    return known or shipped.fitting(file.path, file.whole)


def feedback_log(path: Path | TableFile, framework: Path | None = None) -> TableMapping:
    """The mapping to read a feedback log with, and the codes of the framework that it was coded with."""
    file = path if isinstance(path, TableFile) else table_file.opened(path)
    return feedback_logs.mapping_for(file.whole, framework)


def bring_in(
    workspace: Workspace,
    path: Path | TableFile,
    mapping: TableMapping,
    *,
    options: Options | None = None,
    progress: Progress = silent,
) -> Report:
    """Read a table through a mapping and keep its rows as records, in one transaction: all of them, or none.

    It is one change that can be undone: what the rows made goes to the trash, what they changed is as it was.
    """
    options = options or Options()
    file = path
    if not isinstance(file, TableFile):
        file = table_file.opened(file, encoding=mapping.encoding, progress=progress)
    plan = Plan(file, mapping)
    found = checked(workspace, plan, organisation=options.organisation, progress=progress)
    return report("", found) if options.dry_run else keep(workspace, plan, found, progress)


def keep(workspace: Workspace, plan: Plan, found: Checked, progress: Progress = silent) -> Report:
    """Keep checked rows as records, all of them or none, as one batch that can be undone; the mapping is remembered."""
    batch = ""
    written = writing.Written((), ())
    with workspace.writing() as session:
        remembering.remember(session, plan.file.whole, plan.mapping)
        if found.writes:
            batch = workspace.new_id()
            written = writing.write(workspace, session, found, batch, progress)
            counts = json.dumps(dict(found.counts))
            made = Batch(batch, plan.file.name, plan.file.digest, workspace.now_ms(), workspace.profile.id, counts)
            imports.put(session, made, written.rows)
            batch_undo.note(session, batch, written.steps)
    if written.steps:
        workspace.done.add(Change(Deed.IMPORTED, plan.file.name, written.steps))
    return report(batch, found)


def report(batch: str, found: Checked) -> Report:
    """What is told of checked rows."""
    organisations = found.reading.organisations
    return Report(batch, found.counts, found.problems, found.skipped, found.advice, organisations)


def batches(workspace: Workspace) -> tuple[Batch, ...]:
    """Every import of this workspace, the newest first."""
    with workspace.reading() as session:
        return imports.batches(session)
