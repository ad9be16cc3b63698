"""Every benchmark by its name, and running some or all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app.bench import (
    coordinating,
    drawing,
    exchanging,
    hostile,
    importing,
    linking,
    looking,
    merging,
    moving,
    outlining,
    protecting,
    recording,
    scanning,
    speaking,
)
from app.bench.database_server import ServerProgramsMissingError
from app.bench.measure import Measured
from app.bench.speaking import WindowUnmeasuredError
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent

BENCHMARKS: dict[str, Callable[[Path], Measured]] = {
    "unlock": recording.unlock,
    "objectives": recording.objectives,
    "save": recording.save,
    "bulk": recording.bulk,
    "scan": scanning.scanned,
    "receive": coordinating.receive,
    "inbox": hostile.inbox,
    "picture": coordinating.picture,
    "pdf-small": coordinating.pdf_small,
    "pdf": drawing.english,
    "pdf-ar": drawing.arabic,
    "pdf-growth": drawing.growth,
    "read-back": coordinating.read_back,
    "read-back-parsed": coordinating.read_back_parsed,
    "pages-match": coordinating.pages_match,
    "import-preview": importing.preview,
    "import-store": importing.store,
    "language": speaking.language,
    "suppression": protecting.suppression,
}
SIZED: dict[str, Callable[[int], Measured]] = {
    "search": looking.search_,
    "list": looking.list_,
    "growth": looking.growth,
    "page": looking.page,
    "duplicates": linking.duplicates,
    "move": moving.move,
    "merge": merging.merge,
    "merge-large": merging.large,
    "sync-idle": exchanging.idle,
    "sync-ten": exchanging.ten,
}
"""Those about many records, which can be made larger."""
COUNTRY: dict[str, Callable[[int, Progress], Measured]] = {
    "receive-large": outlining.received,
    "picture-large": outlining.figures,
    "picture-whole": outlining.whole,
    "picture-entries": outlining.through,
}
"""Those about a coordinator of very many; at a million records they take long before anything is measured."""


class BenchmarkUnknownError(GroundworkError):
    """No benchmark of that name."""

    message = N_("There is no benchmark called {name}. There are: {names}.")


def names_known() -> tuple[str, ...]:
    """Every benchmark there is."""
    return (*BENCHMARKS, *SIZED, *COUNTRY)


def run(
    names: Iterable[str] = (),
    size: int = looking.USUAL,
    unable: Callable[[GroundworkError], None] | None = None,
    progress: Progress = silent,
) -> Iterator[Measured]:
    """Run the named benchmarks, or all, one after the other, in a folder that is gone afterwards.

    `size` is how many records there are for those about many. With `unable`, what cannot be measured on this machine
    is told there and left out; else it is raised.
    """
    wanted = list(names) or list(names_known())
    for name in wanted:
        if name not in names_known():
            raise BenchmarkUnknownError(name=name, names=", ".join(names_known()))
    for name in wanted:
        try:
            yield _measured(name, size, progress)
        except (ServerProgramsMissingError, WindowUnmeasuredError) as failure:
            if unable is None:
                raise
            unable(failure)


def _measured(name: str, size: int, progress: Progress) -> Measured:
    if name in COUNTRY:
        return COUNTRY[name](size, progress)
    if name in SIZED:
        return SIZED[name](size)
    with tempfile.TemporaryDirectory() as folder:
        return BENCHMARKS[name](Path(folder))
