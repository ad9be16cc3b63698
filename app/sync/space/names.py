"""Where things lie in a place that laptops share: written once, each writer in a folder of its own, named by content.

The hash in a name is a promise and the content decides; numbers and months only help people who look into the place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.sync.stores.layout import ROOT
from app.sync.stores.store import Entry, below

_SPACE = re.compile(rf"^{ROOT}/space-([0-9a-z]{{8,64}})/")
_HASHED = re.compile(r"(?:^|-)([0-9a-f]{64})[.]gwb$")
_OWN = re.compile(r"/w/([0-9a-f]{16})/(?:\d{6}|c)/(?:(\d+)-)?(\d+)-[0-9a-f]{64}[.]gwb$")
_OURS = re.compile(r"[.]gwb\b", re.IGNORECASE)
_BLOB = re.compile(r"/b/[0-9a-f]{2}/([0-9a-f]{64})(?:[.](\d+)[.](\d+))?$")
KEYS, WRITERS, BLOBS = "keys", "w", "b"


class Kind(Enum):
    """What a file of a space is, as far as its name tells."""

    KEY = "key"
    SEGMENT = "segment"
    UNTOLD = "untold"
    """A copy, a renamed file or one still on its way: its content tells."""


@dataclass(frozen=True)
class Found:
    """One file that may hold a key entry or a segment."""

    entry: Entry
    kind: Kind
    digest: str
    """What its name promises the content to be; "" where it promises nothing."""


def home(space: str) -> str:
    """The folder of a space in a place."""
    return f"{ROOT}/space-{space}"


def founding_name(space: str) -> str:
    """The one file with a name of its own: the entry that founded the space, for whoever looks into the place."""
    return f"{home(space)}/space.gwb"


def key_name(space: str, seq: int, data: bytes) -> str:
    """Of an entry of the key log."""
    return f"{home(space)}/{KEYS}/{seq:06d}-{_digest(data)}.gwb"


def segment_name(space: str, writer: str, month: str, numbered: tuple[int, str]) -> str:
    """Of a segment with this number and hash."""
    seq, digest = numbered
    return f"{home(space)}/{WRITERS}/{writer}/{month.replace('-', '')}/{seq:08d}-{digest}.gwb"


def several_name(space: str, writer: str, span: tuple[int, int], digest: str) -> str:
    """Of one segment that stands for those from the first to the last number."""
    return f"{home(space)}/{WRITERS}/{writer}/c/{span[0]:08d}-{span[1]:08d}-{digest}.gwb"


def blob_name(space: str, name: str, part: int = 0, parts: int = 1) -> str:
    """Of an attachment, or of one part of a large one."""
    whole = f"{home(space)}/{BLOBS}/{name[:2]}/{name}"
    return whole if parts == 1 else f"{whole}.{part:04d}.{parts:04d}"


def spaces_in(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of all spaces that have files in a listing."""
    return frozenset(found.group(1) for one in entries if (found := _SPACE.match(one.name)))


def candidates(space: str, entries: Iterable[Entry]) -> list[Found]:
    """What of a listing may be a key entry or a segment: those that promise something first, key entries foremost."""
    found = []
    for one in entries:
        last = one.name.rpartition("/")[2]
        if not one.name.startswith(below(home(space))) or not _OURS.search(last) or not one.size:
            continue
        if last.startswith(".tmp-") or one.name == founding_name(space):
            continue
        promised = _HASHED.search(last)
        kind = Kind.KEY if f"/{KEYS}/" in one.name else Kind.SEGMENT
        found.append(Found(one, kind, promised.group(1)) if promised else Found(one, Kind.UNTOLD, ""))
    order = (Kind.KEY, Kind.SEGMENT, Kind.UNTOLD)
    return sorted(found, key=lambda one: (order.index(one.kind), one.entry.name))


def numbers_of(writer: str, entries: Iterable[Entry]) -> dict[int, set[str]]:
    """Per number the hashes that files in the folder of this writer promise."""
    found: dict[int, set[str]] = {}
    for one in entries:
        own, promised = _OWN.search(one.name), _HASHED.search(one.name)
        if own and promised and own.group(1) == writer:
            found.setdefault(int(own.group(3)), set()).add(promised.group(1))
    return found


def blobs_in(entries: Iterable[Entry]) -> dict[str, dict[int, Entry]]:
    """Attachments by name: those of which every part is there, with their parts in order."""
    parts: dict[str, dict[int, Entry]] = {}
    wanted: dict[str, int] = {}
    for one in entries:
        if found := _BLOB.search(one.name):
            name, part, count = found.group(1), int(found.group(2) or 0), int(found.group(3) or 1)
            parts.setdefault(name, {})[part] = one
            wanted[name] = count
    return {name: found for name, found in parts.items() if len(found) == wanted[name]}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
