"""How long the figures of a picture of very many submissions take after one more, and how much memory they need."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from app.bench.linking import EACH, YEAR, told_by_many
from app.bench.measure import ROUNDS, Measured, Task, paired, spent
from app.domain.shared import (
    Audience,
    Disclosure,
    FeedbackCount,
    PublicOrganisation,
    SharedAssessment,
    SharedEntry,
    Submission,
    Told,
)
from app.domain.terms import Count
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.picturing import outlining
from app.storage import projections
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys

_AT_ONCE = 100


def large(size: int) -> Measured:
    """One more submission is taken in, accepted and in the figures, against reading what is kept of all others once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        founding = Founding(Organisation("Ministry", country="MA"), coordinator=True)
        own = create(folder / "ministry.groundwork", "benchmark words", founding, cost=Cost.floor())
        files = _files(folder, size + (ROUNDS + 1) * EACH)
        for _turn in range(size // EACH // _AT_ONCE or 1):
            _take(own, list(islice(files, min(_AT_ONCE, size // EACH))))
        memory = [_highest()]
        first = spent(lambda: outlining.outline(own, YEAR))
        memory.append(_highest())
        task = Task(
            "picture-large",
            f"one more submission of {EACH} activities in the figures of {size // EACH}",
            "reading what is kept of each organisation once",
            2.0,
        )
        note = f"the first time {first:.1f} s; memory {memory[0]:.0f} MiB, then {memory[1]:.0f} MiB"
        measured = paired(task, lambda: _freshly(own, [next(files)]), lambda: _read_once(own), note=note)
        own.close()
    return measured


def _freshly(own: Workspace, files: Sequence[Path]) -> None:
    _take(own, files)
    outlining.outline(own, YEAR)


def _read_once(own: Workspace) -> None:
    with own.reading() as session:
        projections.get(session, "files", object)
        projections.get(session, f"{YEAR.iso} {Audience.COORDINATOR.value}", object)


def _take(own: Workspace, files: Sequence[Path]) -> None:
    receiving.receive(own, files)
    triage.trust_all_waiting(own)
    triage.accept_all(own)
    for path in files:
        path.unlink()


def _files(folder: Path, size: int) -> Iterator[Path]:
    told = told_by_many(size)
    while some := list(islice(told, EACH)):
        path = folder / f"{some[0].organisation.id}.gwb"
        path.write_bytes(_bundle(some[0].organisation, some))
        yield path


def _bundle(who: PublicOrganisation, told: Sequence[Told]) -> bytes:
    number = int(who.id, 16)
    further: list[SharedEntry] = [
        SharedAssessment(f"assessed-{objective}", objective, YEAR.iso, "some_progress")
        for objective in range(1, 1 + number % 12)
    ]
    further += [
        FeedbackCount(f"question:{objective}", "question", objective, Count(5 + number % 90))
        for objective in range(1, 1 + number % 9)
    ]
    entries = (*(one.entry for one in told), *further)
    made = Submission(
        who, "call", YEAR, 1, Disclosure(Audience.COORDINATOR, 5), "1.0.0", made_on="2026-12", entries=entries
    )
    label = bundle.Label(Purpose.SUBMISSION, made.made_on)
    keys = OrganisationKeys.from_seed(who.id.encode())
    return bundle.write(label, wire.submission_header(made), lines=wire.entry_lines(made), keys=keys)


def _highest() -> float:
    """The most mebibytes this process ever held; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
