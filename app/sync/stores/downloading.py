"""Downloading: whole and equal to its hash, or not at all. What does not fit yet is left for later, not blamed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.sync.limits import LARGEST_BUNDLE_BYTES
from app.sync.stores import layout
from app.sync.stores.failures import StoreNotThereError
from app.sync.stores.layout import Found, Part
from app.sync.stores.store import Entry, Store


class NotWholeYetError(GroundworkError):
    """Its content is not what its name promises, or parts of it are not there."""

    message = N_("This file is not there as a whole yet. It is left where it is and looked at again next time.")


class TooLargeError(GroundworkError):
    """More than any honest file has."""

    message = N_("This file is larger than Groundwork accepts, so it was not fetched.")


def download(store: Store, found: Found, beside: Iterable[Entry] = (), progress: Progress = silent) -> bytes:
    """The content of a file that a listing named; `beside` is that listing, where renamed parts are looked for.

    Raises NotWholeYetError, TooLargeError and StoreError.
    """
    entry = found.entry
    if entry.size > LARGEST_BUNDLE_BYTES:
        raise TooLargeError(detail=f"{entry.size} bytes")
    if found.is_list:
        return _assembled(store, found, beside, progress)
    data = _got(store, entry, progress)
    if found.digest and hashlib.sha256(data).hexdigest() != found.digest:
        raise NotWholeYetError(detail="hash differs")
    return data


def _assembled(store: Store, found: Found, beside: Iterable[Entry], progress: Progress) -> bytes:
    if found.entry.size > layout.LARGEST_LIST:
        raise NotWholeYetError(detail="list too long")
    told = layout.listed(_got(store, found.entry, silent))
    if told is None or (found.digest and told.sha256 != found.digest):
        raise NotWholeYetError(detail="list")
    folder = found.entry.name.rpartition("/")[0]
    others = list(beside)
    whole, kept = hashlib.sha256(), bytearray()
    for part in told.parts:
        data = _part(store, folder, part, others)
        whole.update(data)
        kept += data
        progress(len(kept), told.size)
    if whole.hexdigest() != told.sha256:
        raise NotWholeYetError(detail="hash differs")
    return bytes(kept)


def _part(store: Store, folder: str, part: Part, others: Iterable[Entry]) -> bytes:
    """A part under its name, else any file of its size that has its content."""
    name = layout.part_name(folder, part.sha256)
    same_size = [one for one in others if one.size == part.size and one.name != name and ".piece" in one.name]
    for entry in (Entry(name, part.size), *same_size):
        try:
            data = _got(store, entry, silent)
        except NotWholeYetError:
            continue
        if hashlib.sha256(data).hexdigest() == part.sha256:
            return data
    raise NotWholeYetError(detail="part missing")


def _got(store: Store, entry: Entry, progress: Progress) -> bytes:
    try:
        data = store.get(entry.name, entry.size, progress)
    except StoreNotThereError as failure:
        raise NotWholeYetError(detail="gone") from failure
    if len(data) != entry.size:
        raise NotWholeYetError(detail="shorter than listed")
    return data
