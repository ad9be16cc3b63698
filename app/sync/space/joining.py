"""What two laptops hand each other when one joins: a request, and a welcome that the new one alone can open.

Both are signed bundles. A request names nobody; the digits of its key are compared by people before it is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.errors import GroundworkError
from app.sync import bundle, reading
from app.sync.bundle import Label
from app.sync.lines import dumps_line, loads_line
from app.sync.manifest import Purpose
from app.sync.reading import Bundle
from app.sync.refusals import BundleContentError
from app.sync.space.entry import WrongSpaceError
from app.sync.space.membership import Membership
from app.vault.identity import OrganisationKeys, PublicKeys, fingerprint

REQUEST, WELCOME = "join-request", "join-welcome"
T = TypeVar("T")


@dataclass(frozen=True)
class Request:
    """A laptop that wants to belong."""

    id: str
    device: PublicKeys
    writer: str
    area: PublicKeys
    """Of the private area of whoever works on it."""

    @property
    def digits(self) -> str:
        """Six groups of five digits, the same on both screens if nobody changed the file on its way."""
        return fingerprint(self.device.signing)


@dataclass(frozen=True)
class Person:
    """Who works on the new laptop."""

    profile: Mapping[str, object]
    """As the organisation keeps it."""
    secret: bytes = field(default=b"", repr=False)
    """What opens the private area they have already; b"" for somebody new, who keeps the new laptop's."""


@dataclass(frozen=True)
class Welcome:
    """An answer: the whole key log, in which the new laptop stands, and who is to work on it."""

    space: str
    request: str
    admin: PublicKeys
    """The laptop that signed it."""
    person: Person
    entries: tuple[bytes, ...] = field(repr=False)
    place: Mapping[str, str] = field(default_factory=dict)
    """Where the laptops meet, without a password; empty where that was not told."""


def write_request(writer: str, area: PublicKeys, keys: OrganisationKeys, *, day: str) -> bytes:
    """The request of the laptop whose keys these are."""
    header = {"what": REQUEST, "writer": writer, "area": area.as_dict()}
    return bundle.write(Label(Purpose.SEGMENT, day), header, keys=keys)


def read_request(data: bytes) -> Request:
    """The request in these bytes. Raises a BundleError."""

    def request(found: Bundle) -> Request:
        area, writer = PublicKeys.from_dict(_dict(found.header["area"])), str(found.header["writer"])
        if len(bytes.fromhex(writer)) != 8:
            raise ValueError("writer")
        return Request(found.bundle_id, found.manifest.sender, writer, area)

    return _made(reading.read(data, purpose=Purpose.SEGMENT), REQUEST, request)


def write_welcome(welcome: Welcome, to: PublicKeys, keys: OrganisationKeys, *, day: str) -> bytes:
    """The welcome, sealed for the new laptop alone, signed by the admin's."""
    person = {"profile": dict(welcome.person.profile), "secret": welcome.person.secret.hex()}
    header = {"what": WELCOME, "request": welcome.request, "person": person}
    if welcome.place:
        header["place"] = dict(welcome.place)
    lines = (dumps_line({"entry": one.hex()}) for one in welcome.entries)
    label = Label(Purpose.SEGMENT, day, recipients=(to,), space=welcome.space)
    return bundle.write(label, header, lines=lines, keys=keys)


def read_welcome(data: bytes, keys: OrganisationKeys) -> Welcome:
    """The welcome in these bytes. Raises NotForUsError and other BundleErrors; whether to believe it is not said."""

    def welcome(found: Bundle) -> Welcome:
        person = _dict(found.header["person"])
        return Welcome(
            found.manifest.space,
            str(found.header["request"]),
            found.manifest.sender,
            Person(_dict(person["profile"]), bytes.fromhex(person["secret"])),
            tuple(bytes.fromhex(str(loads_line(line)["entry"])) for line in found.lines()),
            {str(name): str(value) for name, value in _dict(found.header.get("place", {})).items()},
        )

    return _made(reading.read(data, purpose=Purpose.SEGMENT, keys=keys), WELCOME, welcome)


def check(welcome: Welcome, log: Membership, device: PublicKeys) -> None:
    """Raises WrongSpaceError unless the log admits this very laptop and the signer of the welcome may do that."""
    own = log.devices.get(device.fingerprint)
    if log.root is None or own is None or own.revoked is not None or not log.may_admit(welcome.admin.fingerprint):
        raise WrongSpaceError(detail="the key log does not admit this laptop")


def root_digits(log: Membership) -> str:
    """The digits of a space, the same on all its laptops until its words change; "" before its founding is known."""
    return fingerprint(log.root.signing) if log.root else ""


def _made(found: Bundle, what: str, make: Callable[[Bundle], T]) -> T:
    if found.header.get("what") != what:
        raise BundleContentError(detail=f"no {what}")
    try:
        return make(found)
    except (GroundworkError, KeyError, TypeError, ValueError, AttributeError) as failure:
        raise BundleContentError(detail=f"{what}: {type(failure).__name__}") from failure


def _dict(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("an object is expected")
    return value
