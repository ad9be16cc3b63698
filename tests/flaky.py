"""A place that lies, and programs that keep it in step with a cloud: what a simulated laptop has to live with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from app.progress import Progress, silent
from app.sync.stores.failures import StoreNotThereError, StoreUnreachableError
from app.sync.stores.folder import FolderStore
from app.sync.stores.store import Entry

COPIES = (
    "{stem} (conflicted copy 2026-10-30){end}",
    "{stem}.sync-conflict-20261030-101010-ABCDEFG{end}",
    "{stem} (2){end}",
)


class Weather:
    """How bad a store is now, and what calls it tell whoever wants to stop the program."""

    def __init__(self, chance: Random, tick: Callable[[], None]) -> None:
        self.chance, self.tick = chance, tick
        self.fails = 0.0
        """How often a verb goes wrong."""

    def strikes(self) -> bool:
        """Whether this verb goes wrong."""
        self.tick()
        return self.fails > 0 and self.chance.random() < self.fails


class FlakyStore(FolderStore):
    """A real folder whose verbs fail before and after their work, cut files short and hide some."""

    weather: Weather

    def put(self, name: str, data: bytes) -> None:
        """Fails before, in the middle (half a file under its final name), or after it was done."""
        if not self.weather.strikes():
            super().put(name, data)
            self.weather.tick()
            return
        how = self.weather.chance.randrange(4)
        if how == 1:
            super().put(name, data)
        if how >= 2:
            super().put(name, data[: 0 if how == 2 else len(data) // 2])
        raise StoreUnreachableError(detail="the line broke")

    def get(self, name: str, most: int, progress: Progress = silent) -> bytes:
        """Fails, or gives what is not whole."""
        if not self.weather.strikes():
            return super().get(name, most, progress)
        how = self.weather.chance.randrange(4)
        if how == 0:
            raise StoreUnreachableError(detail="the line broke")
        if how == 1:
            raise StoreNotThereError(detail="gone meanwhile")
        data = super().get(name, most, progress)
        return data[: len(data) // 2] if how == 2 else data[:-20] + bytes(20)

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Fails, or hides what came last."""
        bad = self.weather.strikes()
        if bad and self.weather.chance.random() < 0.3:
            raise StoreUnreachableError(detail="the line broke")
        for one in super().list(folder):
            if not bad or self.weather.chance.random() < 0.7:
                yield one

    def delete(self, name: str) -> None:
        """Fails before or after."""
        bad = self.weather.strikes()
        if not bad or self.weather.chance.random() < 0.5:
            super().delete(name)
        if bad:
            raise StoreUnreachableError(detail="the line broke")


class SyncProgram:
    """What keeps a folder in step with a cloud: renames, copies, delays, cuts and forgets files of it."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder, self._chance = folder, chance
        self._late: dict[Path, bytes] = {}

    def work(self) -> str:
        """One trick at one or several files; what it was."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        if not found:
            return "nothing"
        trick = self._chance.choice([self._rename, self._copy, self._delay, self._cut, self._flip, self._forget])
        for path in self._chance.sample(found, min(len(found), self._chance.choice([1, 1, 2, 5]))):
            trick(path)
        return trick.__name__

    def deliver(self) -> None:
        """Everything that was delayed or half there comes now."""
        for path, data in self._late.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self._late.clear()

    def _rename(self, path: Path) -> None:
        path.rename(self._other(path))

    def _copy(self, path: Path) -> None:
        self._other(path).write_bytes(path.read_bytes())

    def _delay(self, path: Path) -> None:
        self._late.setdefault(path, path.read_bytes())
        path.unlink()

    def _cut(self, path: Path) -> None:
        data = path.read_bytes()
        if self._chance.random() < 0.5:
            self._late.setdefault(path, data)
        path.write_bytes(data[: self._chance.randrange(len(data) + 1)])

    def _flip(self, path: Path) -> None:
        data = self._late.setdefault(path, path.read_bytes())
        place = self._chance.randrange(len(data)) if data else 0
        path.write_bytes(data[:place] + bytes(min(64, len(data) - place)) + data[place + 64 :])

    def _forget(self, path: Path) -> None:
        path.unlink()

    def _other(self, path: Path) -> Path:
        return path.with_name(self._chance.choice(COPIES).format(stem=path.stem, end=path.suffix))
