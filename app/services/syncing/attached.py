"""The bytes of attachments in a place: under names that tell nothing, sealed one by one, fetched when somebody looks.

A name is made of the hash of the file under a secret of the organisation: equal files lie there once, and whoever
runs the place cannot test for a file that they know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from app.errors import GroundworkError
from app.progress import Progress, silent
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.services.records.attachments import NotReceivedYetError
from app.services.syncing import spaces
from app.services.syncing.spaces import Space
from app.storage import attachments, uploaded
from app.storage.attachments import Content
from app.storage.session import Session
from app.sync.space import names
from app.sync.stores.failures import StoreError
from app.sync.stores.layout import LARGEST_PART, cut
from app.sync.stores.store import Entry, Store
from app.vault.identity import PublicKeys, pseudonym
from app.vault.sealing import open_sealed, seal

KEPT_MS = 90 * 24 * 3600 * 1000
"""How long the file of an attachment that nothing names stays in a place."""
_SEALING_BYTES = 4096
_SEALING_LEAST = 200
"""Bytes that sealing adds at most, and at least."""
Parts = Mapping[str, Mapping[int, Entry]]
"""The attachments of a listing, each with its parts."""


def fetch(workspace: Workspace, hash: str, media: str, place: Place, progress: Progress = silent) -> bytes:
    """The bytes of an attachment: kept here already, or taken from a place and kept from then on.

    Raises NotReceivedYetError where they are not there (yet), and the StoreError of a place that fails.
    """
    with workspace.reading() as session:
        here, space = attachments.get(session, hash), spaces.loaded(session)
    if here is not None and here.is_whole:
        return here.body
    name = name_of(workspace, hash)
    folder = names.blob_name(space.id, name).rpartition("/")[0]
    with stores.opened(workspace, place) as store:
        parts = names.blobs_in(store.list(folder)).get(name)
        data = _assembled(store, space, parts or {}, progress)
    if hashlib.sha256(data).hexdigest() != hash:
        raise NotReceivedYetError
    with workspace.writing() as session:
        attachments.remove(session, hash)
        attachments.put(session, Content(hash, media, data))
    return data


def name_of(workspace: Workspace, hash: str) -> str:
    """What an attachment with this hash is called in every place of this organisation."""
    return pseudonym(workspace.disclosure_secret, "attachment", hash)


def lacking(workspace: Workspace, session: Session, there: Parts) -> tuple[str, ...]:
    """The hashes of attachments in use whose bytes are here and not, or not whole, in the place."""
    sizes, named = attachments.sizes(session), attachments.named(session)
    wanted = {hash: name_of(workspace, hash) for hash in sizes if hash in named}
    return tuple(hash for hash, name in wanted.items() if not _is_whole(there.get(name, {}), sizes[hash]))


def put(workspace: Workspace, space: Space, store: Store, hash: str, progress: Progress) -> int:
    """Put one attachment into a place, in parts if it is large; how many bytes were sent."""
    with workspace.reading() as session:
        content = attachments.get(session, hash)
    reader = space.current
    if content is None or not content.is_whole or reader is None:
        return 0
    name, parts = name_of(workspace, hash), cut(content.body)
    sent = 0
    for number, part in enumerate(parts):
        progress(number, len(parts))
        sent += _put(store, names.blob_name(space.id, name, number, len(parts)), part, reader)
    with workspace.noting() as session:
        uploaded.put(session, name, hash)
    return sent


def clean_up(workspace: Workspace, store: Store, there: Parts) -> int:
    """Remove what this laptop put there and no attachment has named for 90 days; how many."""
    with workspace.reading() as session:
        kept = uploaded.every(session)
        in_use = attachments.named(session) if kept else frozenset()
    now, count = workspace.now_ms(), 0
    for name, hash, unnamed_ms in kept:
        if (hash in in_use) == (unnamed_ms == 0):
            if unnamed_ms and now - unnamed_ms > KEPT_MS:
                for entry in there.get(name, {}).values():
                    store.delete(entry.name)
                with workspace.noting() as session:
                    uploaded.remove(session, name)
                count += 1
            continue
        with workspace.noting() as session:
            uploaded.mark(session, name, 0 if hash in in_use else now)
    return count


def _is_whole(parts: Mapping[int, Entry], size: int) -> bool:
    """Whether these parts are as large as what was sealed: a server may keep the half of an upload that broke off."""
    return bool(parts) and sum(one.size for one in parts.values()) >= size + _SEALING_LEAST * len(parts)


def _put(store: Store, name: str, part: bytes, reader: PublicKeys) -> int:
    """A part that is there already, and whole, was put by us or by another laptop."""
    try:
        if store.stat(name).size >= len(part) + _SEALING_LEAST:
            return 0
    except StoreError:
        pass
    sealed = seal(part, [reader])
    store.put(name, sealed)
    return len(sealed)


def _assembled(store: Store, space: Space, parts: Mapping[int, Entry], progress: Progress) -> bytes:
    found = bytearray()
    for number in sorted(parts):
        progress(number, len(parts))
        found += _opened(store.get(parts[number].name, LARGEST_PART + _SEALING_BYTES, silent), space)
    return bytes(found)


def _opened(sealed: bytes, space: Space) -> bytes:
    """Whichever key opens it: a file tells nobody for which one it was sealed."""
    for keys in space.epochs.values():
        try:
            return open_sealed(sealed, keys, limit=LARGEST_PART)
        except GroundworkError:
            continue
    raise NotReceivedYetError
