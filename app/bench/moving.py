"""What moving onto a database server costs, beside the raw COPY of the same records on the same server."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from itertools import count

from app.bench.database_server import OwnServer, running
from app.bench.full_workspace import full
from app.bench.measure import Measured
from app.services.keeping import moving

_ROUNDS = 3


def move(size: int) -> Measured:
    """In seconds of the clock, as two programs share the work. Raises ServerProgramsMissingError."""
    own, numbers = full(size).own, count()
    with running() as server:

        def moved() -> str:
            name = f"bench_{next(numbers)}"
            server.tell(f"CREATE DATABASE {name}")
            moving.move(own, _address(server, name), server.folder / f"{name}.groundwork")
            return name

        rows = server.folder / "rows"
        server.tell(f"COPY record TO '{rows}'", name := moved())
        server.tell("CREATE TABLE plain AS SELECT * FROM record WITH NO DATA", name)
        pairs = [(_taken(moved), _taken(lambda: _copy(server, name))) for _round in range(_ROUNDS)]
    ratio = statistics.median(done / max(least, 1e-9) for done, least in pairs)
    return Measured(
        "move",
        f"move a workspace of {size} records onto a server: copied, indexed, made searchable, read back, compared",
        statistics.median(done for done, _least in pairs),
        "raw COPY of the same record rows without key or index",
        statistics.median(least for _done, least in pairs),
        ratio,
        15.0,
        "seconds of the clock",
    )


def _copy(server: OwnServer, name: str) -> None:
    server.tell(f"TRUNCATE plain; COPY plain FROM '{server.folder / 'rows'}'", name)


def _address(server: OwnServer, name: str) -> str:
    return f"postgresql+psycopg://postgres@/{name}?host={server.folder}"


def _taken(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
