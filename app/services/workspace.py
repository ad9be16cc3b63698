"""A workspace: one organisation's encrypted file on this machine, opened by a passphrase.

Change has one road: `writing()`, commit, one notice, visible pages reload. Time and ids come from
here, so that tests and repeatable runs can fix them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from app.compact import Pack, load
from app.domain.roles import Verb
from app.domain.stamps import Clock, record_id
from app.errors import GroundworkError
from app.i18n import N_, format_list, isolate
from app.services import judging, people, unlocking
from app.services.changes import Done
from app.services.founding import SHORTEST_PASSPHRASE as SHORTEST_PASSPHRASE
from app.services.founding import Founding as Founding
from app.services.founding import Organisation as Organisation
from app.services.founding import PassphraseTooShortError as PassphraseTooShortError
from app.services.founding import WorkspaceExistsError as WorkspaceExistsError
from app.services.founding import values as founding_values
from app.services.origin import Origin as Origin
from app.services.people import NotAllowedError, Profile, ProfileGoneError, Team
from app.storage import database, values
from app.storage.database import Database
from app.storage.session import Session
from app.vault import identity, slots
from app.vault.cost import Cost, calibrate
from app.vault.identity import OrganisationKeys
from app.vault.slots import Opened
from app.vault.slots import WrongPassphraseError as WrongPassphraseError

SUFFIX = ".groundwork"


class WorkspaceMissingError(GroundworkError):
    """No file at that path."""

    message = N_("There is no workspace at {name}.")


class CopyDamagedError(GroundworkError):
    """A copy just made does not pass its own check; it was thrown away."""

    message = N_("The copy could not be read back and was thrown away. What was there before is as it was.")


class Workspace:
    """One open workspace. Give it to the services; it keeps the file, the clock and who is working."""

    def __init__(self, path: Path, kept: Database, origin: Origin, opened: Opened | None = None) -> None:
        self.path = path
        self._database = kept
        self.opened = opened
        """What the passphrase opened; None where the workspace was opened without one, as by a recovery."""
        self._origin = origin
        self._listeners: list[Callable[[], None]] = []
        self.done = Done()
        """What was done in this sitting and can be undone."""
        self._pack = load()
        with self.reading() as session:
            about = values.get(session, "organisation")
            self.organisation = Organisation(**{**about, **_tuples(about)})
            self.team = people.load(session)
            self.coordinator: bool = values.get(session, "coordinator") is True
            self.language: str = values.get(session, "language") or "en"
            self.keys = OrganisationKeys.from_dict(values.get(session, "keys"))
            self.disclosure_secret = bytes.fromhex(values.get(session, "disclosure_secret"))
        self.profile = self._working(opened.profile if opened else "")
        self.area = people.area_of(opened.secret if opened else b"")
        """The keys of this person's private area; None where it stays closed."""

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

    def allows(self, verb: Verb) -> bool:
        """Whether whoever is working may do this."""
        return self.profile.id in self.team.holders(verb)

    def may(self, verb: Verb) -> None:
        """Go on only if whoever is working may do this. Raises NotAllowedError, which names whom to ask."""
        if not self.allows(verb):
            asked = [isolate(one.name) for one in self.team.present if one.id in self.team.holders(verb) and one.name]
            raise NotAllowedError(people=format_list(asked))

    def take_team(self, session: Session, team: Team) -> None:
        """Keep the team inside the transaction; whoever is working has the new name and role at once."""
        people.put(session, team)
        self.team = team
        self.profile = team.find(self.profile.id) or self.profile

    def _working(self, profile: str) -> Profile:
        found = self.team.find(profile or self.team.founder)
        if found is None or found.left:
            raise ProfileGoneError
        return found

    def set_language(self, language: str) -> None:
        """Keep the language this workspace is worked in."""
        with self.noting() as session:
            values.put(session, "language", language)
        self.language = language

    def describe(self, organisation: Organisation) -> None:
        """Keep what others may read about this organisation; its id never changes. Raises NotAllowedError."""
        self.may(Verb.ORGANISATION)
        fresh = replace(organisation, id=self.organisation.id)
        with self.writing() as session:
            values.put(session, "organisation", asdict(fresh))
        self.organisation = fresh

    def faults(self) -> tuple[str, ...]:
        """What the file's own check finds wrong with its pages."""
        return self._database.faults()

    @contextmanager
    def standing_aside(self) -> Iterator[None]:
        """Let go of the file for as long as another hand works on it; then it is opened with `opened.key` again."""
        self._database.close()
        try:
            yield
        finally:
            if self.opened is not None:
                self._database = database.open_existing(self.path, self.opened.key.raw)

    def copy(self, to: Path) -> None:
        """A copy of the file at `to`, opened and checked before this returns; it opens with the same passphrases.

        Whoever opens the copy writes under a writer of its own, so that two that go on from one never clash.
        Raises CopyDamagedError and what the disk says.
        """
        made = self._database.copied(to)
        try:
            with made.writing() as session:
                values.put(session, values.COPIED, True)
            faults = made.faults()
        finally:
            made.close()
        if faults:
            raise CopyDamagedError(detail="; ".join(faults))

    def close(self) -> None:
        """Gather everything into the one file and let go of it."""
        self._listeners.clear()
        self._database.close()


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
    opened = slots.create(path, passphrase, cost=cost or calibrate())
    try:
        kept = database.create(path, opened.key.raw)
    except GroundworkError:
        slots.keys_path(path).unlink(missing_ok=True)
        raise
    with kept.writing() as session:
        for name, value in founding_values(founding, origin).items():
            values.put(session, name, value)
    return _with_area(Workspace(path, kept, origin, opened))


