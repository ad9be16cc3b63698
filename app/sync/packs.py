"""A reference pack as a bundle: each of its files is a blob, and a line says how the file is called.

A pack comes from outside, so the names of its files are few and plain: none leaves its folder on any system.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.sync import bundle
from app.sync.lines import dumps_line, loads_line
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.refusals import BundleContentError, BundleTooLargeError
from app.vault.identity import OrganisationKeys

KIND = "gcm"
MOST_FILES = 100
LARGEST_BYTES = 16 * 1024 * 1024
_NAME = re.compile(r"(?:words/)?[a-z][a-z_]{0,39}\.json|words/[a-z]{2,3}_[A-Z][A-Za-z]{1,3}\.json")
_RESERVED = frozenset({"con", "prn", "aux", "nul"})
"""Names of devices on Windows, with any ending."""


@dataclass(frozen=True)
class PackFile:
    """What a bundle with a pack holds, and the key that signed it."""

    version: str
    files: Mapping[str, bytes]
    signing: bytes


def write(version: str, files: Mapping[str, bytes], *, made_on: str, keys: OrganisationKeys) -> bytes:
    """The bundle of a pack with these files, for anybody to read. Raises BundleContentError for a name it cannot have.

    Equal files on an equal day give equal bytes.
    """
    _check(files)
    names = sorted(files)
    lines = [dumps_line({"file": name, "blob": _digest(files[name])}) for name in names]
    blobs = {_digest(files[name]): files[name] for name in names}
    label = bundle.Label(Purpose.PACK, made_on)
    return bundle.write(label, {"pack": KIND, "version": version}, lines=lines, keys=keys, blobs=blobs)


def opened(data: bytes) -> PackFile:
    """The pack in a bundle. Raises one of `app.sync.refusals`."""
    found = read(data, purpose=Purpose.PACK)
    version = found.header.get("version")
    if found.header.get("pack") != KIND or not isinstance(version, str):
        raise BundleContentError(detail="not a pack of the Compact")
    files: dict[str, bytes] = {}
    for line in found.lines():
        told = loads_line(line)
        name, blob = told.get("file"), told.get("blob")
        if not isinstance(name, str) or blob not in found.blob_names or name in files:
            raise BundleContentError(detail="a file without content or twice")
        files[name] = found.blob(str(blob))
        if _digest(files[name]) != blob:
            raise BundleContentError(detail="a file under a wrong name")
    _check(files)
    return PackFile(version, files, found.manifest.sender.signing)


def _check(files: Mapping[str, bytes]) -> None:
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LARGEST_BYTES:
        raise BundleTooLargeError(detail="a pack")
    for name in files:
        stem = name.rpartition("/")[2].partition(".")[0]
        if not _NAME.fullmatch(name) or stem in _RESERVED:
            raise BundleContentError(detail="the name of a file")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
