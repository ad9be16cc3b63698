"""Places to exchange files: known to the workspace with address and secret, tried before they are kept.

Everything lies inside the encrypted workspace. Nothing is sent anywhere unless somebody asks for exactly that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_, language
from app.ordering import by_name
from app.services.opening.workspace import Workspace
from app.storage import outside, values
from app.sync.stores import address, opening
from app.sync.stores.address import Kind
from app.sync.stores.opening import Access
from app.sync.stores.store import Abilities, Store

__all__ = ["Kind", "NewPlace", "Place", "add", "every", "find", "opened", "probe", "remove"]

_KEPT = "stores"


class PlaceMissingError(GroundworkError):
    """No place of that name."""

    message = N_("There is no place to exchange files called “{name}”. Add it first.")


class PlaceNameTakenError(GroundworkError):
    """Two places of one name could not be told apart."""

    message = N_("There is a place called “{name}” already. Please choose another name.")


class PlaceNeededError(GroundworkError):
    """Received files could not be fetched any more."""

    message = N_("Files that came in are kept in “{name}”. Bring them back into the workspace first.")


class PlaceNameMissingError(GroundworkError):
    """A place without a name could not be asked for."""

    message = N_("Please give the place a short name, such as “stick” or “ministry”.")


class PlaceSecretMissingError(GroundworkError):
    """The place asks who is there."""

    message = N_("This place needs a password or a key.")


class HostKeyUnknownError(GroundworkError):
    """Nobody has compared the key of the computer yet."""

    message = N_(
        "The computer at this address shows the key {found}. Ask whoever runs it whether this is right, and add the"
        " place again together with this key. Nothing was sent yet."
    )


@dataclass(frozen=True)
class Place:
    """One place as anybody here may see it."""

    id: str
    name: str
    kind: Kind
    address: str
    region: str = ""
    host_key: str = ""
    """Of SFTP: the fingerprint of the computer's key that was compared."""
    abilities: Abilities | None = None
    """What it did when it was last tried; None before that."""
    lacks_secret: bool = False
    """Whether its password was never given on this laptop, as of a place that a welcome told of."""


@dataclass(frozen=True)
class NewPlace:
    """What a person says about a place to add."""

    name: str
    address: str
    secret: str = field(default="", repr=False)
    region: str = ""
    host_key: str = ""
    allow_plain: bool = False
    """Whether the password may travel readable, as inside a house."""


def every(workspace: Workspace) -> tuple[Place, ...]:
    """The places of this workspace, by name."""
    return tuple(by_name(map(_place, _kept(workspace)), lambda one: one.name, language()))


def find(workspace: Workspace, name: str) -> Place:
    """The place of this name. Raises PlaceMissingError."""
    return _place(_row(workspace, name))


def add(workspace: Workspace, fresh: NewPlace, *, untried: bool = False) -> Place:
    """Keep a place after it was tried; one that does not work is not kept, unless it is added `untried`.

    Raises NotAllowedError, what is wrong with name, address, secret or key, and a StoreError.
    """
    workspace.may(Verb.ORGANISATION)
    name = " ".join(fresh.name.split())
    if not name:
        raise PlaceNameMissingError
    if any(one.name.casefold() == name.casefold() for one in every(workspace)):
        raise PlaceNameTakenError(name=name)
    where = address.read(fresh.address, allow_plain=fresh.allow_plain)
    if where.needs_secret and not fresh.secret:
        raise PlaceSecretMissingError
    if where.kind is Kind.SFTP and not fresh.host_key:
        raise HostKeyUnknownError(found=opening.host_key(where))
    secret = fresh.secret if where.needs_secret else ""
    access = Access(where, secret, fresh.region.strip(), fresh.host_key.strip())
    abilities = None if untried else _tried(access)
    row = {
        "id": workspace.random(8).hex(),
        "name": name,
        "address": where.text,
        "secret": secret,
        "region": access.region,
        "host_key": access.host_key,
        "abilities": asdict(abilities) if abilities else None,
    }
    with workspace.writing() as session:
        values.put(session, _KEPT, [*(values.get(session, _KEPT) or ()), row])
    return _place(row)


