"""Checking a table before anything is kept: what becomes of each row, and the cell and sentence where it stays out."""

from __future__ import annotations

import gc
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from app.intake.cells.results import Outcome as RowOutcome
from app.intake.cells.results import Reading, RowResult
from app.intake.rows import read_grid
from app.progress import Progress, silent
from app.services.opening import place_packs
from app.services.opening.workspace import Workspace
from app.services.records.tables.planning import Plan
from app.storage import imports
from app.storage.imports import Imported
from app.storage.session import Session

_TITLES = ("title", "paraphrase", "summary")
_LONGEST = 120


class Outcome(StrEnum):
    """What became of one row, or what would."""

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
class RowPlan:
    """One row that can be a record: whether it is news, and of which record."""

    result: RowResult
    outcome: Outcome
    key: str
    digest: str
    record: str = ""


@dataclass(frozen=True)
class Checked:
    """A table read through its mapping, every row with its outcome. Nothing is written yet."""

    reading: Reading
    plans: tuple[RowPlan, ...]

    @property
    def writes(self) -> tuple[RowPlan, ...]:
        """The rows that would be written."""
        return tuple(one for one in self.plans if one.outcome in (Outcome.NEW, Outcome.UPDATE))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows end how; the sum is the number of rows below the headings."""
        found = Counter(plan.outcome.value for plan in self.plans)
        counts = {outcome.value: found[outcome.value] for outcome in Outcome}
        for outcome in (RowOutcome.PROBLEM, RowOutcome.SKIPPED, RowOutcome.BLANK):
            counts[outcome.value] = self.reading.counts[outcome]
        return counts

    @property
    def problems(self) -> tuple[RowReport, ...]:
        """Every cell that could not be read, from top to bottom."""
        return tuple(
            RowReport(one.row, one.column, one.value, one.sentence())
            for result in self.reading.rows
            for one in result.problems
        )

    @property
    def skipped(self) -> tuple[RowReport, ...]:
        """Every row that is left out, with the reason."""
        return tuple(
            RowReport(result.row, "", "", result.reason())
            for result in self.reading.rows
            if result.outcome is RowOutcome.SKIPPED
        )

    @property
    def advice(self) -> tuple[str, ...]:
        """What to know about the whole file."""
        return tuple(one.sentence() for one in self.reading.advice)


@dataclass(frozen=True)
class CheckedRow:
    """One row as it is shown: its outcome, what it is called, and the cell in the way, if there is one."""

    row: int
    outcome: Outcome
    title: str
    column: str = ""
    value: str = ""
    sentence: str = ""


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the collector of garbage pass over what is there already: with so many rows it takes half of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def checked(workspace: Workspace, plan: Plan, *, organisation: str = "", progress: Progress = silent) -> Checked:
    """Read the planned table, or one organisation's rows of it, and compare it with what was imported before."""
    known = place_packs.gazetteer(workspace)
    wanted = organisation or None
    grid = plan.grid
    with at_rest():
        reading = read_grid(grid, plan.mapping, organisation=wanted, gazetteer=known, progress=progress)
        with workspace.reading() as session:
            return compared(session, reading)


def compared(session: Session, reading: Reading) -> Checked:
    """A reading beside what was imported before, inside a transaction already open."""
    drafts = reading.drafts
    keys = [f"{one.key}:{one.occurrence}" for one in drafts]
    known = imports.known(session, keys)
    undone = {batch for batch in {one.batch for one in known.values()} if imports.is_taken_back(session, batch)}
    gone = imports.gone(session, known.values())
    known = {key: one for key, one in known.items() if one.batch not in undone and one.record not in gone}
    return Checked(reading, tuple(_plan(one, key, known.get(key)) for one, key in zip(drafts, keys, strict=True)))


def rows(found: Checked) -> Iterator[CheckedRow]:
    """Every row but blank ones, from top to bottom; one with several cells in the way comes once for each."""
    outcomes = {plan.result.row: plan.outcome for plan in found.plans}
    for result in found.reading.rows:
        if result.outcome is RowOutcome.PROBLEM:
            for one in result.problems:
                yield CheckedRow(result.row, Outcome.PROBLEM, "", one.column, one.value, one.sentence())
        elif result.outcome is RowOutcome.SKIPPED:
            yield CheckedRow(result.row, Outcome.SKIPPED, "", sentence=result.reason())
        elif result.outcome is RowOutcome.DRAFT:
            yield CheckedRow(result.row, outcomes[result.row], _title(result))


def _title(result: RowResult) -> str:
    told = (str(result.fields.get(name) or "") for name in _TITLES)
    return next((" ".join(one.split())[:_LONGEST] for one in told if one), "")


def _plan(result: RowResult, key: str, known: Imported | None) -> RowPlan:
    told = {**result.fields, **({"resources": dict(result.resources)} if result.resources else {})}
    plain = json.dumps(told, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(plain.encode()).hexdigest()
    if known is None:
        return RowPlan(result, Outcome.NEW, key, digest)
    return RowPlan(result, Outcome.SAME if known.digest == digest else Outcome.UPDATE, key, digest, known.record)
