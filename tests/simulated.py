"""Simulated laptops of one organisation: real workspaces and services, with chance, clock and crashes from a seed."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pyrage
from sqlalchemy import select

from app.domain import thinning
from app.domain.drafts import Draft
from app.domain.fold import Operation
from app.domain.operation import full, fuller
from app.services.opening.open_workspace import Workspace
from app.services.opening.origin import Origin
from app.services.opening.workspace import open_existing
from app.services.syncing import acknowledging, cleaning, exchanging, growing, incarnation, spaces
from app.storage import operations, segments
from app.storage.operation_rows import held_by, rows_of
from app.storage.tables import RECORD
from app.sync import manifest_text, reading
from app.sync.space import compacting
from app.sync.stores import opening
from app.vault import cost
from app.vault.exact_sealing import seal_exactly
from tests.flaky import FlakyStore, SyncProgram, Weather
from tests.laptops import laptops, place_of
from tests.making import NOW, PASSPHRASE, copy_files

Key = tuple[str, str]
"""One operation: the record, and the stamp with the digest of all that it says."""
_CLOCKS = (timedelta(0), timedelta(minutes=3), timedelta(hours=-5), timedelta(days=400))
FIRST, LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2060, 1, 1, tzinfo=UTC)


class CrashError(BaseException):
    """The program ends here, as if it had been killed: nobody may catch it on the way."""


@dataclass
class Laptop:
    """One workspace with its own clock and chance, and what a person is in the middle of on it."""

    number: int
    path: Path
    chance: Random
    world: World
    offset: timedelta = timedelta(0)
    fixed: datetime | None = None
    """Where its clock stands still in another year."""
    is_out: bool = False
    """Whether somebody took it out of the laptops."""
    is_old: bool = False
    """Whether its program was never updated."""
    drafts: list[Draft[Any]] = field(default_factory=list)
    backup: Path | None = None
    workspace: Workspace = field(init=False)

    def open(self) -> None:
        """As a person opens it."""
        self.workspace = open_existing(self.path, PASSPHRASE, origin=Origin(self.now, self.random))
        self.drafts.clear()

    def now(self) -> datetime:
        """The time as this laptop has it."""
        self.world.tick()
        return self.fixed + (self.world.time - NOW) if self.fixed else self.world.time + self.offset

    def random(self, count: int) -> bytes:
        """Bytes from the seed."""
        self.world.tick()
        return self.chance.randbytes(count)

    def held(self) -> dict[Key, Operation]:
        """Every operation that it has, except what laptops tell each other beside the work."""
        with self.workspace.reading() as session:
            ids = session.execute(select(RECORD.c.id).where(RECORD.c.kind != "setting")).scalars().all()
            rows = rows_of(session, ids)
            return {(id, full(one)): one for id, row in rows.items() for one in held_by(session, row)}


class World:
    """Everything of one run."""

    def __init__(self, seed: int, most: int) -> None:
        self.chance = Random(f"simulated {seed}")
        self.time = NOW
        self.countdown = -1
        self.weather = Weather(self.chance, self.tick)
        self.folder = Path(tempfile.mkdtemp(prefix="groundwork-simulated-", dir=_fast()))
        self.places = [self.folder / "cloud", self.folder / "stick"]
        self.programs = [SyncProgram(place, self.chance) for place in self.places]
        for place in self.places:
            place.mkdir()
        self.words: dict[Key, Operation] = {}
        """All that was ever written, with every word."""
        self.cleans = False
        """Whether replaced words leave the places after a while."""
        self.must: set[Key] = set()
        """What has to be in every view at the end, unless its record was erased."""
        self.may: set[Key] = set()
        """What may be lost with a laptop, or put aside."""
        self.admitted: set[str] = set()
        """Who belongs, as whoever took out a laptop knew it; empty while nobody did."""
        self.diary: list[str] = []
        self.bytes_at_risk = False
        self.links_at_risk = False
        count = self.chance.choice([3] * 8 + [4] * 4 + list(range(3, most + 1)))
        self.absent = [self._moved_in(number, made) for number, made in enumerate(_prepared(most)[:count])]
        self.laptops: list[Laptop] = []
        for _one in range(max(2, count - 1)):
            self.arrive()

    def tick(self) -> None:
        """One step of any program; the one that was chosen is its last."""
        if self.countdown > 0:
            self.countdown -= 1
            if self.countdown == 0:
                raise CrashError

    def arrive(self) -> None:
        """Let the next laptop that was admitted be opened for the first time."""
        fresh = self.absent.pop(0)
        fresh.open()
        self.laptops.append(fresh)
        with fresh.workspace.reading() as session:
            fresh.is_out = bool(self.admitted) and spaces.loaded(session).device.fingerprint not in self.admitted

    @property
    def present(self) -> list[Laptop]:
        """Those that nobody took out."""
        return [one for one in self.laptops if not one.is_out]

    def wrote(self, laptop: Laptop, *records: str) -> None:
        """What these records say on this laptop was written, and must not get lost."""
        with laptop.workspace.reading() as session:
            held = [one for id in records for one in operations.of_record(session, id)]
        for one in held:
            self.words[one.record, full(one)] = fuller(self.words.get((one.record, full(one)), one), one)
        found = {(one.record, full(one)) for one in held}
        if laptop.is_out:
            self.may |= found - self.must
        else:
            self.must |= found - self.may

    def at_risk(self, laptop: Laptop) -> None:
        """What only this laptop has may be lost from now on."""
        others = [set(one.held()) for one in self.present if one is not laptop]
        lost = set(laptop.held()).difference(*others)
        self.must -= lost
        self.may |= lost

    def sync(self, laptop: Laptop, place: Path) -> exchanging.Learned:
        """One sync as a person starts it, with a program that may be stopped at any step."""
        where = place_of(laptop.workspace, place, place.name)
        with older_program() if laptop.is_old else nullcontext():
            return exchanging.sync_now(laptop.workspace, where, lambda _done, _total: self.tick(), allow_deletions=True)

    def copied(self, laptop: Laptop, to: Path, *, beside: bool) -> None:
        """The files of a laptop, which is closed for it."""
        laptop.workspace.close()
        copy_files(laptop.path, to)
        side = _beside(laptop.path)
        _beside(to).unlink(missing_ok=True)
        if beside and side.exists():
            shutil.copyfile(side, _beside(to))
        laptop.open()

    def cloned(self, laptop: Laptop) -> Laptop:
        """A second machine that goes on from the disk of this one, with or without the file beside it."""
        path = self.folder / f"clone-{len(self.laptops)}" / laptop.path.name
        path.parent.mkdir()
        self.copied(laptop, path, beside=(beside := self.chance.random() < 0.6))
        fresh = Laptop(len(self.laptops), path, Random(self.chance.random()), self, laptop.offset, laptop.fixed)
        fresh.is_out = laptop.is_out
        fresh.open()
        if beside and self.chance.random() < 0.5:  # as a machine that was copied whole: all says that nothing happened
            kept = incarnation.beside(fresh.workspace)
            if kept is not None:
                machine = incarnation._machine(fresh.workspace)  # noqa: SLF001 - two machines that look the same
                incarnation._write(fresh.workspace, incarnation.Beside(kept.writer, kept.seq, machine))  # noqa: SLF001
        self.laptops.append(fresh)
        return fresh

    def close(self) -> None:
        """Leave nothing."""
        self.countdown = -1
        for one in self.laptops:
            one.workspace.close()
        shutil.rmtree(self.folder)

    def _moved_in(self, number: int, made: Path) -> Laptop:
        path = self.folder / f"laptop-{number}" / made.name
        path.parent.mkdir()
        copy_files(made, path)
        one = Laptop(number, path, Random(self.chance.random()), self)
        one.is_old = self.chance.random() < 0.15
        one.offset = self.chance.choice(_CLOCKS)
        one.fixed = self.chance.choice([None] * 8 + [FIRST, LAST])
        return one


@contextmanager
def simulated(seed: int, most: int = 8) -> Iterator[World]:
    """A world whose stores lie, whose sealing follows from the seed, and where few files become one."""
    before = opening.FolderStore, pyrage.encrypt_io, compacting.MOST_SMALL, cost.hash_secret_raw
    waits = {(of, name): getattr(of, name) for of, name in _SHORT}
    _prepared(most)
    cost.hash_secret_raw = _derived  # type: ignore[assignment]
    world = World(seed, most)
    chance = Random(f"sealing {seed}")
    FlakyStore.weather = world.weather

    def sealed(source: io.BytesIO, sink: io.BytesIO, recipients: Sequence[object]) -> None:
        if len(recipients) > 1:
            before[1](source, sink, recipients)
        else:
            sink.write(seal_exactly(source.read(), _Known(str(recipients[0])), chance.randbytes))  # type: ignore[arg-type]

    opening.FolderStore, pyrage.encrypt_io, compacting.MOST_SMALL = FlakyStore, sealed, 4  # type: ignore[misc]
    for (of, name), value in _SHORT.items():
        setattr(of, name, value)
    try:
        yield world
    finally:
        opening.FolderStore, pyrage.encrypt_io, compacting.MOST_SMALL, cost.hash_secret_raw = before  # type: ignore[misc]
        for (of, name), value in waits.items():
            setattr(of, name, value)
        world.close()


@contextmanager
def older_program() -> Iterator[None]:
    """Whatever happens inside is done by a program that acknowledges nothing and reads format 1 alone."""
    new = {
        (manifest_text, "NEWEST"): 1,
        (reading, "NEWEST"): 1,
        (segments, "whole"): lambda session: {},
        (acknowledging, "learn"): lambda *about, **how: None,
        (acknowledging, "paid"): lambda session: None,
        (acknowledging, "is_due"): lambda *about: False,
        (cleaning, "clean"): lambda *about: 0,
    }
    before = {(of, name): getattr(of, name) for of, name in new}
    try:
        for (of, name), value in new.items():
            setattr(of, name, value)
        yield
    finally:
        for (of, name), value in before.items():
            setattr(of, name, value)


_HOUR_MS = 3600 * 1000
_SHORT: dict[tuple[Any, str], int] = {
    (acknowledging, "DUE_MS"): 6 * _HOUR_MS,
    (cleaning, "MONTH_MS"): 2 * _HOUR_MS,
    (cleaning, "WORTH_SHARE"): 1000,
    (growing, "WAIT_MS"): 48 * _HOUR_MS,
    (thinning, "WORTH"): 0,
}
"""What takes months takes hours here, so that all of it happens in a run."""


@dataclass(frozen=True)
class _Known:
    recipient: str


_derived = lru_cache(maxsize=None)(cost.hash_secret_raw)


@lru_cache(maxsize=4)
def _prepared(most: int) -> list[Path]:
    """As many laptops of one organisation, closed before any of them was ever synced."""
    cost.hash_secret_raw, before = _derived, cost.hash_secret_raw
    found = laptops(Path(tempfile.mkdtemp(prefix="groundwork-prepared-", dir=_fast())), most)
    for one in found:
        one.close()
    cost.hash_secret_raw = before
    return [one.path for one in found]


def _fast() -> str | None:
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() else None


def _beside(path: Path) -> Path:
    return path.with_name(path.name + incarnation.ENDING)
