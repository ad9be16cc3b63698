"""What the outside of a bundle says: purpose, sender, recipients, place in a chain, and a hash of every part.

It is readable without any key, so it names nobody but by fingerprint and counts nothing that is sealed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.sync.limits import FREE_CONTENT_BYTES, HIGHEST_RATIO
from app.vault.identity import PublicKeys

FORMAT = 1
CLEANED = 2
"""What a reader has to know of segments in which values were cleaned up (docs/formats/space.md); all else needs 1."""
NEWEST = CLEANED
"""The highest `min_reader` that this program reads."""
MANIFEST, SIGNATURE, READ_ME = "manifest.json", "manifest.sig", "READ ME.txt"
"""Names of the entries that are no parts, and of the one part for people."""


class Purpose(StrEnum):
    """What a bundle is for; signed, so that one made for one thing is never taken for another."""

    SEGMENT = "segment"
    SUBMISSION = "submission"
    CALL = "call"
    RECEIPT = "receipt"
    BACKUP = "backup"
    PRACTICES = "practices"
    PACK = "pack"
    FORWARD = "forward"


@dataclass(frozen=True)
class Part:
    """One entry of the archive after manifest and signature."""

    name: str
    size: int
    """Bytes as stored."""
    sha256: str
    """Of the bytes as stored, hexadecimal."""
    plain_size: int
    """Bytes after opening and unpacking."""
    plain_sha256: str = ""
    """Empty when sealed: a hash of the content would let anybody test a guess at it."""
    lines: int | None = None
    """Lines of a data part; None when sealed, and for everything that is no data part."""

    @property
    def is_data(self) -> bool:
        """Whether it holds lines."""
        return self.name.startswith("data-")

    @property
    def is_blob(self) -> bool:
        """Whether it is a file that goes with the lines."""
        return self.name.startswith("blob-")


@dataclass(frozen=True)
class Manifest:
    """The content of manifest.json."""

    purpose: str
    """One of `Purpose`, or a word that only a newer version knows."""
    sender: PublicKeys
    created: str
    """A month, a day, or a moment in UTC: as coarse as the writer chose."""
    parts: tuple[Part, ...]
    recipients: tuple[str, ...] = ()
    """Fingerprints of those who can open it; empty: not sealed."""
    space: str = ""
    writer: str = ""
    seq: int = 0
    previous: str = ""
    """`bundle_id` of the one before, or empty."""
    format: int = FORMAT
    min_reader: int = FORMAT
    extra: Mapping[str, object] = field(default_factory=dict)
    """Fields that this version does not know, as they came."""

    @property
    def is_sealed(self) -> bool:
        """Whether only its recipients can open it."""
        return bool(self.recipients)


def bundle_id(outside: bytes) -> str:
    """The identity of a bundle: SHA-256 of the bytes of its manifest.json, hexadecimal."""
    return hashlib.sha256(outside).hexdigest()


def unpacks_too_far(parts: Iterable[Part]) -> bool:
    """Whether data parts grow more on unpacking than honest ones do."""
    data = [part for part in parts if part.is_data]
    plain, stored = sum(part.plain_size for part in data), sum(part.size for part in data)
    return plain > max(FREE_CONTENT_BYTES, HIGHEST_RATIO * stored)
