"""The shelf: received files wherever they lie, here or in a place outside, and what they say without being fetched.

What is fetched is opened with the key of that file and compared with its hash; anything else is refused in plain
words. What counts never waits for a place: what a file says was kept here when its bytes went.
"""

from __future__ import annotations

import hashlib
import zlib
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType

import msgspec

from app.domain.shared import Submission
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.opening import stores
from app.services.opening.workspace import Workspace
from app.storage import exchange, outside
from app.storage.exchange import Received
from app.storage.outside import Outside
from app.sync import wire
from app.sync.limits import LARGEST_BUNDLE_BYTES
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.stores.downloading import NotWholeYetError, TooLargeError, download
from app.sync.stores.failures import StoreError, StoreNotThereError
from app.sync.stores.layout import Found
from app.sync.stores.store import Store
from app.vault.identity import PublicKeys
from app.vault.own_sealing import open_own

_SEALING_BYTES = 1 << 20
"""What sealing adds at most to the largest file."""


class OutsideAwayError(GroundworkError):
    """The place is not there at this moment; nothing is lost."""

    message = N_(
        "Files that came in lie in “{place}”, which cannot be reached now. What they say still counts; try again when"
        " the place is there. {reason}"
    )


class OutsideLostError(GroundworkError):
    """The place is there, and the file is not, or is another one."""

    message = N_(
        "The file of this submission is not in “{place}” any more, or was changed there. What it says still counts."
        " Put it back there from a copy of the place, or ask its sender for the file and receive it again."
    )


class PlaceForgottenError(GroundworkError):
    """The workspace does not know the place any more."""

    message = N_("The file of this submission lies in a place that this workspace does not know any more.")


@dataclass(frozen=True)
class Said:
    """What one received file says, and who signed it."""

    received: Received
    submission: Submission
    sender: PublicKeys


class Shelf:
    """Reads received files; use it as a context, so that a place is connected to once for many of them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._open: dict[str, tuple[str, Store]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def bundle(self, submission: str, progress: Progress = silent) -> bytes:
        """The bytes of a file as it came in; b"" of one that never did.

        Raises OutsideAwayError, OutsideLostError and PlaceForgottenError.
        """
        with self._workspace.reading() as session:
            found, there = exchange.received_one(session, submission), outside.of(session, submission)
        if found is None or found.bundle or there is None:
            return found.bundle if found else b""
        return self.fetched(there, progress)

    def fetched(self, there: Outside, progress: Progress = silent) -> bytes:
        """The bytes that lie outside, opened and compared. Raises as `bundle`."""
        name, store = self._store(there.place)
        try:
            plain = opened(store, there, progress)
        except StoreError as failure:
            raise OutsideAwayError(place=name, reason=failure.sentence()) from failure
        if plain is None:
            raise self._gone(name, store)
        return plain

    def _gone(self, name: str, store: Store) -> GroundworkError:
        """A place that shows nothing at all, as a folder whose stick is out, is away rather than emptied."""
        try:
            next(iter(store.list()), None)
        except StoreError as failure:
            return OutsideAwayError(place=name, reason=failure.sentence())
        return OutsideLostError(place=name)

    def _store(self, place: str) -> tuple[str, Store]:
        if place not in self._open:
            known = next((one for one in stores.every(self._workspace) if one.id == place), None)
            if known is None:
                raise PlaceForgottenError
            self._open[place] = known.name, self._stack.enter_context(stores.opened(self._workspace, known))
        return self._open[place]


def said(workspace: Workspace, submission: str) -> Said | None:
    """What a received file says, read from its bytes or, where these are outside, from what was kept of it."""
    with workspace.reading() as session:
        found = exchange.received_one(session, submission)
        told = b"" if found is None or found.bundle else outside.told(session, submission)
    if found is None:
        return None
    if told:
        return Said(found, *_unpacked(told))
    bundle = read(found.bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    return Said(found, wire.read_submission(bundle.header, bundle.lines()), bundle.manifest.sender)


def packed(workspace: Workspace, bundle: bytes) -> bytes:
    """What a file says, to be kept in its stead."""
    found = read(bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    kept = found.manifest.sender.as_dict(), found.header
    lines = (*map(msgspec.json.encode, kept), *found.lines())
    return zlib.compress(b"\n".join(lines))


def opened(store: Store, there: Outside, progress: Progress = silent) -> bytes | None:
    """What lies in a place under this name, opened; None for anything but the very bytes. Raises StoreError."""
    digest = there.name.rpartition("/")[2].partition(".")[0]
    try:
        entry = store.stat(there.name)
        sealed = download(store, Found(entry, digest), (), progress)
        plain = open_own(sealed, bytes.fromhex(there.key), limit=LARGEST_BUNDLE_BYTES + _SEALING_BYTES)
    except (NotWholeYetError, TooLargeError):
        return None
    except StoreNotThereError:
        return None
    except StoreError:
        raise
    except GroundworkError:
        return None  # whatever lies there, this key does not open it
    return plain if hashlib.sha256(plain).hexdigest() == there.digest else None


def _unpacked(told: bytes) -> tuple[Submission, PublicKeys]:
    sender, header, *lines = zlib.decompress(told).split(b"\n")
    return wire.read_submission(msgspec.json.decode(header), lines), PublicKeys.from_dict(msgspec.json.decode(sender))