def take_over(workspace: Workspace, told: NewPlace) -> Place:
    """Keep a place that another laptop of the organisation told of, untried and without its password.

    One with the same address is the same place; another one of that name leads to a number behind the name.
    """
    where = address.read(told.address, allow_plain=True)
    known = every(workspace)
    for one in known:
        if one.address == where.text:
            return one
    taken = {one.name.casefold() for one in known}
    plain = " ".join(told.name.split())
    name = next(one for one in (plain, *(f"{plain} {n}" for n in range(2, 1000))) if one.casefold() not in taken)
    about = {"region": told.region, "host_key": told.host_key, "abilities": None}
    row = {"id": workspace.random(8).hex(), "name": name, "address": where.text, "secret": "", **about}
    with workspace.writing() as session:
        values.put(session, _KEPT, [*(values.get(session, _KEPT) or ()), row])
    return _place(row)


def kind_of(fresh: NewPlace) -> tuple[Kind, str]:
    """What kind of place an address means, and its plain form. Raises what is wrong with the address."""
    where = address.read(fresh.address, allow_plain=True)
    return where.kind, where.text


def give_secret(workspace: Workspace, name: str, secret: str) -> Place:
    """Keep the password or key of a place, after it was tried with it. Raises PlaceMissingError and a StoreError."""
    row = {**_row(workspace, name), "secret": secret}
    tried = {**row, "abilities": asdict(_tried(_access(row)))}
    with workspace.writing() as session:
        others = values.get(session, _KEPT) or ()
        values.put(session, _KEPT, [tried if one["id"] == row["id"] else one for one in others])
    return _place(tried)


def probe(workspace: Workspace, name: str) -> Place:
    """Try a place and keep what it does. Raises PlaceMissingError, and the StoreError that says why it fails."""
    row = _row(workspace, name)
    tried = {**row, "abilities": asdict(_tried(_access(row)))}
    with workspace.writing() as session:
        others = values.get(session, _KEPT) or ()
        values.put(session, _KEPT, [tried if one["id"] == row["id"] else one for one in others])
    return _place(tried)


def remove(workspace: Workspace, name: str) -> Place:
    """Forget a place with its secret; what lies in it stays there.

    Raises PlaceMissingError, NotAllowedError, and PlaceNeededError where received files are kept in it.
    """
    workspace.may(Verb.ORGANISATION)
    row = _row(workspace, name)
    with workspace.reading() as session:
        if row["id"] in outside.held(session):
            raise PlaceNeededError(name=str(row["name"]))
    with workspace.writing() as session:
        values.put(session, _KEPT, [one for one in values.get(session, _KEPT) or () if one["id"] != row["id"]])
    return _place(row)


@contextmanager
def opened(workspace: Workspace, place: Place) -> Iterator[Store]:
    """The store behind a place. Raises PlaceMissingError, and PlaceSecretMissingError before its password was given."""
    if _place(_row(workspace, place.name)).lacks_secret:
        raise PlaceSecretMissingError
    with opening.opened(_access(_row(workspace, place.name))) as store:
        yield store


def _kept(workspace: Workspace) -> list[dict[str, object]]:
    with workspace.reading() as session:
        return list(values.get(session, _KEPT) or ())


def _row(workspace: Workspace, name: str) -> Mapping[str, object]:
    wanted = " ".join(name.split()).casefold()
    found = [one for one in _kept(workspace) if str(one["name"]).casefold() == wanted]
    if not found:
        raise PlaceMissingError(name=name)
    return found[0]


def _access(row: Mapping[str, object]) -> Access:
    """An address that was kept was allowed when it was added."""
    where = address.read(str(row["address"]), allow_plain=True)
    return Access(where, str(row["secret"]), str(row["region"]), str(row["host_key"]))


def _place(row: Mapping[str, object]) -> Place:
    known = row.get("abilities")
    abilities = Abilities(**known) if isinstance(known, dict) else None
    where = address.read(str(row["address"]), allow_plain=True)
    made = Place(str(row["id"]), str(row["name"]), where.kind, where.text, str(row["region"]), str(row["host_key"]))
    return replace(made, abilities=abilities, lacks_secret=where.needs_secret and not row["secret"])


def _tried(access: Access) -> Abilities:
    with opening.opened(access) as store:
        return store.probe()
