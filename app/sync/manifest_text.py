"""manifest.json: the manifest as bytes, and bytes taken as a manifest only if everything in it is in order."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from app.errors import GroundworkError
from app.sync.limits import (
    LARGEST_CONTENT_BYTES,
    LARGEST_MANIFEST_BYTES,
    LARGEST_PART_BYTES,
    LARGEST_STORED_PART_BYTES,
    MOST_BLOBS,
    MOST_DATA_PARTS,
)
from app.sync.lines import loads
from app.sync.manifest import NEWEST, READ_ME, Manifest, Part, unpacks_too_far
from app.sync.refusals import BundleContentError, BundleTooLargeError, BundleTooNewError
from app.vault.identity import PublicKeys

_LARGEST_NUMBER = 2**53 - 1
"""Up to here every language's JSON reader counts exactly."""
_HASH = re.compile(r"[0-9a-f]{64}")
_PREVIOUS = re.compile(r"([0-9a-f]{64})?")
_NAME = re.compile(r"[0-9a-z-]{0,64}")
_CREATED = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?)?")
_PART_NAME = re.compile(r"data-[0-9]{4}|blob-[0-9a-f]{64}|READ ME\.txt")
_KNOWN = frozenset("format min_reader purpose sender recipients space writer seq previous created parts".split())


def encode(manifest: Manifest) -> bytes:
    """manifest.json: indented ASCII, fields in the order of docs/formats/bundle.md, unknown ones last."""
    sender = {"fingerprint": manifest.sender.fingerprint, **manifest.sender.as_dict()}
    content = {
        "format": manifest.format,
        "min_reader": manifest.min_reader,
        "purpose": manifest.purpose,
        "sender": sender,
        "recipients": list(manifest.recipients),
        "space": manifest.space,
        "writer": manifest.writer,
        "seq": manifest.seq,
        "previous": manifest.previous,
        "created": manifest.created,
        "parts": [_encode_part(part) for part in manifest.parts],
    }
    return json.dumps({**content, **manifest.extra}, ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def decode(data: bytes) -> Manifest:
    """The manifest in these bytes; raises BundleTooNewError, BundleTooLargeError or BundleContentError."""
    content = loads(data, limit=LARGEST_MANIFEST_BYTES)
    needed = _number(content, "min_reader")
    if needed > NEWEST:
        raise BundleTooNewError(found=needed, known=NEWEST)
    manifest = Manifest(
        purpose=_text(content, "purpose", _NAME),
        sender=_sender(content),
        created=_text(content, "created", _CREATED),
        parts=_parts(content),
        recipients=tuple(_matching(one, _HASH) for one in _list(content, "recipients")),
        space=_text(content, "space", _NAME),
        writer=_text(content, "writer", _NAME),
        seq=_number(content, "seq"),
        previous=_text(content, "previous", _PREVIOUS),
        format=_number(content, "format"),
        min_reader=needed,
        extra={name: value for name, value in content.items() if name not in _KNOWN},
    )
    _check_parts(manifest)
    return manifest


def _encode_part(part: Part) -> dict[str, object]:
    content: dict[str, object] = {
        "name": part.name,
        "size": part.size,
        "sha256": part.sha256,
        "plain_size": part.plain_size,
    }
    if part.plain_sha256:
        content["plain_sha256"] = part.plain_sha256
    if part.lines is not None:
        content["lines"] = part.lines
    return content


def _parts(content: Mapping[str, object]) -> tuple[Part, ...]:
    listed = _list(content, "parts")
    if len(listed) > MOST_DATA_PARTS + MOST_BLOBS + 1:
        raise BundleTooLargeError(detail=f"{len(listed)} parts")
    return tuple(_part(one) for one in listed)


def _part(content: object) -> Part:
    if not isinstance(content, dict):
        raise BundleContentError(detail="a part that is no object")
    return Part(
        name=_text(content, "name", _PART_NAME),
        size=_number(content, "size"),
        sha256=_text(content, "sha256", _HASH),
        plain_size=_number(content, "plain_size"),
        plain_sha256=_text(content, "plain_sha256", _HASH) if "plain_sha256" in content else "",
        lines=_number(content, "lines") if "lines" in content else None,
    )


def _check_parts(manifest: Manifest) -> None:
    """Data parts numbered without gaps, blobs sorted, the read-me last; nothing over the limits."""
    data = [part.name for part in manifest.parts if part.is_data]
    blobs = [part.name for part in manifest.parts if part.is_blob]
    expected = [f"data-{number:04d}" for number in range(max(len(data), 1))] + sorted(set(blobs))
    if [part.name for part in manifest.parts if part.name != READ_ME] != expected:
        raise BundleContentError(detail="order of parts")
    if READ_ME in [part.name for part in manifest.parts[:-1]]:
        raise BundleContentError(detail="read-me not last")
    if len(data) > MOST_DATA_PARTS or len(blobs) > MOST_BLOBS:
        raise BundleTooLargeError(detail="number of parts")
    if any(part.size > LARGEST_STORED_PART_BYTES or part.plain_size > LARGEST_PART_BYTES for part in manifest.parts):
        raise BundleTooLargeError(detail="size of a part")
    if sum(part.plain_size for part in manifest.parts) > LARGEST_CONTENT_BYTES:
        raise BundleTooLargeError(detail="size of the content")
    if unpacks_too_far(manifest.parts):
        raise BundleTooLargeError(detail="packed more tightly than honest content")


def _sender(content: Mapping[str, object]) -> PublicKeys:
    kept = content.get("sender")
    if not isinstance(kept, dict):
        raise BundleContentError(detail="sender")
    try:
        sender = PublicKeys.from_dict(kept)
    except GroundworkError as failure:
        raise BundleContentError(detail=failure.detail) from failure
    if kept.get("fingerprint") != sender.fingerprint:
        raise BundleContentError(detail="fingerprint of the sender")
    return sender


def _number(content: Mapping[str, object], name: str) -> int:
    value = content.get(name)
    if type(value) is not int or not 0 <= value <= _LARGEST_NUMBER:
        raise BundleContentError(detail=name)
    return value


def _text(content: Mapping[str, object], name: str, pattern: re.Pattern[str]) -> str:
    return _matching(content.get(name), pattern)


def _matching(value: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BundleContentError(detail="a value of the manifest")
    return value


def _list(content: Mapping[str, object], name: str) -> list[object]:
    value = content.get(name)
    if not isinstance(value, list):
        raise BundleContentError(detail=name)
    return value
