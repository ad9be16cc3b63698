"""The space of an organisation: founded on its first laptop, loaded with what the key log says by now.

The keys of this laptop lie inside its encrypted workspace; those of the root on no disk at all: they are made of
the recovery words when somebody types them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.services.keeping import recovering
from app.services.opening.workspace import Workspace
from app.services.syncing import deposit
from app.storage import key_entries, outbox, values
from app.storage.session import Session
from app.sync.space import entry, keylog
from app.sync.space.entry import Entry, Kind, Place, Said
from app.sync.space.membership import Device, Epoch, Membership
from app.vault import recovery_slot
from app.vault.identity import OrganisationKeys, PublicKeys
from app.vault.sealing import Addressee, open_sealed, seal
from app.vault.space_root import root_of

_WRITER = "writer"
_LARGEST_SEALED = 4096


class SpaceExistsError(GroundworkError):
    """A second founding would part the laptops."""

    message = N_("This workspace is ready for further laptops already.")


class NoSpaceError(GroundworkError):
    """Nothing to share with."""

    message = N_("This workspace is on one laptop only. Make it ready for further laptops first.")


class LaptopNameMissingError(GroundworkError):
    """In a list of laptops without names nobody finds the lost one."""

    message = N_("Please give the laptop a name.")


class WordsNeededError(GroundworkError):
    """Making new words would silently void those on paper."""

    message = N_("Please type the recovery words, or those of two cards: with them the laptops can be brought back.")


@dataclass(frozen=True)
class Space:
    """What this laptop is in its space, and what it can open."""

    id: str
    device: OrganisationKeys = field(repr=False)
    """The keys of this laptop: they sign its segments."""
    membership: Membership
    epochs: Mapping[str, OrganisationKeys] = field(repr=False, default_factory=dict)
    """Private keys of the epochs that this laptop was given, by fingerprint."""

    @property
    def me(self) -> Device | None:
        """This laptop as the key log knows it; None before its admission has arrived."""
        return self.membership.devices.get(self.device.fingerprint)

    @property
    def current(self) -> PublicKeys | None:
        """Whom new segments are sealed for: the key of the current epoch."""
        return self.membership.epoch.keys if self.membership.epoch else None

    def opener(self, recipients: Iterable[str]) -> OrganisationKeys | None:
        """The key that opens what was sealed for one of these fingerprints, if this laptop has it."""
        return next((self.epochs[one] for one in recipients if one in self.epochs), None)


@dataclass(frozen=True)
class Founded:
    """A new space, and the recovery words where they were made with it: shown once, kept nowhere."""

    space: Space
    words: tuple[str, ...] = field(default=(), repr=False)


def found(workspace: Workspace, name: str, typed: str = "") -> Founded:
    """Make the workspace ready for further laptops; this one, called `name`, is the first and admits others.

    `typed` are the recovery words or two cards of this workspace; where there are none yet, they are made. Raises
    NotAllowedError, SpaceExistsError, WordsNeededError, and what is wrong with the words; nothing is changed then.
    """
    workspace.may(Verb.TEAM)
    with workspace.reading() as session:
        if load(session) is not None:
            raise SpaceExistsError
        writer = str(values.get(session, _WRITER))
    words, root = _root(workspace, typed)
    device, epoch = OrganisationKeys.generate(workspace.random), OrganisationKeys.generate(workspace.random)
    space = Space(entry.space_id(root.public.signing), device, keylog.membership("", ()))
    said = [
        Said(Kind.FOUND),
        Said(Kind.ROTATE, number=1, key=epoch.public, grants=granted([epoch], [root.public, device.public])),
        Said(Kind.ADD, device=device.public, writer=writer, is_admin=True),
        Said(Kind.NAME, subject=device.fingerprint, about=named(name, epoch.public)),
    ]
    with workspace.writing() as session:
        keep(session, space)
        said.append(deposit.said(workspace, session, epoch.public, root.public))
        for one in said:
            space = say(session, space, one, Signing(root, day(workspace)))
        keep(session, space)
    return Founded(space, words)


def keep(session: Session, space: Space) -> None:
    """Keep which laptop this is; from now on what is written here goes to the others, and what is there already."""
    root = space.membership.root
    kept = {"id": space.id, "device": space.device.as_dict(), "root": root.fingerprint if root else ""}
    values.put(session, key_entries.SPACE, kept)
    outbox.begin(session)


def load(session: Session) -> Space | None:
    """The space of this workspace with what the key log says now; None where it is on one laptop only."""
    kept = values.get(session, key_entries.SPACE)
    if not kept:
        return None
    device = OrganisationKeys.from_dict(kept["device"])
    space = Space(str(kept["id"]), device, keylog.membership("", ()))
    return _with_log(session, space)


def is_shared(workspace: Workspace) -> bool:
    """Whether this workspace belongs to laptops that share it."""
    with workspace.reading() as session:
        return bool(values.get(session, key_entries.SPACE))


def loaded(session: Session) -> Space:
    """The same where there has to be one. Raises NoSpaceError."""
    found = load(session)
    if found is None:
        raise NoSpaceError
    return found


@dataclass(frozen=True)
class Signing:
    """Who signs an entry, and on which day."""

    keys: OrganisationKeys
    day: str


def day(workspace: Workspace) -> str:
    """This day, as entries carry it."""
    return workspace.now().date().isoformat()


def say(session: Session, space: Space, said: Said, signing: Signing) -> Space:
    """Sign an entry, keep it, and give back the space as it is then."""
    log = space.membership
    place = Place(space.id, signing.day, log.seq + 1, log.heads)
    take(session, space, entry.write(said, place, signing.keys))
    return _with_log(session, space)


def take(session: Session, space: Space, data: bytes) -> bool:
    """Keep an entry that came from wherever; whether it is new. What it counts for the whole log tells.

    Raises WrongSpaceError and other BundleErrors, and then keeps nothing.
    """
    one = entry.read(data, space.id)
    is_new = key_entries.put(session, one.id, bytes(data))
    if is_new and one.said.kind == Kind.ROOT:
        keep(session, _with_log(session, space))
    return is_new


def read_all(space: str, held: Iterable[bytes]) -> tuple[Entry, ...]:
    """These entries, checked. Raises WrongSpaceError and other BundleErrors for the first that is none of the space."""
    return tuple(entry.read(data, space) for data in held)


def granted(epochs: Iterable[OrganisationKeys], holders: Iterable[PublicKeys]) -> dict[str, dict[str, bytes]]:
    """The private keys of these epochs, each sealed for each of the holders alone."""
    known = tuple(holders)
    return {
        one.fingerprint: {who.fingerprint: seal(json.dumps(one.as_dict()).encode(), [who]) for who in known}
        for one in epochs
    }


def opened(epochs: Iterable[Epoch], keys: OrganisationKeys) -> dict[str, OrganisationKeys]:
    """The private keys of epochs that were granted to `keys`, by fingerprint; a grant that is none is passed over."""
    found: dict[str, OrganisationKeys] = {}
    for epoch in epochs:
        for sealed in epoch.grants.get(keys.fingerprint, ()):
            private = _private(sealed, keys)
            if private is not None and private.public == epoch.keys:
                found[private.fingerprint] = private
    return found


def named(name: str, reader: Addressee) -> bytes:
    """A name sealed for whoever has the key of an epoch: a place where files are exchanged learns no name."""
    return seal(json.dumps({"name": " ".join(name.split())}).encode(), [reader])


def name_of(about: bytes, space: Space) -> str:
    """The name in it, "" where this laptop cannot open it."""
    for keys in space.epochs.values():
        try:
            return str(json.loads(open_sealed(about, keys, limit=_LARGEST_SEALED)).get("name", ""))
        except (GroundworkError, ValueError, AttributeError):
            continue
    return ""


def names_of(space: Space, fingerprints: Iterable[str]) -> tuple[str, ...]:
    """The names of these laptops that this one can read, each once, in order."""
    known = [space.membership.devices.get(one) for one in set(fingerprints)]
    return tuple(sorted({name for one in known if one is not None and (name := name_of(one.about, space))}))


def _root(workspace: Workspace, typed: str) -> tuple[tuple[str, ...], OrganisationKeys]:
    """The root, and the words where they are new."""
    if typed:
        return (), root_of(recovering.rehearse(workspace, typed).seed)
    if recovery_slot.exists(workspace.path):
        raise WordsNeededError
    made = recovering.fresh(workspace)
    recovering.keep(workspace, made)
    return made.words, root_of(made.seed)


def _with_log(session: Session, space: Space) -> Space:
    known = keylog.membership(space.id, read_all(space.id, key_entries.every(session).values()))
    return replace(space, membership=known, epochs=opened(known.openable, space.device))


@lru_cache(maxsize=1024)
def _private(sealed: bytes, keys: OrganisationKeys) -> OrganisationKeys | None:
    """Opened once per process: the log is read at every step."""
    try:
        return OrganisationKeys.from_dict(json.loads(open_sealed(sealed, keys, limit=_LARGEST_SEALED)))
    except (GroundworkError, ValueError, AttributeError):
        return None
