"""One open workspace: the file, the clock, who is working, and the one road that every change takes.

Change has one road: `writing()`, commit, one notice, visible pages reload. Time and ids come from
here, so that tests and repeatable runs can fix them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from app.compact import Pack, load
from app.domain.roles import Verb
from app.domain.stamps import Clock, record_id
from app.errors import GroundworkError
from app.i18n import N_, format_list, isolate
from app.services.opening import own_keys, pack_marks, people
from app.services.opening.changes import Done
from app.services.opening.founding import Organisation
from app.services.opening.origin import Origin
from app.services.opening.people import NotAllowedError, Profile, ProfileGoneError, Team
from app.storage import database, values
from app.storage.database import Database, WorkspaceBusyError
from app.storage.presence import Presence, is_there
from app.storage.rekeying import forget_older
from app.storage.session import Session
from app.vault.slots import Opened


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
        self._presence: Presence | None = None
        self._aside = False
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
            self.keys = own_keys.load(session)
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
        with self._present().writing() as session:
            yield session
        for listener in tuple(self._listeners):
            listener()

    @contextmanager
    def noting(self) -> Iterator[Session]:
        """A transaction that changes nothing anybody shows, such as keeping a draft: no notice follows."""
        with self._present().writing() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view that stays the same while it is used."""
        with self._present().reading() as session:
            yield session

    def sitting(self) -> str:
        """The word of this sitting, which stays alive as long as this program; "" where the disk knows no locks."""
        if self._presence is None:
            with suppress(GroundworkError):
                self._presence = Presence(self.path)
        return self.word

    @property
    def word(self) -> str:
        """The word under which this sitting typed something; "" while it has not."""
        return self._presence.word if self._presence else ""

    def sits_elsewhere(self, word: str) -> bool:
        """Whether the sitting of this word is another one, in a window that is open now."""
        return word not in ("", self.word) and is_there(self.path, word)

    def next_stamps(self, session: Session, count: int = 1) -> Clock:
        """Tick this writer's clock `count` times inside the transaction; the clock of the last tick."""
        return self._ticked(session, count)[-1]

    def stamps(self, session: Session, count: int) -> tuple[str, ...]:
        """As many fresh stamps of this writer, in their order."""
        return tuple(clock.stamp() for clock in self._ticked(session, count))

    def _ticked(self, session: Session, count: int) -> list[Clock]:
        kept = values.several(session, ("writer", "clock", pack_marks.NAME))
        clock, ticks = Clock(kept["writer"], **(kept.get("clock") or {})), []
        if pack_marks.is_due(kept.get(pack_marks.NAME), clock.writer, self.pack):
            clock = clock.ticked(self.now_ms())
            pack_marks.put(session, clock, self.pack, self.profile.id)
        for _tick in range(count):
            clock = clock.ticked(self.now_ms())
            ticks.append(clock)
        values.put(session, "clock", {"last_ms": clock.last_ms, "counter": clock.counter})
        return ticks

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

    def _present(self) -> Database:
        if self._aside:
            raise WorkspaceBusyError(detail="standing aside")
        return self._database

    def _working(self, profile: str) -> Profile:
        found = self.team.find(profile or self.team.founder)
        if found is None or found.left:
            raise ProfileGoneError
        return found

    def describe(self, organisation: Organisation) -> None:
        """Keep what others may read about this organisation; its id never changes. Raises NotAllowedError."""
        self.may(Verb.ORGANISATION)
        fresh = replace(organisation, id=self.organisation.id)
        with self.writing() as session:
            values.put(session, "organisation", asdict(fresh))
        self.organisation = fresh

    def refresh(self) -> None:
        """Know again what the file says of organisation and team, and tell everybody who listens: changes came in."""
        with self.reading() as session:
            about = values.get(session, "organisation")
            self.organisation = Organisation(**{**about, **_tuples(about)})
            self.team = people.load(session)
            self.coordinator = values.get(session, "coordinator") is True
            self.keys = own_keys.load(session)
        self.profile = self.team.find(self.profile.id) or self.profile
        for listener in tuple(self._listeners):
            listener()

    def sweep(self) -> None:
        """Leave nothing of what was erased beside the file: not in its journal, not in a copy of an older form."""
        self._database.gather()
        forget_older(self.path)

    @property
    def on_server(self) -> bool:
        """Whether the rows lie on a database server, where we encrypt nothing."""
        return self._database.on_server

    def faults(self) -> tuple[str, ...]:
        """What the file's own check finds wrong with its pages."""
        return self._database.faults()

    @contextmanager
    def standing_aside(self) -> Iterator[None]:
        """Let go of the file for as long as another hand works on it; then it is opened with `opened.key` again.

        Whoever reads or writes meanwhile is refused at once. Raises WorkspaceBusyError there.
        """
        self._database.close()
        self._aside = True
        try:
            yield
        finally:
            self._aside = False
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
        if self._presence is not None:
            self._presence.end()
            self._presence = None
        self._database.close()


def _tuples(about: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(value) for name, value in about.items() if isinstance(value, list)}
