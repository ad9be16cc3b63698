"""What lies in a ZIP that somebody made of several files. Runs in the guarded child only, and writes nothing.

Each file is judged by itself, so that one bomb does not keep the others away. Names are for people to read and lead
nowhere.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from app.folding import plain_name
from app.intake.guard import archives
from app.intake.guard.failures import (
    DamagedFileError,
    NotOursError,
    PasswordProtectedError,
    TooLargeError,
    UnsafeFileError,
)
from app.intake.guard.kinds import BUNDLE_FIRST_ENTRY

MOST_FILES = 2_000
LARGEST_UNPACKED = 200 * 1024 * 1024
HIGHEST_RATIO = 100
_RATIO_COUNTS_FROM = 1024 * 1024
_OF_A_MAC = "__MACOSX"
_PROGRAM = "META-INF/MANIFEST.MF"


@dataclass(frozen=True)
class Member:
    """One file of the archive, or why it was not unpacked: the name of a class of `failures`."""

    name: str
    data: bytes = b""
    trouble: str = ""


@dataclass(frozen=True)
class Packed:
    """Everything in the archive that is a file, in the order in which it stands there."""

    members: tuple[Member, ...]


def unpack(data: bytes) -> Packed:
    """The files in these bytes of a ZIP. Raises TooLargeError for one that holds or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir() and not _is_shadow(part.filename)]
            if len(parts) > MOST_FILES:
                raise TooLargeError(detail=f"{len(parts)} files")
            _refuse_documents([part.filename for part in parts])
            return Packed(tuple(_members(archive, parts)))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, EOFError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error


def _refuse_documents(names: list[str]) -> None:
    """A document, a program or a bundle that somebody packed anew is no collection of files."""
    if names[:1] == ["mimetype"] or _PROGRAM in names:
        raise NotOursError(detail="a document or program")
    if any(name.rpartition("/")[2] == BUNDLE_FIRST_ENTRY.decode() for name in names):
        raise DamagedFileError(detail="a bundle that was unpacked and packed again")


def _members(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> list[Member]:
    found, left = [], LARGEST_UNPACKED
    for part in parts:
        name = _name(part.filename)
        if trouble := _trouble(part, left):
            found.append(Member(name, trouble=trouble))
            continue
        try:
            content = b"".join(archives.pieces(archive, part))
        except Exception:  # noqa: BLE001 - zlib, lzma, bz2 and zipfile each raise their own on damage
            found.append(Member(name, trouble=DamagedFileError.__name__))
            continue
        left -= len(content)
        found.append(Member(name, content))
    return found


def _trouble(part: zipfile.ZipInfo, left: int) -> str:
    if part.flag_bits & 0x1:
        return PasswordProtectedError.__name__
    if part.file_size > _RATIO_COUNTS_FROM and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1):
        return UnsafeFileError.__name__
    return TooLargeError.__name__ if part.file_size > left else ""


def _name(path: str) -> str:
    """The last part, as it may stand in a list."""
    return plain_name(path.replace("\\", "/").rstrip("/").rpartition("/")[2]) or "?"


def _is_shadow(path: str) -> bool:
    """What a Mac packs beside every file."""
    return path.startswith(f"{_OF_A_MAC}/") or path.rpartition("/")[2].startswith("._")
