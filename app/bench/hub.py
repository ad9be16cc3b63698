"""A coordinator that very many submissions came in to, taken in once for all benchmarks that look at it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from app.bench.linking import EACH, YEAR, told_by_many
from app.bench.measure import spent
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
from app.progress import Progress
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.picturing import outlining
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys

_AT_ONCE = 100
_MORE = 100
"""So many submissions come in later, one by one."""


@dataclass(frozen=True)
class Hub:
    """A coordinator whose picture was looked at once."""

    own: Workspace
    later: Iterator[Path]
    """Submissions that have not come in yet, each of another organisation."""
    received: float
    """CPU seconds that taking all files in took."""
    checked: float
    """CPU seconds that reading them alone took: hashes, signatures, decoding."""
    first: float
    """CPU seconds that the first look at the figures took."""
    memory: tuple[float, ...]
    """The most mebibytes ever held: before, after a quarter of the files, after all, and after the first look."""


@lru_cache(maxsize=1)
def hub(size: int, progress: Progress) -> Hub:
    """With so many activities in submissions of a hundred; the folder is gone when the program ends."""
    folder = Path(_FOLDER.name) / f"hub-{size}"
    folder.mkdir()
    founding = Founding(Organisation("Ministry", country="MA"), coordinator=True)
    own = create(folder / "ministry.groundwork", "benchmark words", founding, cost=Cost.floor())
    later = _files(folder, size + _MORE * EACH)
    received, checked, memory = 0.0, 0.0, [highest()]
    for done in range(0, size, _AT_ONCE * EACH):
        progress(done, size)
        files = list(islice(later, min(_AT_ONCE, (size - done) // EACH)))
        received += spent(lambda some=files: receiving.receive(own, some))  # type: ignore[misc]
        checked += spent(lambda some=files: _check(some))  # type: ignore[misc]
        _gone(files)
        if done < size // 4:
            memory[1:] = [highest()]
    memory.append(highest())
    _accept(own)
    first = spent(lambda: outlining.outline(own, YEAR, Audience.COORDINATOR, progress))
    memory.append(highest())
    progress(size, size)
    return Hub(own, later, received, checked, first, tuple(memory))


def take(own: Workspace, files: Sequence[Path]) -> None:
    """Files that come in, from senders that are trusted at once, and are accepted."""
    receiving.receive(own, files)
    _accept(own)
    _gone(files)


def highest() -> float:
    """The most mebibytes this process ever held; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _accept(own: Workspace) -> None:
    triage.trust_all_waiting(own)
    triage.accept_all(own)


def _check(files: Iterable[Path]) -> None:
    for path in files:
        opened = read(path.read_bytes(), purpose=Purpose.SUBMISSION)
        wire.read_submission(opened.header, opened.lines())


def _gone(files: Iterable[Path]) -> None:
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


_FOLDER = tempfile.TemporaryDirectory(prefix="groundwork-benchmark-", ignore_cleanup_errors=True)
