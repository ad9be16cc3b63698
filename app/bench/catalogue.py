"""Every benchmark by its name, and running some or all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app.bench import coordinating, recording
from app.bench.measure import Measured
from app.errors import GroundworkError
from app.i18n import N_

BENCHMARKS: dict[str, Callable[[Path], Measured]] = {
    "unlock": recording.unlock,
    "objectives": recording.objectives,
    "save": recording.save,
    "bulk": recording.bulk,
    "receive": coordinating.receive,
    "picture": coordinating.picture,
    "pdf-small": coordinating.pdf_small,
    "pdf": coordinating.pdf,
    "read-back": coordinating.read_back,
}


class BenchmarkUnknownError(GroundworkError):
    """No benchmark of that name."""

    message = N_("There is no benchmark called {name}. There are: {names}.")


def run(names: Iterable[str] = ()) -> Iterator[Measured]:
    """Run the named benchmarks, or all, one after the other, in a folder that is gone afterwards."""
    wanted = list(names) or list(BENCHMARKS)
    for name in wanted:
        if name not in BENCHMARKS:
            raise BenchmarkUnknownError(name=name, names=", ".join(BENCHMARKS))
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            yield BENCHMARKS[name](Path(folder))
