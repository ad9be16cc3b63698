"""The laptops of an organisation: which there are, renamed, revoked, their late work adopted, their keys rotated.

Whoever may manage the team does this, on a laptop that is an admin in the key log. What a laptop held when it was
revoked it still holds: nothing takes that back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.services.keeping.team import NameMissingError
from app.services.opening.workspace import Workspace
from app.services.syncing import acknowledging, joining, spaces
from app.services.syncing.joining import Admitted as Admitted
from app.services.syncing.joining import NewLaptop as NewLaptop
from app.services.syncing.joining import admit as admit
from app.services.syncing.joining import digits as digits
from app.services.syncing.joining import join as join
from app.services.syncing.joining import request as request
from app.services.syncing.joining import welcome_digits as welcome_digits
from app.services.syncing.spaces import Signing, Space
from app.storage import key_entries, segments
from app.storage.segments import State
from app.storage.session import Session
from app.sync.space import joining as files
from app.sync.space.entry import Kind, Said
from app.sync.space.membership import Cut, Device
from app.vault import identity
from app.vault.identity import OrganisationKeys

_WRITER_FROM = 16
"""Where the writer begins in a stamp."""


class DeviceMissingError(GroundworkError):
    """None, or more than one, answers to that."""

    message = N_("There is no laptop called “{name}”, or there are two. Write the beginning of its digits as listed.")


class OwnLaptopError(GroundworkError):
    """Whoever revoked the laptop in use would sit before a closed door."""

    message = N_("This is the laptop you are working on. Please revoke it on another one that may do so.")


class SegmentMissingError(GroundworkError):
    """Not among what was put aside."""

    message = N_("Nothing that was put aside is called {id}.")


@dataclass(frozen=True)
class DeviceLine:
    """One laptop as a list shows it."""

    fingerprint: str
    name: str
    """"" where this laptop cannot read it."""
    digits: str
    """Six groups of five, to be compared by telephone."""
    is_me: bool
    is_admin: bool
    added: str
    """The day."""
    revoked: str
    """The day; "" for one that belongs."""
    last_seen: datetime | None
    """When, by its own clock, it sealed the newest work that is here; None before there is any."""
    put_aside: int
    """How many pieces of its work wait in quarantine."""
    is_silent: bool = False
    """Whether nothing came of it for a year: it may be lost, and nothing can be cleaned up while it belongs."""
    is_behind: bool = False
    """Whether work of it came and it never said what it has of others, as an older program does not."""


@dataclass(frozen=True)
class Overview:
    """The laptops, and what a person should know about them."""

    lines: tuple[DeviceLine, ...]
    digits: str
    """Of the space, to be compared when a laptop joins."""
    may_change: bool
    """Whether this person on this laptop may admit and revoke."""
    is_deadlocked: bool
    """Whether no admin is left, so that the recovery words are needed."""
    is_stale: bool
    """Whether a revoked laptop holds the current key, so that it has to be rotated."""


def overview(workspace: Workspace) -> Overview:
    """The laptops with what concerns them all. Raises NoSpaceError."""
    with workspace.reading() as session:
        space = spaces.loaded(session)
        lines = _lines(workspace, session, space)
    log = space.membership
    may_change = workspace.allows(Verb.TEAM) and log.may_admit(space.device.fingerprint)
    return Overview(lines, files.root_digits(log), may_change, log.is_deadlocked, log.is_stale)


def listed(workspace: Workspace) -> tuple[DeviceLine, ...]:
    """Those that belong, in the order they came, then those that were revoked. Raises NoSpaceError."""
    return overview(workspace).lines


def written_on(workspace: Workspace, stamp: str) -> str:
    """The name of the laptop on which a write with this stamp was made; "" where that is not known here."""
    with workspace.reading() as session:
        space = spaces.load(session)
        if space is None:
            return ""
        owner = space.membership.owners.get(stamp[_WRITER_FROM:], "")
        return ", ".join(spaces.names_of(space, [owner]))


def find(workspace: Workspace, words: str) -> DeviceLine:
    """The laptop of this name, fingerprint, or beginning of its digits. Raises DeviceMissingError."""
    lines = listed(workspace)
    wanted, bare = " ".join(words.split()).casefold(), "".join(words.split())
    named = [one for one in lines if one.name.casefold() == wanted and not one.revoked] or [
        one for one in lines if one.name.casefold() == wanted
    ]
    found = named or [
        one for one in lines if bare and (one.fingerprint == bare or one.digits.replace(" ", "").startswith(bare))
    ]
    if len(found) != 1:
        raise DeviceMissingError(name=words)
    return found[0]


def rename(workspace: Workspace, fingerprint: str, name: str) -> DeviceLine:
    """Another name for a laptop: of this one by anybody, of others by an admin's. Raises as `revoke`."""
    if not name.strip():
        raise NameMissingError
    with workspace.writing() as session:
        space = spaces.loaded(session)
        if fingerprint != space.device.fingerprint:
            _refuse(workspace, space)
        _device(space, fingerprint)
        if space.current is not None:
            said = Said(Kind.NAME, subject=fingerprint, about=spaces.named(name, space.current))
            spaces.say(session, space, said, _signing(workspace, space))
    return find(workspace, fingerprint)


