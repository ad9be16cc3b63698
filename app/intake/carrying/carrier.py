"""Finding the bundle in a file that was received: bare, or inside the PDF that carries it.

Nothing is trusted here but the limits: the bundle's own signature decides later what it is worth.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Literal

from app.intake.carrying import attachment
from app.intake.guard.failures import (
    DamagedFileError,
    EmptyFileError,
    NoBundleInsideError,
    NotOursError,
    PrintedCopyError,
    TooLargeError,
)
from app.intake.guard.kinds import HEAD_BYTES, Kind, is_bundle, kind_of
from app.intake.guard.quarantine import Limits, Quarantine, run
from app.progress import Progress, silent

LARGEST_FILE = 200 * 1024 * 1024
LARGEST_BUNDLE = 200 * 1024 * 1024
PDF_LIMITS = Limits(seconds=10.0)

_TAIL_BYTES = 4096
_FED_BYTES, _HEAD_OF_BUNDLE = 64 * 1024, 64
_POINTER = re.compile(rb"%GWB1 (\d{1,12}) (\d{1,12})\s")

How = Literal["pointer", "attachment", "bare"]


@dataclass(frozen=True)
class Cut:
    """A part of a file."""

    start: int
    length: int

    def without(self, data: bytes) -> bytes:
        """The file without this part."""
        return data[: self.start] + data[self.start + self.length :]

    def blank(self, rest: bytes) -> bytes:
        """A file of the old length again, with nothing where this part stood."""
        return rest[: self.start] + bytes(self.length) + rest[self.start :]


@dataclass(frozen=True)
class Carried:
    """The bytes of a bundle, and on which way they were found."""

    data: bytes
    how: How
    cut: Cut | None = None
    """Where in the file it stands, packed; None where it is the file, or stands where nobody could say."""


def find_bundle(data: bytes, *, quarantine: Quarantine | None = None, progress: Progress = silent) -> Carried:
    """The bundle in these bytes of a file.

    Raises PrintedCopyError (the pages without their data), NoBundleInsideError (somebody else's PDF),
    NotOursError (neither PDF nor bundle), or what is wrong with the file. Many files may share a `quarantine`;
    it should have `PDF_LIMITS`.
    """
    if len(data) > LARGEST_FILE:
        raise TooLargeError
    kind = kind_of(data[:HEAD_BYTES])
    if kind is Kind.EMPTY:
        raise EmptyFileError
    if is_bundle(data):
        return Carried(data, "bare")
    if kind is not Kind.PDF:
        raise NotOursError(detail=kind.value)
    cut = pointer(data)
    pointed = _pointed(data, cut) if cut else None
    if pointed is not None:
        return Carried(pointed, "pointer", cut)
    if b"%%EOF" not in data[-_TAIL_BYTES:]:
        raise DamagedFileError(detail="the end of the PDF is missing")
    return _attached(data, quarantine, progress)


def pointer(data: bytes) -> Cut | None:
    """Where our comment near the end says that the packed bundle stands; None if there is no such comment."""
    end = data.rfind(b"startxref")
    tail = max(0, end - _TAIL_BYTES)
    found = list(_POINTER.finditer(data, tail, end)) if end >= 0 else []
    if not found:
        return None
    cut = Cut(int(found[-1][1]), int(found[-1][2]))
    return cut if cut.start + cut.length <= len(data) else None


def _pointed(data: bytes, cut: Cut) -> bytes | None:
    """The bundle that stands there; None if something else does."""
    try:
        return _bundle_in(data[cut.start : cut.start + cut.length])
    except (DamagedFileError, TooLargeError):
        return None


def inflate(deflated: bytes, *, limit: int = LARGEST_BUNDLE) -> bytes:
    """One whole zlib stream; bytes after it are ignored. Raises TooLargeError beyond `limit`, else DamagedFileError.

    It is fed a little at a time, so that what grows beyond the limit never takes more memory than the limit.
    """
    engine, parts, size = zlib.decompressobj(), list[bytes](), 0
    try:
        for start in range(0, len(deflated), _FED_BYTES):
            parts.append(engine.decompress(deflated[start : start + _FED_BYTES], limit - size + 1))
            size += len(parts[-1])
            if size > limit:
                raise TooLargeError
            if engine.eof:
                return b"".join(parts)
    except zlib.error as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    raise DamagedFileError(detail="unfinished stream")


def _bundle_in(deflated: bytes) -> bytes:
    """The bundle that these bytes unpack to; only what begins like one is unpacked further than its first bytes."""
    try:
        head = zlib.decompressobj().decompress(deflated[:HEAD_BYTES], _HEAD_OF_BUNDLE)
    except zlib.error as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    if not is_bundle(head):
        raise DamagedFileError(detail="the attachment is not a bundle")
    return inflate(deflated)


def _attached(data: bytes, quarantine: Quarantine | None, progress: Progress) -> Carried:
    if quarantine is None:
        found = run(attachment.find, data, returns=attachment.Found, limits=PDF_LIMITS, progress=progress)
    else:
        found = quarantine.read(attachment.find, data, returns=attachment.Found, progress=progress)
    if not found.present:
        raise PrintedCopyError(detail=found.producer) if found.printed else NoBundleInsideError(detail=found.producer)
    bundle = _bundle_in(found.raw) if found.deflated else found.raw
    if not is_bundle(bundle):
        raise DamagedFileError(detail="the attachment is not a bundle")
    start = data.find(found.raw)
    return Carried(bundle, "attachment", Cut(start, len(found.raw)) if found.raw and start >= 0 else None)
