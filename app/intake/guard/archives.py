"""Looking into a ZIP archive without trusting it: names, sizes and text parts are checked before anything is opened."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator

from app.intake.guard.failures import DamagedFileError, PasswordProtectedError, TooLargeError, UnsafeFileError

LARGEST_UNPACKED = 300 * 1024 * 1024
MOST_PARTS = 5_000
HIGHEST_RATIO = 100
"""Honest workbooks reach 51; bombs start near 1,000."""
_RATIO_COUNTS_FROM = 1024 * 1024
_PIECE = 1024 * 1024
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_OVERLAP = max(map(len, _DOCTYPES))


def check(archive: zipfile.ZipFile) -> None:
    """Refuse an archive with too many or too large parts, odd names, links, duplicates or encryption."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TooLargeError(detail=f"{len(parts)} parts, {sum(part.file_size for part in parts)} bytes")
    if len({part.filename for part in parts}) != len(parts):
        raise UnsafeFileError(detail="two parts with one name")
    for part in parts:
        _check_part(part)


def pieces(archive: zipfile.ZipFile, part: str | zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of one part, piece by piece, never more than its declared size."""
    found = archive.getinfo(part) if isinstance(part, str) else part
    left = found.file_size
    with archive.open(found) as stream:
        while left > 0 and (piece := stream.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
        if stream.read(1):
            raise DamagedFileError(detail="a part is larger than declared")


def refuse_doctypes(archive: zipfile.ZipFile) -> None:
    """Refuse an archive in which any part declares a document type: entity bombs and outside references start there."""
    for part in archive.infolist():
        tail = b""
        for piece in pieces(archive, part.filename):
            window = tail + piece
            if any(mark in window for mark in _DOCTYPES):
                raise UnsafeFileError(detail="an XML part declares a document type")
            tail = window[-_OVERLAP:]


def _check_part(part: zipfile.ZipInfo) -> None:
    name = part.filename
    if part.flag_bits & 0x1:
        raise PasswordProtectedError(detail="encrypted archive")
    if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/"):
        raise UnsafeFileError(detail="a part's name leads outside")
    if stat.S_ISLNK(part.external_attr >> 16):
        raise UnsafeFileError(detail="a part is a link")
    if part.volume or (part.compress_type == zipfile.ZIP_STORED and part.file_size != part.compress_size):
        raise DamagedFileError(detail="a part is not where or as large as declared")
    if part.file_size > _RATIO_COUNTS_FROM and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1):
        raise UnsafeFileError(detail=f"one part unpacks to {part.file_size} bytes")
