"""One sync: what it asks of a place when nothing changed, and what ten changed records cost."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.bench import workload
from app.bench.measure import Measured, Task, spent
from app.domain.records import Activity
from app.progress import Progress
from app.services.opening import stores
from app.services.opening.judging import judge
from app.services.opening.stores import NewPlace, Place
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.records import recording
from app.services.records.listing import Listing
from app.services.records.recording import Query
from app.services.syncing import exchanging, joining, spaces
from app.services.syncing.joining import NewLaptop
from app.storage import operation_rows, operations, outbox
from app.sync.space import segment
from app.sync.space.segment import Segment
from app.sync.stores.layout import ROOT
from app.sync.stores.store import Abilities, Entry, Store
from app.vault.cost import Cost

_PASSPHRASE = "benchmark words"
_CHANGED = 10
_SMALLER = 10


@dataclass
class Counted:
    """A store that counts what it is asked for, and the bytes that it was given."""

    inner: Store
    asked: Counter[str] = field(default_factory=Counter)
    given: int = 0

    @property
    def requests(self) -> int:
        """How often it was asked for anything."""
        return sum(self.asked.values())

    def put(self, name: str, data: bytes) -> None:
        """Write a file once."""
        self.asked["put"] += 1
        self.given += len(data)
        self.inner.put(name, data)

    def get(self, name: str, most: int, progress: Progress) -> bytes:
        """The content of a file."""
        self.asked["get"] += 1
        return self.inner.get(name, most, progress)

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Every file below a folder."""
        self.asked["list"] += 1
        return self.inner.list(folder)

    def stat(self, name: str) -> Entry:
        """What a listing would tell of one file."""
        self.asked["stat"] += 1
        return self.inner.stat(name)

    def delete(self, name: str) -> None:
        """Remove a file."""
        self.asked["delete"] += 1
        self.inner.delete(name)

    def rename(self, name: str, to: str) -> None:
        """Give a file another name."""
        self.asked["rename"] += 1
        self.inner.rename(name, to)

    def probe(self) -> Abilities:
        """Try the place."""
        self.asked["probe"] += 1
        return self.inner.probe()

    def close(self) -> None:
        """Nothing: whoever opened the inner one closes it."""


def idle(size: int) -> Measured:
    """Nothing changed: what is asked of the place at two sizes, beside one listing."""
    small = size // _SMALLER
    with tempfile.TemporaryDirectory() as home:
        found = [_idle(Path(home), number) for number in (small, size)]
    (few, _least, seconds_few), (requests, least, seconds) = found
    note = f"{requests} requests with {size} records, {few} with {small}; {seconds_few * 1000:.1f} ms there"
    task = Task("sync-idle", f"requests of a sync with nothing to do, {size} records", "one listing of the place", 1.1)
    return Measured(task.name, task.work, seconds, task.limit, least, float(max(requests, few)), task.goal, note)


def ten(size: int) -> Measured:
    """Ten changed records sealed, sent, received and shown: the bytes sent beside those ten sealed alone."""
    with tempfile.TemporaryDirectory() as home:
        one, other = _pair(Path(home), size)
        place, theirs = _place(one, Path(home)), _place(other, Path(home))
        for line in Listing(one, Query("activity")).lines(0, _CHANGED):
            draft = recording.open_draft(one, Activity, line.record.id)
            told = replace(draft.record, summary="Changed on one laptop, and shown on the other one.")
            recording.save(one, replace(draft, record=told))
        least = _alone(one)
        with stores.opened(one, place) as store:
            sending = Counted(store)
            seconds = spent(lambda: exchanging.exchange(one, place, sending))
        with stores.opened(other, theirs) as store:
            getting = Counted(store)
            seconds_there = spent(lambda: exchanging.exchange(other, theirs, getting))
            seconds_there += spent(lambda: Listing(other, Query("activity")).lines(0, 50))
        for own in (one, other):
            own.close()
    note = (
        f"{sending.given} bytes against {least}; {sending.requests} requests to send, {getting.requests} to receive;"
        f" received and shown in {seconds_there * 1000:.0f} ms"
    )
    task = Task("sync-ten", f"bytes of a sync of {_CHANGED} of {size} records", "those ten sealed alone", 1.3)
    return Measured(task.name, task.work, seconds, task.limit, 0.0, sending.given / least, task.goal, note)


def _idle(home: Path, size: int) -> tuple[int, float, float]:
    """Requests of a sync with nothing to do, the CPU seconds of one listing, and those of the sync."""
    own = _filled(home / f"idle-{size}.groundwork", size)
    spaces.found(own, "Ours")
    (home / f"place-{size}").mkdir()
    place = stores.add(own, NewPlace("stick", str(home / f"place-{size}")), untried=True)
    exchanging.sync_now(own, place)
    exchanging.sync_now(own, place)
    with stores.opened(own, place) as store:
        counted = Counted(store)
        seconds = spent(lambda: exchanging.exchange(own, place, counted))
        least = spent(lambda: list(store.list(ROOT)))
    own.close()
    return counted.requests, least, seconds


def _pair(home: Path, size: int) -> tuple[Workspace, Workspace]:
    """Two laptops of one organisation that hold the same records."""
    one = _filled(home / "one.groundwork", size)
    spaces.found(one, "Ours")
    asked = joining.request(home / "other.groundwork", _PASSPHRASE, cost=Cost.floor())
    admitted = joining.admit(one, asked.data, asked.digits, NewLaptop("Theirs"))
    other = joining.join(home / "other.groundwork", _PASSPHRASE, admitted.data, admitted.digits)
    (home / "place").mkdir()
    for own in (one, other, one, other):
        exchanging.sync_now(own, _place(own, home))
    return one, other


def _place(own: Workspace, home: Path) -> Place:
    known = stores.every(own)
    return known[0] if known else stores.add(own, NewPlace("stick", str(home / "place")), untried=True)


def _filled(path: Path, size: int) -> Workspace:
    own = create(path, _PASSPHRASE, Founding(Organisation("Bench")), cost=Cost.floor())
    each = min(workload.EACH, size)
    for number in range(size // each):
        with own.noting() as session:
            operations.add_all(session, workload.begun(number, each), judge(own.pack))
    return own


def _alone(own: Workspace) -> int:
    """The bytes of what waits, sealed without anything else."""
    with own.reading() as session:
        space = spaces.loaded(session)
        waiting = operation_rows.chosen(session, outbox.next_records(session))
    if space.current is None or len(waiting) != _CHANGED:
        raise ValueError("ten changes wait for the next sync")
    place = segment.Place(space.id, workload.WRITERS[0], 1, "", "2026-10-12T09:30:00Z")
    return len(segment.seal(Segment(tuple(waiting)), place, space.device, space.current))
