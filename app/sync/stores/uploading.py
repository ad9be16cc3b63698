"""Uploading: part after part, each read back; what is there already is not sent again; the name comes last."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.progress import Progress, silent
from app.sync.stores import layout
from app.sync.stores.failures import StoreNotThereError
from app.sync.stores.layout import Part
from app.sync.stores.store import Store


@dataclass(frozen=True)
class Uploaded:
    """Where a content lies now."""

    name: str
    sent: int
    """Bytes that were sent; 0 where all was there already."""


def upload(store: Store, folder: str, data: bytes, ending: str, progress: Progress = silent) -> Uploaded:
    """Put a content into a writer's folder; done again, or after it was stopped anywhere, it only adds what lacks.

    `progress` counts bytes and may stop it between parts: those stay, and nothing stands under the final name.
    Raises StoreError.
    """
    digest, total = hashlib.sha256(data).hexdigest(), len(data)
    parts = layout.cut(data)
    progress(0, total)
    if len(parts) == 1:
        name = layout.whole_name(folder, digest, ending)
        sent = _put(store, name, data)
        progress(total, total)
        return Uploaded(name, sent)
    done = sent = 0
    named = []
    for part in parts:
        named.append(Part(hashlib.sha256(part).hexdigest(), len(part)))
        sent += _put(store, layout.part_name(folder, named[-1].sha256), part)
        done += len(part)
        progress(done, total)
    name = layout.list_name(folder, digest, ending)
    sent += _put(store, name, layout.written(digest, total, named))
    return Uploaded(name, sent)


def _put(store: Store, name: str, data: bytes) -> int:
    """Put a file that is not there in this size; how many bytes were sent."""
    try:
        if store.stat(name).size == len(data):
            return 0
    except StoreNotThereError:
        pass
    store.put(name, data)
    return len(data)
