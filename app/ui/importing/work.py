"""The long work of an import, for the worker thread; nothing here touches a widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.files import write_whole
from app.places import Gazetteer
from app.progress import Progress
from app.services.opening import place_packs
from app.services.opening.workspace import Workspace
from app.services.records import importing, row_reports
from app.services.records.importing import Batch, Report
from app.services.records.tables import batch_undo, checking, deciding, planning, remembering, table_file
from app.services.records.tables.checking import Checked, CheckedRow
from app.services.records.tables.deciding import FieldSaid
from app.services.records.tables.planning import Plan
from app.services.records.undoing import Undone

_EARLIER = 8


@dataclass(frozen=True)
class Seen:
    """A checked table and its rows as they are shown."""

    plan: Plan
    checked: Checked
    rows: tuple[CheckedRow, ...]


@dataclass(frozen=True)
class Found:
    """What the cells of a table say, and the places that are known."""

    said: tuple[FieldSaid, ...]
    places: Gazetteer


@dataclass(frozen=True)
class Letters:
    """A text file whose letters a person must choose: the first lines as each encoding shows them."""

    path: Path
    samples: dict[str, str]


@dataclass(frozen=True)
class Earlier:
    """One import of before, and whether it was undone since."""

    batch: Batch
    is_undone: bool


def read(workspace: Workspace, path: Path, encoding: str | None, progress: Progress) -> Plan | Letters:
    """The file and what is proposed for it. Raises what ails the file."""
    try:
        file = table_file.opened(path, encoding=encoding, progress=progress)
    except table_file.EncodingNeededError:
        return Letters(path, table_file.letters(path))
    return _ready(planning.begun(workspace, file))


def on_sheet(workspace: Workspace, plan: Plan, sheet: str, progress: Progress) -> Plan:
    """The same file with another sheet."""
    return _ready(planning.on_sheet(workspace, plan.file, sheet))


def below(workspace: Workspace, plan: Plan, heading: int, progress: Progress) -> Plan:
    """The same sheet with the headings in another row."""
    return _ready(planning.below(workspace, plan, heading))


def of_kind(workspace: Workspace, plan: Plan, kind: str, progress: Progress) -> Plan:
    """The same table as records of another kind."""
    return _ready(planning.of_kind(workspace, plan, kind))


def by_mapping(plan: Plan, path: Path, progress: Progress) -> Plan:
    """The same file through a mapping that somebody shared."""
    return _ready(planning.by_mapping(plan, remembering.shared(path)))


def said(workspace: Workspace, plan: Plan, progress: Progress) -> Found:
    """What the cells say for each field that is read."""
    return Found(deciding.said(workspace, plan, progress), place_packs.gazetteer(workspace))


def keep_places(workspace: Workspace, plan: Plan, progress: Progress) -> int:
    """The places of the file, known to this workspace from now on; how many."""
    return sum(sum(one.counts) for one in place_packs.add(workspace, plan.file.path, file=plan.file.whole))


def with_codes(workspace: Workspace, plan: Plan, path: Path, progress: Progress) -> Plan:
    """The same feedback log with the codes of a coding framework."""
    return _ready(planning.as_log(plan.file, plan.grid.sheet, path))


def with_form(workspace: Workspace, plan: Plan, path: Path, progress: Progress) -> Plan:
    """The same export with the labels of the XLSForm of its form."""
    return _ready(planning.with_form(workspace, plan, path))


def check(workspace: Workspace, plan: Plan, progress: Progress) -> Seen:
    """Every row with its outcome."""
    found = checking.checked(workspace, plan, progress=progress)
    return Seen(plan, found, tuple(checking.rows(found)))


def keep(workspace: Workspace, seen: Seen, progress: Progress) -> Report:
    """Every good row as a record, all of them or none."""
    return importing.keep(workspace, seen.plan, seen.checked, progress)


def save_rows(seen: Seen, path: Path, progress: Progress) -> Path:
    """The rows that stay out, with what to change, as a workbook."""
    told = [(seen.plan.file.name, one) for one in (*seen.checked.problems, *seen.checked.skipped)]
    write_whole(path, row_reports.workbook(told), replace=True)
    return path


def earlier(workspace: Workspace, progress: Progress) -> tuple[Earlier, ...]:
    """The last imports, the newest first."""
    found = importing.batches(workspace)[:_EARLIER]
    return tuple(Earlier(one, batch_undo.is_undone(workspace, one.id)) for one in found)


def touched(workspace: Workspace, batch: str, progress: Progress) -> tuple[str, ...]:
    """What was changed since an import."""
    return batch_undo.touched(workspace, batch)


def undo(workspace: Workspace, batch: str, progress: Progress) -> Undone:
    """Take back exactly one import."""
    return batch_undo.undo(workspace, batch)


def _ready(plan: Plan) -> Plan:
    """The plan with its table at hand, so that nobody waits for it in the window."""
    assert plan.table is not None
    return plan
