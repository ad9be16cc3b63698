"""The whole journey once, from empty workspaces to a national report, through the same services as ever.

Nothing is faked but the organisations; with real tables not even those. Keys and passphrases are for show.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from app.domain import periods
from app.domain.shared import Call, Question
from app.domain.terms import Period
from app.errors import GroundworkError
from app.files import make_folder, write_whole
from app.folding import fold
from app.i18n import N_, _
from app.progress import Progress, silent
from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.demonstration import made_up, real_tables
from app.services.demonstration.participants import Participant
from app.services.demonstration.real_tables import Source
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Founding, Organisation, Origin, Workspace
from app.services.picturing import national
from app.services.submitting import calls, submissions

__all__ = ["FolderTakenError", "Party", "Plan", "Shown", "Source", "TableShown", "run"]

PASSPHRASES, COORDINATOR, CALL = "PASSPHRASES.txt", "coordinator.groundwork", "call.gwb"
REPORT, WORKBOOK, ROWS = "national-report.pdf", "national-report.xlsx", "rows.csv"
_OWN_FOLDERS = ("organisations", "submissions")
_WORDS = (
    "amber",
    "bridge",
    "cedar",
    "delta",
    "ember",
    "field",
    "grove",
    "harbour",
    "island",
    "juniper",
    "kite",
    "lamp",
)
_FOREIGN = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
_FOREIGN_END = b"trailer <</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n"
_RETURNED_FROM = 3
"""With at least so many organisations the last one is asked back."""


class FolderTakenError(GroundworkError):
    """There is something of an earlier demonstration."""

    message = N_("There is a demonstration in “{folder}” already. Choose another folder, or replace it with --force.")


@dataclass(frozen=True)
class Plan:
    """How large the demonstration is, and what it is made of."""

    organisations: int = 3
    records: int = 40
    seed: int = 1
    now: datetime | None = None
    language: str = "en"
    sources: tuple[Source, ...] = ()
    replace: bool = False


@dataclass(frozen=True)
class Party:
    """One organisation and what it handed over; paths are seen from the folder."""

    name: str
    workspace: str
    submission: str
    records: int
    """Written into the workspace."""
    held_back: int
    """Of these, not handed over: incomplete or private."""


@dataclass(frozen=True)
class TableShown:
    """What became of the rows of one real table."""

    file: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Shown:
    """What the demonstration left behind."""

    period: Period
    digest: str
    organisations: tuple[Party, ...]
    received: Mapping[str, int]
    """How many files came in with which outcome."""
    tables: tuple[TableShown, ...]
    files: tuple[str, ...]
    """What to open next, seen from the folder."""


def run(folder: Path, plan: Plan, progress: Progress = silent) -> Shown:
    """Do the whole round in `folder`. Raises FolderTakenError, and whatever any of its verbs raises."""
    tables = real_tables.tables(plan.sources, plan.organisations)
    today = (plan.now or datetime.now(UTC)).date()
    period = real_tables.period(tables) if tables else periods.usual(periods.QUARTER, today)
    found = real_tables.participants(tables) if tables else _made_up(plan, period)
    _make_ready(folder, replace=plan.replace)
    round_ = _Round(folder, plan, period, progress, steps=len(found) + 4)
    if tables:
        write_whole(folder / ROWS, real_tables.rows_csv(tables), replace=True)
    with round_.opened(made_up.coordinator(), COORDINATOR, plan.language) as coordinator:
        asked = round_.ask(coordinator)
        parties = tuple(round_.answer(participant, number, asked) for number, participant in enumerate(found, 1))
        received = round_.merge(coordinator, parties, returns=not tables and len(parties) >= _RETURNED_FROM)
        digest = round_.report(coordinator)
    shown = tuple(TableShown(table.path.name, table.counts) for table in tables)
    files = (REPORT, WORKBOOK, parties[0].submission, COORDINATOR, PASSPHRASES, *((ROWS,) if tables else ()))
    return Shown(period, digest, parties, received, shown, files)


class _Round:
    """One demonstration under way."""

    def __init__(self, folder: Path, plan: Plan, period: Period, progress: Progress, *, steps: int) -> None:
        self._folder, self._plan, self._period = folder, plan, period
        self._progress, self._steps, self._done = progress, steps, 0
        self._chance = Random(plan.seed)
        self._passphrases: dict[str, str] = {}

    @contextmanager
    def opened(self, organisation: Organisation, name: str, language: str) -> Iterator[Workspace]:
        """A new workspace, its passphrase written down beside, closed afterwards."""
        self._passphrases[name] = " ".join(self._chance.sample(_WORDS, 4))
        self._write_passphrases()
        founding = Founding(organisation, coordinator=name == COORDINATOR, language=language)
        number = hashlib.sha256(f"{self._plan.seed}:{name}".encode()).digest()
        origin = Origin.fixed(self._plan.now, int.from_bytes(number[:8], "big"))
        path, secret = self._folder / name, self._passphrases[name]
        made = workspaces.create(path, secret, founding, origin=origin, cost=workspaces.quick_cost())
        try:
            yield made
        finally:
            made.close()

    def ask(self, coordinator: Workspace) -> bytes:
        """The call, written as a file."""
        questions = (Question("learned", _("What did you learn that others should know?")),)
        wanted = Call("", "", self._period, questions=questions, title=_("Demonstration"))
        data = calls.make(coordinator, wanted)[1]
        write_whole(self._folder / CALL, data, replace=True)
        self._step()
        return data

    def answer(self, participant: Participant, number: int, asked: bytes) -> Party:
        """One organisation takes the call, writes, and hands over its submission as PDF."""
        organisation = participant.organisation
        slug = f"{number:02}-{_slug(organisation.name)}"
        name, pdf = f"organisations/{slug}.groundwork", f"submissions/{slug}.pdf"
        with self.opened(organisation, name, participant.language) as workspace:
            call = calls.take(workspace, asked)
            written = participant.write(workspace)
            made = submissions.make(workspace, call, accept_findings=True)
            pages = submissions.drawn(workspace, made, participant.language)
        write_whole(self._folder / pdf, pages.data, replace=True)
        self._step()
        return Party(organisation.name, name, pdf, written, made.submission.disclosure.records_held_back)

    def merge(self, coordinator: Workspace, parties: tuple[Party, ...], *, returns: bool) -> Mapping[str, int]:
        """Everything arrives in any order, one file twice and one that is none of ours; then it is decided upon."""
        twin = self._folder / parties[0].submission.replace(".pdf", " (1).pdf")
        write_whole(twin, (self._folder / parties[0].submission).read_bytes(), replace=True)
        foreign = self._folder / "submissions" / "newsletter.pdf"
        write_whole(foreign, _FOREIGN + _FOREIGN_END, replace=True)
        arriving = [*(self._folder / party.submission for party in parties), twin, foreign]
        self._chance.shuffle(arriving)
        arrivals = receiving.receive(coordinator, arriving)
        triage.trust_all_waiting(coordinator)
        if returns:
            last = next(one for one in triage.inbox(coordinator) if one.name == parties[-1].name)
            comment = _("Please look at the numbers of people once more.")
            triage.decide(coordinator, last.id, Verdict.RETURNED, comment=comment)
        triage.accept_all(coordinator)
        self._step()
        return Counter(one.outcome.value for one in arrivals)

    def report(self, coordinator: Workspace) -> str:
        """The picture, and the report as PDF and workbook; the digest of the picture."""
        shown = national.picture(coordinator, self._period)
        self._step()
        pages = national.drawn(coordinator, shown, self._plan.language)
        write_whole(self._folder / REPORT, pages.data, replace=True)
        write_whole(self._folder / WORKBOOK, national.tabled(coordinator, shown, self._plan.language), replace=True)
        self._step()
        return shown.digest

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, self._steps)

    def _write_passphrases(self) -> None:
        lines = [
            _("This is a demonstration: its passphrases are written here and its keys are for show."),
            _("Never keep a real passphrase in a file."),
            "",
            *(f"{name}\t{secret}" for name, secret in self._passphrases.items()),
        ]
        write_whole(self._folder / PASSPHRASES, "\n".join([*lines, ""]).encode(), replace=True)


def _made_up(plan: Plan, period: Period) -> tuple[Participant, ...]:
    return made_up.participants(plan.organisations, plan.records, period=period, seed=plan.seed)


def _make_ready(folder: Path, *, replace: bool) -> None:
    """An empty place for the round: only what an earlier demonstration left there is ever taken away."""
    left = [folder / name for name in (COORDINATOR, CALL, REPORT, WORKBOOK, ROWS, PASSPHRASES)]
    for name in _OWN_FOLDERS:
        left += sorted((folder / name).glob("[0-9][0-9]*-*"))
    if any(path.exists() for path in left):
        if not (replace and (folder / PASSPHRASES).exists()):
            raise FolderTakenError(folder=str(folder))
        for path in [*folder.glob(f"{COORDINATOR}*"), *left]:
            path.unlink(missing_ok=True)
    for name in _OWN_FOLDERS:
        make_folder(folder / name)


def _slug(name: str) -> str:
    """A file name of letters and digits; "organisation" for names in other scripts."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return plain[:40].strip("-") or "organisation"
