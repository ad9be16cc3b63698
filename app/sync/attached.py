"""Attached files in a bundle: each is a blob whose name tells nothing to who carries it (docs/formats/entries.md)."""

from __future__ import annotations

import hashlib

from app.domain.shared import SharedAttachment
from app.sync.reading import Bundle

_PREFIX = b"groundwork-attached-v1"


def name(entry: SharedAttachment) -> str:
    """The name of its blob: SHA-256 of a prefix, the entry's id and the file's digest, each ended by a zero byte.

    The id stands in the sealed part alone, so nobody outside recognises a file that they know.
    """
    return hashlib.sha256(b"\0".join([_PREFIX, entry.id.encode(), entry.hash.encode(), b""])).hexdigest()


def content(bundle: Bundle, entry: SharedAttachment) -> bytes | None:
    """The file as its sender gave it; None if it is not there, or is not the one that the entry tells of."""
    if name(entry) not in bundle.blob_names:
        return None
    found = bundle.blob(name(entry))
    return found if hashlib.sha256(found).hexdigest() == entry.hash else None
