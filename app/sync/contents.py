"""What lies in an unpacked archive, compared with its manifest, and each part made plain."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from app.sync.compression import decompress
from app.sync.envelope import open_part
from app.sync.limits import LARGEST_MANIFEST_BYTES, LARGEST_STORED_PART_BYTES
from app.sync.manifest import MANIFEST, READ_ME, SIGNATURE, Manifest, Part
from app.sync.refusals import BundleContentError, BundleDamagedError, BundleTooLargeError
from app.vault.identity import OrganisationKeys

Stored = Mapping[str, memoryview]
"""Entries of the archive by name, in its order, as they are stored."""


def outside_of(stored: Stored) -> tuple[bytes, bytes]:
    """The bytes of manifest.json and of manifest.sig; empty where the entry is missing."""
    outside, signature = stored.get(MANIFEST, memoryview(b"")), stored.get(SIGNATURE, memoryview(b""))
    if len(outside) + len(signature) > LARGEST_MANIFEST_BYTES:
        raise BundleTooLargeError(detail="manifest")
    return bytes(outside), bytes(signature)


@dataclass(frozen=True)
class Contents:
    """The parts of one bundle, and the keys to open them with, if any."""

    manifest: Manifest
    stored: Stored
    keys: OrganisationKeys | None = None

    def check(self) -> None:
        """Nothing is missing, added, moved or changed since it was signed.

        Raises BundleContentError for other entries than listed, BundleDamagedError for other bytes.
        """
        if list(self.stored) != [MANIFEST, SIGNATURE, *(part.name for part in self.manifest.parts)]:
            raise BundleContentError(detail="entries differ from the manifest")
        for part in self.manifest.parts:
            content = self.stored[part.name]
            if len(content) != part.size or hashlib.sha256(content).hexdigest() != part.sha256:
                raise BundleDamagedError(detail=part.name)

    def plain(self, part: Part) -> bytes:
        """The part opened and unpacked, of exactly the announced size; to be called after `check`.

        Raises NotForUsError, BundleTooLargeError or BundleContentError.
        """
        content = bytes(self.stored[part.name])
        if part.name != READ_ME:
            content = open_part(content, self.manifest, keys=self.keys, limit=LARGEST_STORED_PART_BYTES)
        if part.is_data:
            content = decompress(content, size=part.plain_size)
        if len(content) != part.plain_size:
            raise BundleContentError(detail="another size than announced")
        if part.plain_sha256 and hashlib.sha256(content).hexdigest() != part.plain_sha256:
            raise BundleContentError(detail="another content than announced")
        return content
