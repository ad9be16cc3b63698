"""Sealing bytes so that only named recipients can open them: age with X25519, nothing else.

Only the calls on file objects are used: the ones on paths and buffers hold Python's global lock and
would freeze the window. What comes out before the end of a sealed stream is not yet authentic, so
the functions here give all of it or nothing.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO, Protocol

import pyrage

from app.errors import GroundworkError
from app.i18n import N_


class Addressee(Protocol):
    """Somebody that something can be sealed for."""

    @property
    def recipient(self) -> str:
        """age X25519 recipient, `age1…`."""


class Opener(Protocol):
    """Somebody who can open what was sealed for them."""

    @property
    def identity(self) -> str:
        """age X25519 identity, `AGE-SECRET-KEY-1…`."""


class SealedForOthersError(GroundworkError):
    """None of our keys opens it: it was sealed for somebody else."""

    message = N_("This was sealed for somebody else. Please ask the sender to seal it for you.")


class SealBrokenError(GroundworkError):
    """It was cut or changed after it was sealed, or never was an age file."""

    message = N_("This sealed content is damaged. Please ask for it again.")


class SealedTooLargeError(GroundworkError):
    """What comes out is more than the caller is willing to hold."""

    message = N_("This sealed content is larger than it may be, so it was not opened.")


def seal(plain: bytes, recipients: Sequence[Addressee]) -> bytes:
    """`plain` as a binary age file for `recipients`, at least one; different bytes each time."""
    sealed = io.BytesIO()
    seal_stream(io.BytesIO(plain), sealed, recipients)
    return sealed.getvalue()


def seal_stream(source: BinaryIO, sink: BinaryIO, recipients: Sequence[Addressee]) -> None:
    """As `seal`, from an open file to an open file, 64 KiB at a time."""
    if not recipients:
        raise ValueError("sealed for nobody")
    pyrage.encrypt_io(source, sink, [pyrage.x25519.Recipient.from_str(one.recipient) for one in recipients])


def open_sealed(sealed: bytes, keys: Opener, *, limit: int) -> bytes:
    """The plain bytes, at most `limit` of them, after the last one has proved authentic."""
    plain = io.BytesIO()
    open_stream(io.BytesIO(sealed), plain, keys, limit=limit)
    return plain.getvalue()


def open_stream(source: BinaryIO, sink: BinaryIO, keys: Opener, *, limit: int) -> None:
    """As `open_sealed`, to an empty file of the caller; on any failure the file is emptied again.

    Raises SealedForOthersError, SealBrokenError or SealedTooLargeError.
    """
    identity = pyrage.x25519.Identity.from_str(keys.identity)
    try:
        pyrage.decrypt_io(source, _Capped(sink, limit), [identity])
    except BaseException as failure:
        sink.seek(0)
        sink.truncate()
        if isinstance(failure, pyrage.DecryptError):
            raise _refusal(failure) from failure
        if isinstance(failure, OSError) and failure.errno is None:  # with a number it is the sink's disk
            raise SealBrokenError(detail=str(failure)) from failure
        raise


def _refusal(failure: pyrage.DecryptError) -> GroundworkError:
    kind = SealedForOthersError if "No matching keys" in str(failure) else SealBrokenError
    return kind(detail=str(failure))


class _Capped:
    """Passes bytes on until `limit` would be exceeded."""

    def __init__(self, sink: BinaryIO, limit: int) -> None:
        self._sink, self._left = sink, limit

    def write(self, chunk: bytes) -> int:
        self._left -= len(chunk)
        if self._left < 0:
            raise SealedTooLargeError
        return self._sink.write(chunk)

    def flush(self) -> None:
        self._sink.flush()
