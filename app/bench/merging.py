"""Merging what two laptops wrote: from sealed bundles in memory to a committed, encrypted workspace."""

from __future__ import annotations

import secrets
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from app.bench import workload
from app.bench.measure import Measured, Task, spent
from app.domain.fold import Operation
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.records import conflicts
from app.services.syncing import spaces, taking
from app.services.syncing.spaces import Signing, Space
from app.storage import database
from app.sync.space import segment
from app.sync.space.entry import Kind, Said
from app.sync.space.segment import Place, Segment
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys

_SEALED_AT = "2026-10-12T09:30:00Z"
_SMALLER = 10
_AT_ONCE = 50
"""Files that come in together where a large workspace is measured."""


@dataclass
class Receiver:
    """A workspace of a space to which two other laptops belong, and what seals as they would."""

    own: Workspace
    space: Space = field(repr=False)
    senders: tuple[OrganisationKeys, ...] = field(repr=False)
    chains: dict[int, tuple[int, str]] = field(default_factory=dict)

    def sealed(self, side: int, operations: Iterable[Operation]) -> bytes:
        """The next segment of that laptop; sealing is the work of whoever sends, and is not measured."""
        reader = self.space.current
        if reader is None:
            raise ValueError("a space that was just founded has a key")
        seq, last = self.chains.get(side, (0, ""))
        place = Place(self.space.id, workload.WRITERS[side], seq + 1, last, _SEALED_AT)
        data = segment.seal(Segment(tuple(operations)), place, self.senders[side], reader)
        self.chains[side] = (seq + 1, segment.outside(data)[1])
        return data

    def take(self, found: Iterable[bytes]) -> None:
        """What a sync does with files that came in; one is opened when its turn comes, so that memory stays flat."""
        now_ms = self.own.now_ms()
        taking.take_all(self.own, self.space, (taking.check(self.space, data, now_ms) for data in found))


def receiver(path: Path) -> Receiver:
    """An organisation of three laptops, this one empty."""
    own = create(path, "benchmark words", Founding(Organisation("Bench")), cost=Cost.floor())
    space = spaces.found(own, "Ours").space
    senders = tuple(OrganisationKeys.from_seed(f"benchmark laptop {side}".encode()) for side in range(2))
    with own.writing() as session:
        for keys, writer in zip(senders, workload.WRITERS, strict=True):
            said = Said(Kind.ADD, device=keys.public, writer=writer)
            space = spaces.say(session, space, said, Signing(space.device, spaces.day(own)))
    return Receiver(own, space, senders)


def merge(size: int) -> Measured:
    """Verified, opened, folded, judged, indexed and committed, against raw upserts that lose what lost."""
    with tempfile.TemporaryDirectory() as folder:
        into = receiver(Path(folder) / "merged.groundwork")
        made = list(workload.bundles(size))
        sealed = [into.sealed(side, found) for side, found in made]
        plain = [workload.lines(found) for _side, found in made]
        changes = sum(len(found) for _side, found in made)
        del made
        seconds = spent(lambda: into.take(sealed))
        least = spent(lambda: _upserted(Path(folder) / "raw.db", plain))
        kept = conflicts.count(into.own)
        into.own.close()
    note = f"{changes / seconds:.0f} changes a second against {changes / least:.0f}; {kept} records in conflict, kept"
    work = f"merge {size} records, a tenth changed on both sides, in {len(sealed)} sealed bundles"
    limit = "JSON lines to raw upserts into SQLCipher, last one holds"
    return Measured("merge", work, seconds, limit, least, seconds / least, 1 / 0.85, note)


def large(size: int) -> Measured:
    """As many records again into a full workspace, against a tenth of them into a tenth."""
    small = size // _SMALLER
    each = min(workload.EACH, small)
    with tempfile.TemporaryDirectory() as folder:
        into = receiver(Path(folder) / "large.groundwork")
        _merged(into, (0, small), each)
        least = _merged(into, (small, 2 * small), each)
        _merged(into, (2 * small, size), each)
        seconds = _merged(into, (size, 2 * size), each) / _SMALLER
        into.own.close()
    note = f"seconds of {small} records each; memory of the whole run at most {_memory() / (1 << 20):.0f} MiB"
    task = Task("merge-large", f"merge {size} records into {size}", f"merging {small} into {small}, ten times", 1.2)
    return Measured(task.name, task.work, seconds, task.limit, least, seconds / least, task.goal, note)


def _merged(into: Receiver, span: tuple[int, int], each: int) -> float:
    """The CPU seconds of merging these records, without those of making them up and sealing them."""
    first, last = span
    found = workload.bundles(last - first, first // each, each)
    seconds = 0.0
    while some := [into.sealed(side, operations) for side, operations in islice(found, _AT_ONCE)]:
        seconds += spent(partial(into.take, some))
    return seconds


def _upserted(path: Path, bundles: Iterable[bytes]) -> None:
    """The least that anybody could do: every line decoded, and its columns put where they belong."""
    raw = sqlcipher.connect(str(path), isolation_level=None)
    raw.execute(f"pragma key=\"x'{secrets.token_hex(32)}'\"")
    for pragma in database.PRAGMAS:
        raw.execute(f"pragma {pragma}")
    columns = [f'"{name}"' for name in workload.FIELDS]
    raw.execute(f"create table record(number integer primary key, id text not null unique, h, {', '.join(columns)})")
    kept = ", ".join(f"{name} = coalesce(excluded.{name}, {name})" for name in columns)
    put = (
        f"insert into record(id, h, {', '.join(columns)}) values (?, ?, {', '.join('?' * len(columns))})"
        f" on conflict(id) do update set h = excluded.h, {kept}"
    )
    for lines in bundles:
        raw.execute("begin immediate")
        raw.executemany(put, _rows(lines))
        raw.execute("commit")
    raw.close()


def _rows(lines: bytes) -> Iterator[tuple[object, ...]]:
    for line in lines.split(b"\n"):
        one = msgspec.json.decode(line)
        yield (one["id"], one["h"], *map(one["f"].get, workload.FIELDS))


def _memory() -> int:
    """The most memory of this process until now, in bytes."""
    import resource  # not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