def open_existing(path: Path, passphrase: str, *, origin: Origin | None = None) -> Workspace:
    """The workspace at `path`, for whoever has this passphrase: on a shared laptop it says who works.

    Raises what is wrong in one sentence, and then has changed nothing.
    """
    if not path.exists():
        raise WorkspaceMissingError(name=path.name)
    kept, opened = unlocking.file_of(path, slots.open_slot(path, passphrase))
    origin = origin or Origin()
    _take_own_writer(kept, origin)
    judging.catch_up(kept, load())
    try:
        made = _with_area(Workspace(path, kept, origin, opened))
    except ProfileGoneError:
        kept.close()
        raise
    unlocking.settle(path, opened, passphrase, made.profile.id)
    return made


def _take_own_writer(kept: Database, origin: Origin) -> None:
    """A copy that is opened for the first time writes on as somebody else than the workspace it was made of."""
    with kept.reading() as session:
        is_copy = values.get(session, values.COPIED) is True
    if is_copy:
        with kept.writing() as session:
            values.put(session, "writer", origin.random(8).hex())
            values.put(session, values.COPIED, False)


def passphrase_opens(workspace: Workspace, passphrase: str) -> bool:
    """Whether this passphrase would open the workspace that is open; costs what opening costs.

    Raises what is wrong with the keys file.
    """
    try:
        slots.open_slot(workspace.path, passphrase)
    except slots.WrongPassphraseError:
        return False
    return True


def _with_area(workspace: Workspace) -> Workspace:
    """Let the others know for which keys to seal what only this person may read."""
    own = workspace.area.public if workspace.area else None
    if own and workspace.team.area_keys.get(workspace.profile.id) != own:
        with workspace.noting() as session:
            workspace.take_team(session, workspace.team.with_keys(workspace.profile.id, own))
    return workspace


def quick_cost() -> Cost:
    """The least that one guess may cost: only for tests and demonstrations, whose passphrases are known to all."""
    return Cost.floor()


def digits(workspace: Workspace) -> str:
    """The digits of this organisation's key, to be compared by telephone."""
    return identity.fingerprint(workspace.keys.public.signing)


def _tuples(about: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(value) for name, value in about.items() if isinstance(value, list)}
