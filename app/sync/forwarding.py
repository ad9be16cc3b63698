"""A forward: submissions as they came in, byte for byte, under the signed list of the hub that passes them on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from app.sync import archive, bundle
from app.sync.contents import outside_of
from app.sync.lines import dumps_line, loads_line
from app.sync.manifest import Purpose, bundle_id
from app.sync.reading import read
from app.sync.refusals import BundleContentError
from app.vault.identity import OrganisationKeys

_SAYS_SO, _LOOKED_AT = re.compile(rb'"purpose":\s*"forward"'), 1 << 10
_TEXTS = ("id", "organisation", "name", "call", "period")


@dataclass(frozen=True)
class Listed:
    """One submission on the list of a hub."""

    id: str
    organisation: str
    name: str
    call: str
    period: str
    revision: int


@dataclass(frozen=True)
class Passed:
    """A submission on the list, and the bundle that it came in."""

    listed: Listed
    data: bytes


@dataclass(frozen=True)
class Forward:
    """Everything that a hub passes on in one file."""

    hub: str
    period: str
    passed: tuple[Passed, ...]
    left_out: int = 0


def write(forward: Forward, *, keys: OrganisationKeys, made_on: str) -> bytes:
    """The forward as the bytes of a file, signed by the hub; submissions in the order of their identities."""
    header = {"hub": forward.hub, "period": forward.period, "left_out": forward.left_out}
    ordered = sorted(forward.passed, key=lambda one: one.listed.id)
    lines = [dumps_line(asdict(one.listed)) for one in ordered]
    blobs = {one.listed.id: one.data for one in ordered}
    return bundle.write(bundle.Label(Purpose.FORWARD, made_on), header, lines=lines, keys=keys, blobs=blobs)


def open_(data: bytes) -> Forward:
    """What a hub passes on. Raises one of `app.sync.refusals`; the submissions themselves are not looked at here."""
    found = read(data, purpose=Purpose.FORWARD)
    hub, period, left_out = (found.header.get(name) for name in ("hub", "period", "left_out"))
    if not isinstance(hub, str) or not isinstance(period, str) or not isinstance(left_out, int):
        raise BundleContentError(detail="who forwards")
    listed = tuple(_listed(found.lines()))
    if sorted(one.id for one in listed) != list(found.blob_names):
        raise BundleContentError(detail="another list than content")
    return Forward(hub, period, tuple(_passed(one, found.blob(one.id)) for one in listed), left_out)


def is_forward(data: bytes) -> bool:
    """Whether these bytes say that they are a forward; whether they are one is told by `open_`."""
    return _SAYS_SO.search(data[:_LOOKED_AT]) is not None


def _passed(listed: Listed, data: bytes) -> Passed:
    """Raises BundleContentError if the submission is another one than the list says."""
    outside, _signature = outside_of(archive.unpack(data))
    if bundle_id(outside) != listed.id:
        raise BundleContentError(detail="another submission than listed")
    return Passed(listed, data)


def _listed(lines: Iterable[bytes]) -> Iterator[Listed]:
    for line in lines:
        told = loads_line(line)
        texts = {name: told.get(name) for name in _TEXTS}
        revision = told.get("revision")
        if not all(isinstance(text, str) for text in texts.values()) or not isinstance(revision, int):
            raise BundleContentError(detail="a line of the list")
        yield Listed(revision=revision, **{name: str(text) for name, text in texts.items()})