def revoke(workspace: Workspace, fingerprint: str) -> DeviceLine:
    """Let a laptop belong no more, for good, and make a key that it does not have.

    What it wrote and is here counts; what it wrote after that, or what has not arrived, is put aside when it comes,
    and can be adopted. Raises NotAllowedError, NotAdminError, OwnLaptopError and DeviceMissingError.
    """
    with workspace.writing() as session:
        space = spaces.loaded(session)
        _refuse(workspace, space)
        if fingerprint == space.device.fingerprint:
            raise OwnLaptopError
        device = _device(space, fingerprint)
        space = spaces.say(session, space, revocation(session, space, device), _signing(workspace, space))
        _rotate(workspace, session, space)
    return find(workspace, fingerprint)


def revocation(session: Session, space: Space, device: Device) -> Said:
    """A revocation that lets everything count that has arrived here of this laptop."""
    seen = segments.seen(session)
    cuts = {writer: Cut(*seen[writer]) for writer in device.writers if writer in seen}
    signed = (
        one.id
        for one in spaces.read_all(space.id, key_entries.every(session).values())
        if one.signer.fingerprint == device.fingerprint
    )
    return Said(Kind.REVOKE, subject=device.fingerprint, cuts=cuts, names=frozenset(signed))


def rotate(workspace: Workspace) -> int:
    """A new key for what is written from now on, for all who belong; its number. Raises as `revoke`."""
    with workspace.writing() as session:
        space = spaces.loaded(session)
        _refuse(workspace, space)
        space = _rotate(workspace, session, space)
    return space.membership.epoch.number if space.membership.epoch else 0


def adopt(workspace: Workspace, ids: Iterable[str]) -> int:
    """Let work of a revoked laptop count that somebody has looked at: how many pieces of it, by their ids.

    They are taken in at the next exchange, on every laptop. Raises SegmentMissingError, and as `revoke`.
    """
    wanted = frozenset(ids)
    with workspace.writing() as session:
        space = spaces.loaded(session)
        _refuse(workspace, space)
        aside = {one.id for one in segments.every(session, State.QUARANTINED)}
        for one in sorted(wanted - aside):
            raise SegmentMissingError(id=one)
        if wanted:
            spaces.say(session, space, Said(Kind.ADOPT, names=wanted), _signing(workspace, space))
    return len(wanted)


def mend(workspace: Workspace, session: Session, space: Space) -> Space:
    """What admins' laptops do by themselves at an exchange: grant keys to those who lack them, rotate a stale key.

    Keys can be lacking where two laptops rotated or admitted at once. On other laptops nothing happens.
    """
    if not space.membership.may_admit(space.device.fingerprint):
        return space
    holders = [one.keys for one in space.membership.present]
    holders += [space.membership.root] if space.membership.root else []
    grants: dict[str, dict[str, bytes]] = {}
    for epoch in space.membership.openable:
        lacking = [one for one in holders if one.fingerprint not in epoch.grants]
        if lacking and (keys := space.epochs.get(epoch.keys.fingerprint)) is not None:
            grants |= spaces.granted([keys], lacking)
    if grants:
        space = spaces.say(session, space, Said(Kind.GRANT, grants=grants), _signing(workspace, space))
    return _rotate(workspace, session, space) if space.membership.is_stale else space


def _rotate(workspace: Workspace, session: Session, space: Space) -> Space:
    log = space.membership
    fresh = OrganisationKeys.generate(workspace.random)
    holders = [one.keys for one in log.present] + ([log.root] if log.root else [])
    number = (log.epoch.number if log.epoch else 0) + 1
    said = Said(Kind.ROTATE, number=number, key=fresh.public, grants=spaces.granted([fresh], holders))
    return spaces.say(session, space, said, _signing(workspace, space))


def _refuse(workspace: Workspace, space: Space) -> None:
    workspace.may(Verb.TEAM)
    joining.refuse_no_admin(space)


def _signing(workspace: Workspace, space: Space) -> Signing:
    return Signing(space.device, spaces.day(workspace))


def _device(space: Space, fingerprint: str) -> Device:
    found = space.membership.devices.get(fingerprint)
    if found is None:
        raise DeviceMissingError(name=fingerprint)
    return found


def _lines(workspace: Workspace, session: Session, space: Space) -> tuple[DeviceLine, ...]:
    newest: dict[str, int] = {}
    aside: dict[str, int] = {}
    for one in segments.every(session):
        newest[one.device] = max(newest.get(one.device, 0), one.made_ms)
        aside[one.device] = aside.get(one.device, 0) + (one.state is State.QUARANTINED)
    gone = [one for one in space.membership.devices.values() if one.revoked is not None]
    silent, said = acknowledging.silent(workspace, session, space), acknowledging.has_said(session)
    quiet = {space.device.fingerprint, *said, *silent}
    ordered = (*space.membership.present, *sorted(gone, key=lambda one: (one.number, one.fingerprint)))
    return tuple(
        DeviceLine(
            fingerprint=one.fingerprint,
            name=spaces.name_of(one.about, space),
            digits=identity.fingerprint(one.keys.signing),
            is_me=one.fingerprint == space.device.fingerprint,
            is_admin=one.is_admin,
            added=one.added,
            revoked=one.revoked.on if one.revoked else "",
            last_seen=_moment(newest.get(one.fingerprint, 0)),
            put_aside=aside.get(one.fingerprint, 0),
            is_silent=one.fingerprint in silent,
            is_behind=one.revoked is None and one.fingerprint in newest and one.fingerprint not in quiet,
        )
        for one in ordered
    )


def _moment(ms: int) -> datetime | None:
    return datetime.fromtimestamp(ms / 1000, UTC) if ms else None
