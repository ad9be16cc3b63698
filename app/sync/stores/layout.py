"""Names in a store: each writer in a folder of its own, each content under its hash, and what a listing means.

Nothing here depends on clocks, locks or an index that two could write. Names are lower-case hexadecimal digits, so
that no system folds, shortens or re-composes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from app.sync.limits import LARGEST_BUNDLE_BYTES
from app.sync.stores.store import Entry

ROOT = "groundwork-1"
ENDINGS = ("gwb", "pdf")
SMALLEST_PART, LARGEST_PART = 4 << 20, 8 << 20
LARGEST_LIST = 64 << 10
_FORMAT = "groundwork-parts"
_OWN = re.compile(r"(?:^|/)([0-9a-f]{64})[.](gwb|pdf)(?:[.]list)?$")
_OURS = re.compile(r"[.](?:gwb|pdf|zip)\b", re.IGNORECASE)


class Part(msgspec.Struct, frozen=True):
    """One piece of a content."""

    sha256: str
    size: int


class Parts(msgspec.Struct, frozen=True):
    """What a list of parts says; whoever wrote it, the hashes decide."""

    format: str
    version: int
    sha256: str
    size: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Found:
    """One file of a store that may hold something for us."""

    entry: Entry
    digest: str
    """What its name promises the content to be; "" where the name promises nothing."""

    @property
    def is_list(self) -> bool:
        """Whether it names parts instead of holding the content."""
        return ".list" in self.entry.name.rpartition("/")[2]


def home(writer: str, month: str) -> str:
    """The folder of one writer and one month, which no other writer writes to."""
    return f"{ROOT}/{writer}/{month.replace('-', '')}"


def kept_folder(owner: str, digest: str) -> str:
    """The folder of what a workspace keeps outside, cut in 256 so that none gets long; nobody can tell whose it is."""
    return f"{ROOT}/kept-{owner[:16]}/{digest[:2]}"


def whole_name(folder: str, digest: str, ending: str) -> str:
    """The name of a content that is one file."""
    return f"{folder}/{digest}.{ending}"


def list_name(folder: str, digest: str, ending: str) -> str:
    """The name of the list of a content that is many parts; it is written last."""
    return f"{folder}/{digest}.{ending}.list"


def part_name(folder: str, digest: str) -> str:
    """The name of one part."""
    return f"{folder}/parts/{digest}.piece"


def cut(data: bytes) -> tuple[bytes, ...]:
    """The content in parts of 4 to 8 MiB; one that is not larger than the largest part stays whole."""
    if len(data) <= LARGEST_PART:
        return (data,)
    starts = range(0, len(data) - SMALLEST_PART + 1, SMALLEST_PART)
    return tuple(data[start : start + SMALLEST_PART] if start != starts[-1] else data[start:] for start in starts)


def written(digest: str, size: int, parts: Iterable[Part]) -> bytes:
    """A list of parts as it lies in the store."""
    return msgspec.json.encode(Parts(_FORMAT, 1, digest, size, tuple(parts)))


def listed(data: bytes) -> Parts | None:
    """What a list says, None for anything that is none or cannot be true."""
    try:
        found = msgspec.json.decode(data, type=Parts)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    is_ours = (found.format, found.version) == (_FORMAT, 1)
    sizes = [one.size for one in found.parts]
    fits = sum(sizes) == found.size <= LARGEST_BUNDLE_BYTES and all(0 < size <= LARGEST_PART for size in sizes)
    named = all(re.fullmatch("[0-9a-f]{64}", one) for one in (found.sha256, *(part.sha256 for part in found.parts)))
    return found if is_ours and fits and named else None


def candidates(entries: Iterable[Entry]) -> list[Found]:
    """What of a listing may hold a submission, by name; the hash in a name is a promise, and the content decides.

    Copies that a sync program made, files under another name and files still on their way are among them. What the
    laptops of one organisation exchange among themselves is none of it.
    """
    found = []
    for one in entries:
        last = one.name.rpartition("/")[2]
        if _OURS.search(last) and one.size and not one.name.startswith(f"{ROOT}/space-"):
            own = _OWN.search(one.name)
            found.append(Found(one, own.group(1) if own else ""))
    return sorted(found, key=lambda one: (not one.digest, one.entry.name))
