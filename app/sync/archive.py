"""The outer file of a bundle: a ZIP in which every byte but names and content is laid down.

Any ZIP program reads it. This reader takes only what `pack` would write: stored entries, one after
the other, fixed times and rights, no folders, comments, extra fields, gaps or doubles. So there is
exactly one archive for a list of entries, and nothing can hide between them.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.sync.limits import LARGEST_BUNDLE_BYTES, LARGEST_STORED_PART_BYTES, MOST_BLOBS, MOST_DATA_PARTS
from app.sync.manifest import MANIFEST
from app.sync.refusals import BundleDamagedError, BundleTooLargeError, NotABundleError

_MOST_ENTRIES = MOST_DATA_PARTS + MOST_BLOBS + 3
_LOCAL, _CENTRAL, _END = (
    struct.Struct("<4sHHHHHLLLHH"),
    struct.Struct("<4sHHHHHHLLLHHHHHLL"),
    struct.Struct("<4sHHHHLLH"),
)
_NEEDS_ZIP_2, _MADE_ON_UNIX = 20, 3 << 8 | 20
_DAY_ZERO = 1 << 5 | 1
"""1 January 1980, the first day a ZIP knows: the time of packing is nobody's business."""
_PLAIN_FILE = 0o100644 << 16
_NAME = re.compile(rb"[A-Za-z0-9][A-Za-z0-9. -]{0,79}")
_OPENING = b"PK\x03\x04"


@dataclass(frozen=True)
class _Entry:
    name: bytes
    offset: int
    """Where its local header begins."""
    size: int
    crc: int

    @property
    def local_header(self) -> bytes:
        common = (_NEEDS_ZIP_2, 0, 0, 0, _DAY_ZERO, self.crc, self.size, self.size, len(self.name), 0)
        return _LOCAL.pack(_OPENING, *common) + self.name

    @property
    def central_header(self) -> bytes:
        common = (_NEEDS_ZIP_2, 0, 0, 0, _DAY_ZERO, self.crc, self.size, self.size, len(self.name), 0)
        last = (0, 0, 0, _PLAIN_FILE, self.offset)
        return _CENTRAL.pack(b"PK\x01\x02", _MADE_ON_UNIX, *common, *last) + self.name

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.offset + _LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        return self.start + self.size


def pack(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """The one archive that holds these entries in this order; the caller gives allowed, distinct names."""
    pieces: list[bytes] = []
    listed: list[bytes] = []
    offset = 0
    for name, content in entries:
        entry = _Entry(name.encode("ascii"), offset, len(content), zlib.crc32(content))
        pieces += (entry.local_header, content)
        listed.append(entry.central_header)
        offset = entry.end
    directory = b"".join(listed)
    archive = b"".join((*pieces, directory, _end_record(len(listed), len(directory), offset)))
    if len(archive) > LARGEST_BUNDLE_BYTES:
        raise BundleTooLargeError
    return archive


def unpack(data: bytes | memoryview) -> Mapping[str, memoryview]:
    """Name to content in the order of the file, without copying; only if `pack` would give these bytes again.

    Raises NotABundleError, BundleDamagedError or BundleTooLargeError.
    """
    view = memoryview(data)
    if len(view) > LARGEST_BUNDLE_BYTES:
        raise BundleTooLargeError(detail=f"{len(view)} bytes")
    _check_opening(bytes(view[: _LOCAL.size + len(MANIFEST)]))
    entries = _entries(view)
    found = {entry.name.decode("ascii"): view[entry.start : entry.end] for entry in entries}
    if len(found) != len(entries):
        raise BundleDamagedError(detail="a name twice")
    return found


def _check_opening(opening: bytes) -> None:
    expected = MANIFEST.encode("ascii")
    if not _OPENING.startswith(opening[:4]) or not expected.startswith(opening[_LOCAL.size :]):
        raise NotABundleError
    if len(opening) < _LOCAL.size + len(expected):
        raise BundleDamagedError(detail="cut within the first header")


def _entries(view: memoryview) -> list[_Entry]:
    count, directory = _directory(view)
    entries: list[_Entry] = []
    place = offset = 0
    for _ in range(count):
        entry = _next_entry(directory, place, offset=offset)
        _check_entry(view, entry)
        entries.append(entry)
        place += len(entry.central_header)
        offset = entry.end
    if place != len(directory) or offset + len(directory) + _END.size != len(view):
        raise BundleDamagedError(detail="bytes that belong to no entry")
    return entries


def _directory(view: memoryview) -> tuple[int, bytes]:
    """How many entries there are, and the bytes that list them."""
    record = bytes(view[-_END.size :])
    if len(record) < _END.size:
        raise BundleDamagedError(detail="no end record")
    *_, count, size, offset, _comment = _END.unpack(record)
    if record != _end_record(count, size, offset) or offset + size + _END.size != len(view):
        raise BundleDamagedError(detail="end record")
    if count > _MOST_ENTRIES:
        raise BundleTooLargeError(detail=f"{count} entries")
    return count, bytes(view[offset : offset + size])


def _next_entry(directory: bytes, place: int, *, offset: int) -> _Entry:
    """The entry listed at `place`, if it is listed in the one allowed way and begins at `offset` of the file."""
    try:
        fields = _CENTRAL.unpack_from(directory, place)
    except struct.error as failure:
        raise BundleDamagedError(detail="directory too short") from failure
    crc, size, length = fields[7], fields[8], fields[10]
    name = place + _CENTRAL.size
    entry = _Entry(directory[name : name + length], offset, size, crc)
    if not _NAME.fullmatch(entry.name) or not directory.startswith(entry.central_header, place):
        raise BundleDamagedError(detail="directory entry")
    if size > LARGEST_STORED_PART_BYTES:
        raise BundleTooLargeError(detail=f"an entry of {size} bytes")
    return entry


def _check_entry(view: memoryview, entry: _Entry) -> None:
    if view[entry.offset : entry.start] != entry.local_header:
        raise BundleDamagedError(detail="local header")
    if entry.end > len(view) or zlib.crc32(view[entry.start : entry.end]) != entry.crc:
        raise BundleDamagedError(detail="checksum")


def _end_record(count: int, size: int, offset: int) -> bytes:
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
