"""Joining: a new laptop asks, an admin's answers, and people compare digits on both screens before either counts.

new laptop:    asked = joining.request(path, passphrase)          shows asked.digits
admin's:       admitted = joining.admit(workspace, data, ...)     asks for them, shows admitted.digits
new laptop:    joining.join(path, passphrase, data, ...)          asks for those
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from app.domain.roles import EDITOR, KEEPER, ROLES, Verb
from app.errors import GroundworkError
from app.folding import only_digits
from app.i18n import N_, isolate
from app.services.keeping.team import NameMissingError, RoleUnknownError
from app.services.opening import workspace as workspaces
from app.services.opening.founding import Founding, Organisation
from app.services.opening.origin import Origin
from app.services.opening.people import Profile
from app.services.opening.workspace import Workspace
from app.services.syncing import deposit, meeting, spaces
from app.services.syncing.spaces import Signing, Space
from app.storage import key_entries, values
from app.storage.session import Session
from app.sync.space import joining, keylog
from app.sync.space.entry import Kind, Said
from app.sync.space.joining import Person, Request, Welcome
from app.vault import slots
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys
from app.vault.slots import Opened

JOINING = "joining"
"""The value of a workspace that waits for its welcome: the keys of the laptop."""


class DigitsDifferError(GroundworkError):
    """Somebody changed the file on its way, or another file was taken."""

    message = N_("These digits are not those of this file. Do not go on; compare them again by telephone or in person.")


class NotAdminError(GroundworkError):
    """The laptop may not change who belongs."""

    message = N_("This laptop may not admit or revoke others. Please do it on one of these: {laptops}.")


class PersonKnownError(GroundworkError):
    """Only whoever has a private area can take it to a second laptop."""

    message = N_(
        "{person} works here already, and only {person} can take private notes to a further laptop. Let {person} admit"
        " it, as a keeper, on the laptop in use now."
    )


class RequestUsedError(GroundworkError):
    """One request, one answer."""

    message = N_("This laptop was answered already. If its file was lost, revoke it and make a new request there.")


class NotWaitingError(GroundworkError):
    """Not made by a request, or joined already."""

    message = N_("This workspace waits for no welcome. Make a new one with a request, and join with that.")


@dataclass(frozen=True)
class Asked:
    """The request of a new laptop."""

    data: bytes = field(repr=False)
    """The file for an admin's laptop; nothing in it is secret."""
    digits: str


@dataclass(frozen=True)
class NewLaptop:
    """What an admin says of the laptop that is admitted."""

    name: str
    person: str = ""
    """The name of somebody new who works on it; "": whoever admits it, with their private area."""
    role: str = EDITOR
    """Of somebody new. A keeper's laptop may admit and revoke others, too."""


@dataclass(frozen=True)
class Admitted:
    """The answer to a request."""

    data: bytes = field(repr=False)
    """The welcome, for the new laptop alone."""
    fingerprint: str
    digits: str
    """To be compared on the new laptop before it joins."""


def request(path: Path, passphrase: str, *, origin: Origin | None = None, cost: Cost | None = None) -> Asked:
    """Make an empty workspace at `path` that waits, and the request of this laptop. Raises as `workspaces.create`."""
    made = workspaces.create(path, passphrase, Founding(Organisation("")), origin=origin, cost=cost)
    try:
        device = OrganisationKeys.generate(made.random)
        area = made.area or OrganisationKeys.generate(made.random)
        with made.writing() as session:
            values.put(session, JOINING, device.as_dict())
            writer = str(values.get(session, "writer"))
        data = joining.write_request(writer, area.public, device, day=spaces.day(made))
    finally:
        made.close()
    return Asked(data, digits(data))


def is_waiting(workspace: Workspace) -> bool:
    """Whether this workspace asked to join and has no answer yet: there is nothing in it to work with."""
    with workspace.reading() as session:
        return bool(values.get(session, JOINING))


def asked_before(workspace: Workspace) -> Asked:
    """The request of a workspace that waits, made again: the file may have been lost. Raises NotWaitingError."""
    with workspace.reading() as session:
        kept, writer = values.get(session, JOINING), str(values.get(session, "writer"))
    if not kept or workspace.area is None:
        raise NotWaitingError
    device = OrganisationKeys.from_dict(kept)
    data = joining.write_request(writer, workspace.area.public, device, day=spaces.day(workspace))
    return Asked(data, digits(data))


def digits(data: bytes) -> str:
    """The digits of a request, to be compared with those on the new laptop's screen. Raises a BundleError."""
    return joining.read_request(data).digits


def admit(workspace: Workspace, data: bytes, compared: str, new: NewLaptop) -> Admitted:
    """Admit the laptop of this request, after a person compared its digits: `compared` are those of its screen.

    Raises NotAllowedError, NoSpaceError, NotAdminError, DigitsDifferError, RequestUsedError, NameMissingError,
    PersonKnownError, RoleUnknownError, and a BundleError for a file that is no request; nothing is changed then.
    """
    workspace.may(Verb.TEAM)
    asked = joining.read_request(data)
    refuse_other(asked.digits, compared)
    with workspace.reading() as session:
        space = spaces.loaded(session)
    refuse_no_admin(space)
    if asked.device.fingerprint in {*space.membership.devices, *space.membership.revoked}:
        raise RequestUsedError
    if not new.name.strip():
        raise NameMissingError
    who = _person(workspace, new)
    with workspace.writing() as session:
        space = _added(session, space, Signing(space.device, spaces.day(workspace)), (asked, new, who))
        if who.profile["id"] != workspace.profile.id:
            fresh = workspace.team.with_profile(Profile(**who.profile))  # type: ignore[arg-type]
            workspace.take_team(session, fresh.with_keys(str(who.profile["id"]), asked.area))
        entries = tuple(key_entries.every(session).values())
    welcome = Welcome(space.id, asked.id, space.device.public, who, entries, meeting.told(workspace))
    answer = joining.write_welcome(welcome, asked.device, space.device, day=spaces.day(workspace))
    return Admitted(answer, asked.device.fingerprint, joining.root_digits(space.membership))


