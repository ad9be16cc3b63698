"""A workspace: one organisation's encrypted file on this machine, opened by a passphrase.

Change has one road: `writing()`, commit, one notice, visible pages reload. Time and ids come from
here, so that tests and repeatable runs can fix them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from app.compact import Pack, load
from app.domain.stamps import Clock, record_id
from app.errors import GroundworkError
from app.i18n import N_
from app.services import judging
from app.storage import database, values
from app.storage.database import Database
from app.storage.session import Session
from app.vault import identity, slots
from app.vault.cost import Cost, calibrate
from app.vault.identity import OrganisationKeys

SUFFIX = ".groundwork"


class WorkspaceExistsError(GroundworkError):
    """A workspace is never written over."""

    message = N_("There is a workspace at {name} already. Choose another name, or open that one.")


class WorkspaceMissingError(GroundworkError):
    """No file at that path."""

    message = N_("There is no workspace at {name}.")


class PassphraseTooShortError(GroundworkError):
    """Too short to protect anybody."""

    message = N_("A passphrase needs at least {count} letters or signs. Four unrelated words are easy to remember.")


SHORTEST_PASSPHRASE = 8


@dataclass(frozen=True)
class Organisation:
    """Who this workspace belongs to, as others may read it."""

    name: str
    types: tuple[str, ...] = ()
    country: str = ""
    """ISO 3166 two letters."""
    description: str = ""
    languages: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Profile:
    """The person at the keyboard; never leaves the organisation."""

    id: str
    name: str
    role: str = "editor"


@dataclass(frozen=True)
class Origin:
    """Where time and chance come from: the machine, or fixed values for repeatable runs."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[int], bytes] = secrets.token_bytes

    @classmethod
    def fixed(cls, now: datetime | None = None, seed: int | None = None) -> Origin:
        """Time fixed at `now`, chance fixed by `seed`; None leaves the machine's own."""
        own = cls()
        chance = Random(seed).randbytes if seed is not None else own.random
        return cls((lambda: now) if now else own.now, chance)


class Workspace:
    """One open workspace. Give it to the services; it keeps the file, the clock and who is working."""

    def __init__(self, path: Path, kept: Database, origin: Origin) -> None:
        self.path = path
        self._database = kept
        self._origin = origin
        self._listeners: list[Callable[[], None]] = []
        self._pack = load()
        with self.reading() as session:
            about = values.get(session, "organisation")
            self.organisation = Organisation(**{**about, **_tuples(about)})
            self.profile = Profile(**values.get(session, "profile"))
            self.coordinator: bool = values.get(session, "coordinator") is True
            self.language: str = values.get(session, "language") or "en"
            self.keys = OrganisationKeys.from_dict(values.get(session, "keys"))
            self.disclosure_secret = bytes.fromhex(values.get(session, "disclosure_secret"))

    @property
    def pack(self) -> Pack:
        """The reference pack this workspace works with."""
        return self._pack

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self._origin.now()

    def now_ms(self) -> int:
        """This moment in milliseconds since 1970, UTC."""
        return int(self.now().timestamp() * 1000)

    def new_id(self) -> str:
        """A fresh record id, later than those before it."""
        return record_id(self.now_ms(), self._origin.random(10))

    def random(self, count: int) -> bytes:
        """`count` bytes nobody can guess; repeatable only where a seed was asked for."""
        return self._origin.random(count)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction, all or nothing; after it was kept, everybody who listens is told once."""
        with self._database.writing() as session:
            yield session
        for listener in tuple(self._listeners):
            listener()

    @contextmanager
    def noting(self) -> Iterator[Session]:
        """A transaction that changes nothing anybody shows, such as keeping a draft: no notice follows."""
        with self._database.writing() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view that stays the same while it is used."""
        with self._database.reading() as session:
            yield session

    def next_stamps(self, session: Session, count: int = 1) -> Clock:
        """Tick this writer's clock `count` times inside the transaction; the clock of the last tick."""
        kept = values.get(session, "clock") or {}
        clock = Clock(values.get(session, "writer"), **kept)
        for _tick in range(count):
            clock = clock.ticked(self.now_ms())
        values.put(session, "clock", {"last_ms": clock.last_ms, "counter": clock.counter})
        return clock

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; what comes back ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def set_language(self, language: str) -> None:
        """Keep the language this workspace is worked in."""
        with self.noting() as session:
            values.put(session, "language", language)
        self.language = language

    def describe(self, organisation: Organisation) -> None:
        """Keep what others may read about this organisation; its id never changes."""
        fresh = replace(organisation, id=self.organisation.id)
        with self.writing() as session:
            values.put(session, "organisation", asdict(fresh))
        self.organisation = fresh

    def faults(self) -> tuple[str, ...]:
        """What the file's own check finds wrong with its pages."""
        return self._database.faults()

    def close(self) -> None:
        """Gather everything into the one file and let go of it."""
        self._listeners.clear()
        self._database.close()


@dataclass(frozen=True)
class Founding:
    """What a new workspace is made of."""

    organisation: Organisation
    profile_name: str = ""
    coordinator: bool = False
    language: str = "en"


def create(
    path: Path, passphrase: str, founding: Founding, *, origin: Origin | None = None, cost: Cost | None = None
) -> Workspace:
    """A new workspace at `path`, with keys of its own; nothing is left behind if it cannot be made.

    `cost` is what opening costs whoever guesses; without it, it is measured on this machine.
    Raises WorkspaceExistsError, PassphraseTooShortError, and what the disk says.
    """
    if path.exists() or slots.keys_path(path).exists():
        raise WorkspaceExistsError(name=path.name)
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShortError(count=SHORTEST_PASSPHRASE)
    origin = origin or Origin()
    key = slots.create(path, passphrase, cost=cost or calibrate())
    try:
        kept = database.create(path, key.raw)
    except GroundworkError:
        slots.keys_path(path).unlink(missing_ok=True)
        raise
    with kept.writing() as session:
        for name, value in _founding_values(founding, origin).items():
            values.put(session, name, value)
    return Workspace(path, kept, origin)


def open_existing(path: Path, passphrase: str, *, origin: Origin | None = None) -> Workspace:
    """The workspace at `path`. Raises what is wrong in one sentence, and then has changed nothing."""
    if not path.exists():
        raise WorkspaceMissingError(name=path.name)
    key = slots.unlock(path, passphrase)
    kept = database.open_existing(path, key.raw)
    judging.catch_up(kept, load())
    return Workspace(path, kept, origin or Origin())


def quick_cost() -> Cost:
    """The least that one guess may cost: only for tests and demonstrations, whose passphrases are known to all."""
    return Cost.floor()


def digits(workspace: Workspace) -> str:
    """The digits of this organisation's key, to be compared by telephone."""
    return identity.fingerprint(workspace.keys.public.signing)


def _founding_values(founding: Founding, origin: Origin) -> Mapping[str, object]:
    named = replace(founding.organisation, id=origin.random(16).hex())
    profile = Profile(origin.random(8).hex(), founding.profile_name)
    return {
        "organisation": asdict(named),
        "profile": asdict(profile),
        "coordinator": founding.coordinator,
        "language": founding.language,
        "keys": identity.OrganisationKeys.generate(origin.random).as_dict(),
        "disclosure_secret": origin.random(32).hex(),
        "writer": origin.random(8).hex(),
        judging.NAME: judging.version(load()),
    }


def _tuples(about: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(value) for name, value in about.items() if isinstance(value, list)}
