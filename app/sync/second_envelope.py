"""The second envelope: a blob of a submission that only an ombudsperson can open, of a size that tells little.

Every submission has exactly one, under one name. Where nothing is enclosed it holds nothing and is sealed for a
key that nobody has: whoever carries or receives the submission cannot tell. docs/formats/second-envelope.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.errors import GroundworkError
from app.i18n import N_
from app.sync import archive, lines
from app.sync.compression import compress, unpack_first
from app.sync.contents import Contents, outside_of
from app.sync.limits import KIBIBYTE, LARGEST_PART_BYTES, LARGEST_STORED_PART_BYTES
from app.sync.lines import dumps_line
from app.sync.manifest import Manifest, Purpose
from app.sync.reading import vouched_for
from app.sync.refusals import BundleContentError, BundleTooLargeError
from app.vault import sealing
from app.vault.exact_sealing import seal_exactly, seal_for_nobody
from app.vault.sealing import SealedForOthersError
from app.vault.sealing_key import OpeningKey, SealingKey

NAME = hashlib.sha256(b"groundwork-second-envelope-v1").hexdigest()
"""The blob's name, the same in every submission."""
VERSION = 1
_SMALLEST_BYTES, _STEP = 4 * KIBIBYTE, 4
_SKIPPED = 0x184D2A50
"""A zstd frame that every reader passes over; it fills the envelope up."""
_SKIPPED_HEAD = 8


class NoSecondEnvelopeError(GroundworkError):
    """A submission of before there were second envelopes."""

    message = N_("This submission has no second envelope: it was made by an older Groundwork.")


class NotForThisKeyError(GroundworkError):
    """Sealed for another key, or for nobody because nothing is enclosed."""

    message = N_("There is nothing for this key in this submission.")


class EnvelopeMisplacedError(GroundworkError):
    """The envelope names another sender than the one who signed the submission around it."""

    message = N_("This envelope was made for another submission and moved into this one. Please tell its sender.")


@dataclass(frozen=True)
class Opened:
    """A second envelope that was opened, and the submission it lay in."""

    manifest: Manifest
    header: Mapping[str, object]
    lines: tuple[Mapping[str, object], ...]


def nobody() -> SealingKey:
    """A key whose private half is thrown away at once; a reader of blobs where there is nobody to read them."""
    return OpeningKey.generate().public


def sealed(header: Mapping[str, object], entries: Iterable[bytes], to: SealingKey) -> bytes:
    """The envelope for one key; its size is one of a few, whatever it holds. Raises BundleTooLargeError."""
    return seal_exactly(_filled_up(b"\n".join([dumps_line({"v": VERSION, **header}), *entries, b""])), to)


def empty(secret: bytes, context: bytes) -> bytes:
    """An envelope that holds nothing; the same bytes for the same context, and other ones for whoever lacks the secret.

    So equal submissions stay equal bytes, and nobody outside can tell it from one that holds something.
    """
    return seal_for_nobody(_filled_up(dumps_line({"v": VERSION}) + b"\n"), secret, context)


def _filled_up(plain: bytes) -> bytes:
    packed = compress(plain)
    size = _SMALLEST_BYTES
    while size < len(packed) + _SKIPPED_HEAD:
        size *= _STEP
    if size > LARGEST_PART_BYTES // _STEP:
        raise BundleTooLargeError(detail="second envelope")
    rest = size - len(packed) - _SKIPPED_HEAD
    return packed + _SKIPPED.to_bytes(4, "little") + rest.to_bytes(4, "little") + bytes(rest)


def open_in(data: bytes, key: OpeningKey) -> Opened:
    """What the envelope of this submission holds, after the submission has proved whole and signed.

    Raises what `app.sync.reading` raises, NoSecondEnvelopeError, NotForThisKeyError, EnvelopeMisplacedError and
    SealBrokenError.
    """
    stored = archive.unpack(data)
    manifest = vouched_for(*outside_of(stored), Purpose.SUBMISSION)
    Contents(manifest, stored).check()
    if f"blob-{NAME}" not in stored:
        raise NoSecondEnvelopeError
    content = bytes(stored[f"blob-{NAME}"])
    try:
        inner = sealing.open_sealed(content, key, limit=LARGEST_STORED_PART_BYTES) if manifest.is_sealed else content
        packed = sealing.open_sealed(inner, key, limit=LARGEST_PART_BYTES)
    except SealedForOthersError as failure:
        raise NotForThisKeyError from failure
    plain = unpack_first(packed, limit=LARGEST_PART_BYTES)
    header, *entries = [lines.loads_line(line) for line in lines.split(plain)] or [{}]
    if header.get("v") != VERSION:
        raise BundleContentError(detail="version of the second envelope")
    if header.get("sender") != manifest.sender.fingerprint:
        raise EnvelopeMisplacedError
    return Opened(manifest, header, tuple(entries))
