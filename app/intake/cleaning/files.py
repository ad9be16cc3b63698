"""Any file that a person wants to keep: told by its first bytes, cleaned by its kind, or refused in a sentence."""

from __future__ import annotations

from app.intake.cleaning import office, pdf, pictures
from app.intake.cleaning.cleaned import Cleaned
from app.intake.guard.failures import (
    AttachmentTooLargeError,
    EmptyFileError,
    NotKeptError,
    PasswordProtectedError,
    SoundOrFilmError,
)
from app.intake.guard.kinds import HEAD_BYTES, Kind, kind_of

LARGEST_FILE = 25 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_SOUND_AND_FILM = (
    b"ID3",
    b"\xff\xfb",
    b"\xff\xf3",
    b"\xff\xf1",
    b"OggS",
    b"fLaC",
    b"#!AMR",
    b"FLV",
    b"\x1aE\xdf\xa3",
    b"\x00\x00\x01\xba",
    b"\x00\x00\x01\xb3",
    b"0&\xb2u",
    b"FORM",
)


def clean(data: bytes) -> Cleaned:
    """The file as it may be kept. Raises one of `app.intake.guard.failures`; what cannot be cleaned is not kept."""
    check_size(len(data))
    head = data[:HEAD_BYTES]
    kind = kind_of(head)
    if _is_sound_or_film(head):
        raise SoundOrFilmError
    if kind is Kind.EMPTY:
        raise EmptyFileError
    if kind is Kind.IMAGE:
        return pictures.clean(data)
    if kind is Kind.PDF:
        return pdf.clean(data)
    if head.startswith(b"PK\x03\x04"):
        cleaned = office.clean(data)
        check_size(len(cleaned.data))
        return cleaned
    if _LOCKED_OFFICE in data:
        raise PasswordProtectedError
    raise NotKeptError(detail=kind.value)


def check_size(size_bytes: int) -> None:
    """Refuse a file that is too large. Raises AttachmentTooLargeError."""
    if size_bytes > LARGEST_FILE:
        raise AttachmentTooLargeError(megabytes=LARGEST_FILE // _MEGABYTE, detail=f"{size_bytes} bytes")


def _is_sound_or_film(head: bytes) -> bool:
    if head.startswith(b"RIFF"):
        return head[8:12] != b"WEBP"
    if head[4:8] == b"ftyp":
        return kind_of(head) is not Kind.IMAGE
    return head.startswith(_SOUND_AND_FILM)
