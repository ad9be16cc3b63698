"""Writing a bundle: header, lines and blobs packed, sealed, listed, signed, in one file.

docs/formats/bundle.md says what the bytes mean. Not sealed, equal content gives equal bytes (with the
same zstd); sealed, every file differs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.sync import archive, manifest_text
from app.sync.compression import compress
from app.sync.envelope import seal_part, signature_of
from app.sync.limits import LARGEST_PART_BYTES, MEBIBYTE
from app.sync.lines import dumps_line, loads_line
from app.sync.manifest import FORMAT, MANIFEST, READ_ME, SIGNATURE, Manifest, Part, Purpose
from app.sync.read_me import READ_ME_TEXT
from app.sync.refusals import BundleContentError, BundleTooLargeError
from app.vault.identity import OrganisationKeys, PublicKeys
from app.vault.sealing import Addressee

_PART_BYTES = 16 * MEBIBYTE
_MONTH_LENGTH = len("2026-10")


@dataclass(frozen=True)
class Label:
    """What is written on the outside of a bundle, readable by whoever carries it."""

    purpose: Purpose
    created: str
    """A month, a day, or a moment in UTC (`2026-10-12T09:30:00Z`); of a submission the month only."""
    recipients: tuple[PublicKeys, ...] = ()
    """Who can open it; nobody named: everybody can. A sender who wants to open it again is one of them."""
    blob_readers: Mapping[str, tuple[Addressee, ...]] = field(default_factory=dict)
    """By blob, who can open it in a sealed bundle beside its recipients; they are named nowhere in it."""
    space: str = ""
    writer: str = ""
    seq: int = 0
    previous: str = ""
    """`bundle_id` of the one before in the same chain, or empty."""
    min_reader: int = FORMAT
    """What a reader has to know."""

    def __post_init__(self) -> None:
        if self.purpose is Purpose.SUBMISSION and len(self.created) != _MONTH_LENGTH:
            raise ValueError("a submission tells the month of writing, nothing finer")


def write(
    label: Label,
    header: Mapping[str, object],
    *,
    lines: Iterable[bytes] = (),
    keys: OrganisationKeys,
    blobs: Mapping[str, bytes] | None = None,
) -> bytes:
    """The bundle as bytes, for `files.write_whole`.

    `lines` are JSON objects, compact, without line ends (`lines.dumps_line`); the header becomes the
    first line. `blobs` are named by 64 hexadecimal digits: the SHA-256 of the content where it is
    public, a pseudonym where a carrier must not recognise a known file. Raises BundleContentError for
    a line that no reader would take, BundleTooLargeError over a limit of the format.
    """
    stored, parts = [], []
    for name, plain, count in _contents(header, lines, blobs or {}):
        beside = label.blob_readers.get(name.removeprefix("blob-"), ())
        content = _sealed(label, compress(plain), ()) if count else _sealed(label, plain, beside)
        stored.append((name, content))
        parts.append(_part(name, content, plain, count=count, sealed=bool(label.recipients)))
    if label.purpose is Purpose.SUBMISSION:
        stored.append((READ_ME, READ_ME_TEXT))
        parts.append(_part(READ_ME, READ_ME_TEXT, READ_ME_TEXT, count=0, sealed=False))
    outside = _outside(label, tuple(parts), keys)
    signature = signature_of(outside, label.purpose, keys=keys)
    return archive.pack([(MANIFEST, outside), (SIGNATURE, signature), *stored])


def _sealed(label: Label, content: bytes, beside: tuple[Addressee, ...]) -> bytes:
    """As it is where everybody may read the bundle, else for its recipients and those beside them."""
    return seal_part(content, (*label.recipients, *beside)) if label.recipients else content


def _contents(
    header: Mapping[str, object], lines: Iterable[bytes], blobs: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes, int]]:
    """Name, plain content and number of lines (0: a blob) of every part, in order."""
    for number, batch in enumerate(_batches(_all_lines(header, lines))):
        yield f"data-{number:04d}", b"\n".join([*batch, b""]), len(batch)
    for name in sorted(blobs):
        if len(blobs[name]) > LARGEST_PART_BYTES:
            raise BundleTooLargeError(detail="a blob")
        yield f"blob-{name}", blobs[name], 0


def _all_lines(header: Mapping[str, object], lines: Iterable[bytes]) -> Iterator[bytes]:
    yield dumps_line(dict(header))
    for line in lines:
        loads_line(line)
        yield line


def _batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for line in lines:
        if batch and size + len(line) >= _PART_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(line)
        size += len(line) + 1
    yield batch


def _part(name: str, stored: bytes, plain: bytes, *, count: int, sealed: bool) -> Part:
    digest = hashlib.sha256(stored).hexdigest()
    if sealed:
        return Part(name, len(stored), digest, len(plain))
    plain_digest = hashlib.sha256(plain).hexdigest()
    return Part(name, len(stored), digest, len(plain), plain_sha256=plain_digest, lines=count or None)


def _outside(label: Label, parts: tuple[Part, ...], keys: OrganisationKeys) -> bytes:
    """manifest.json, taken only if a reader would take it; a wrong label is a fault of the caller."""
    outside = manifest_text.encode(_manifest(label, parts, keys))
    try:
        manifest_text.decode(outside)
    except BundleContentError as failure:
        raise ValueError(f"label or blob name: {failure.detail}") from failure
    return outside


def _manifest(label: Label, parts: tuple[Part, ...], keys: OrganisationKeys) -> Manifest:
    return Manifest(
        purpose=label.purpose,
        sender=keys.public,
        created=label.created,
        parts=parts,
        recipients=tuple(sorted({one.fingerprint for one in label.recipients})),
        space=label.space,
        writer=label.writer,
        seq=label.seq,
        previous=label.previous,
        min_reader=label.min_reader,
    )