def welcome_digits(path: Path, passphrase: str, data: bytes) -> str:
    """The digits of the space that this welcome is from, to be compared with those on the admin's screen.

    Raises what is wrong with workspace or file.
    """
    opened = workspaces.open_existing(path, passphrase)
    try:
        with opened.reading() as session:
            return joining.root_digits(_welcomed(session, data)[1].membership)
    finally:
        opened.close()


def join(path: Path, passphrase: str, data: bytes, compared: str, *, origin: Origin | None = None) -> Workspace:
    """Make the waiting workspace at `path` one of the organisation's, after a person compared the digits.

    Records come with the first sync; the place where the others meet is known, without its password. Killed in
    between, the same words go on. Raises NotWaitingError, DigitsDifferError, WrongSpaceError, a BundleError, and what
    opening raises; nothing is changed then.
    """
    opened = workspaces.open_existing(path, passphrase, origin=origin)
    try:
        with opened.reading() as session:
            welcome, space = _welcomed(session, data)
        refuse_other(joining.root_digits(space.membership), compared)
        kept = deposit.newest(space.membership, space.epochs)
        if kept is None:
            raise NotWaitingError(detail="no deposit that this laptop can open")
        who = Profile(**welcome.person.profile)  # type: ignore[arg-type]
        settle_in(opened, space, welcome.entries, (kept, who))
    finally:
        opened.close()
    joined = moved_in(path, passphrase, (who, welcome.person.secret), origin=origin)
    meeting.keep(joined, welcome.place)
    return joined


def settle_in(
    opened: Workspace, space: Space, entries: tuple[bytes, ...], found: tuple[Mapping[str, Any], Profile]
) -> None:
    """Keep the log, the keys and what the deposit says, in one transaction."""
    kept, who = found
    with opened.writing() as session:
        for one in entries:
            spaces.take(session, space, one)
        deposit.take(session, kept, who)
        spaces.keep(session, space)


def moved_in(path: Path, passphrase: str, who: tuple[Profile, bytes], *, origin: Origin | None = None) -> Workspace:
    """Let the passphrase open the private area that this person has already; then the laptop waits no more."""
    profile, secret = who
    if secret:
        key = slots.open_slot(path, passphrase).keys[0]
        area = Opened(key, secret, profile.id)
        slots.take(path, area, passphrase, is_founder=True, cost=slots.costs(path)[0])
    opened = workspaces.open_existing(path, passphrase, origin=origin)
    with opened.noting() as session:
        values.put(session, JOINING, None)
    return opened


def refuse_other(right: str, compared: str) -> None:
    """Raises DigitsDifferError unless these are the same digits, however they are grouped."""
    if not right or only_digits(compared) != only_digits(right):
        raise DigitsDifferError


def refuse_no_admin(space: Space) -> None:
    """Raises NotAdminError unless this laptop may change who belongs; it names those that may."""
    if not space.membership.may_admit(space.device.fingerprint):
        admins = [one for one in space.membership.present if one.is_admin]
        raise NotAdminError(laptops=", ".join(spaces.name_of(one.about, space) for one in admins))


def _added(session: Session, space: Space, signing: Signing, about: tuple[Request, NewLaptop, Person]) -> Space:
    """The laptop in the log, with every key it needs to read what was ever written."""
    asked, new, who = about
    said = Said(
        Kind.ADD,
        device=asked.device,
        writer=asked.writer,
        is_admin=who.profile.get("role") == KEEPER,
        grants=spaces.granted(space.epochs.values(), [asked.device]),
    )
    space = spaces.say(session, space, said, signing)
    if space.current is None:
        return space
    name = Said(Kind.NAME, subject=asked.device.fingerprint, about=spaces.named(new.name, space.current))
    return spaces.say(session, space, name, signing)


def _person(workspace: Workspace, new: NewLaptop) -> Person:
    wanted = " ".join(new.person.split())
    if not wanted or wanted.casefold() == workspace.profile.name.casefold():
        secret = workspace.opened.secret if workspace.opened else b""
        return Person(asdict(workspace.profile), secret)
    if new.role not in ROLES:
        raise RoleUnknownError(role=new.role, known=", ".join(ROLES))
    if any(one.name.casefold() == wanted.casefold() for one in workspace.team.present):
        raise PersonKnownError(person=isolate(wanted))
    return Person(asdict(Profile(workspace.random(8).hex(), wanted, new.role)))


def _welcomed(session: Session, data: bytes) -> tuple[Welcome, Space]:
    """The welcome, and the space it makes this laptop part of, checked against its own key log."""
    kept = values.get(session, JOINING)
    if not kept:
        raise NotWaitingError
    device = OrganisationKeys.from_dict(kept)
    welcome = joining.read_welcome(data, device)
    log = keylog.membership(welcome.space, spaces.read_all(welcome.space, welcome.entries))
    joining.check(welcome, log, device.public)
    return welcome, replace(Space(welcome.space, device, log), epochs=spaces.opened(log.openable, device))
