"""Reading a bundle that anybody may have made: all of it is in order, or it is refused with a reason.

The order of the checks is the format's: size, archive, signature, hashes, seal, unpacking, JSON. Nothing
is given out before everything has passed. Whether the sender is known, and counts, is for the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.sync import archive, lines, manifest_text
from app.sync.contents import Contents, outside_of
from app.sync.envelope import purpose_signed, signer_of
from app.sync.limits import LARGEST_MANIFEST_BYTES, MEBIBYTE
from app.sync.manifest import NEWEST, Manifest, Part, Purpose, bundle_id
from app.sync.refusals import (
    BundleContentError,
    BundleError,
    BundleTooNewError,
    SignatureBadError,
    WrongPurposeError,
)
from app.vault.identity import OrganisationKeys

_KEPT_BYTES = 8 * MEBIBYTE
"""Up to here the unpacked content is kept from the checks for `lines`; larger ones are unpacked twice."""


@dataclass(frozen=True)
class Bundle:
    """A bundle of which every byte has been checked."""

    manifest: Manifest
    bundle_id: str
    header: Mapping[str, object]
    """What the first line says; fields that this version does not know are in it as they came."""
    _contents: Contents = field(repr=False)
    _kept: Mapping[str, bytes] = field(repr=False)
    _decoded: Sequence[Mapping[str, object]] = field(default=(), repr=False)

    def objects(self) -> Iterator[Mapping[str, object]]:
        """What the same lines say, not to be changed; of a bundle read as `decoded` and small, as it was checked."""
        return iter(self._decoded[1:]) if self._decoded else map(lines.loads_line, self.lines())

    def lines(self) -> Iterator[bytes]:
        """The lines after the header, each a strict JSON object, without line ends; as often as wanted."""
        for part in self.manifest.parts:
            if part.is_data:
                found = lines.split(self._content(part))
                if part.name == "data-0000":
                    next(found)
                yield from found

    @property
    def blob_names(self) -> tuple[str, ...]:
        """The 64 hexadecimal digits of each blob, sorted."""
        return tuple(part.name.removeprefix("blob-") for part in self.manifest.parts if part.is_blob)

    def blob(self, name: str) -> bytes:
        """The content of the blob of this name; KeyError for one that is not there."""
        for part in self.manifest.parts:
            if part.name == f"blob-{name}":
                return self._content(part)
        raise KeyError(name)

    def _content(self, part: Part) -> bytes:
        kept = self._kept.get(part.name)
        return self._contents.plain(part) if kept is None else kept


def read(
    data: bytes | memoryview, *, purpose: Purpose, keys: OrganisationKeys | None = None, decoded: bool = False
) -> Bundle:
    """The bundle in `data`, which must not change while the bundle is used.

    `purpose` is what the caller expects; `keys` open what is sealed; `decoded`: the caller wants the objects of all
    lines, so that they are not read twice. Raises one of `app.sync.refusals`.
    """
    stored = archive.unpack(data)
    outside, signature = outside_of(stored)
    contents = Contents(vouched_for(outside, signature, purpose), stored, keys)
    contents.check()
    kept, said = _checked(contents, decoded=decoded)
    header = lines.loads_line(next(lines.split(kept["data-0000"])))
    return Bundle(contents.manifest, bundle_id(outside), header, contents, kept, said)


def vouched_for(outside: bytes, signature: bytes, purpose: Purpose) -> Manifest:
    """The manifest, after its signer has vouched for these bytes and this purpose. Raises what `read` raises."""
    try:
        signing = signer_of(outside, purpose, signature=signature)
    except SignatureBadError as failure:
        raise _better_reason(outside, signature, purpose) or failure from None
    manifest = manifest_text.decode(outside)
    if manifest.sender.signing != signing:
        raise SignatureBadError(detail="signed by another than the sender")
    if manifest.purpose != purpose:
        raise BundleContentError(detail="purpose differs from the signed one")
    return manifest


def _better_reason(outside: bytes, signature: bytes, purpose: Purpose) -> BundleError | None:
    """Why a signature may not fit although nobody forged anything; decides on words, never on acceptance."""
    if found := purpose_signed(outside, signature):
        return WrongPurposeError(found=found, expected=purpose)
    try:
        needed = lines.loads(outside, limit=LARGEST_MANIFEST_BYTES).get("min_reader")
    except BundleContentError:
        return None
    if isinstance(needed, int) and needed > NEWEST:
        return BundleTooNewError(found=needed, known=NEWEST)
    return None


def _checked(contents: Contents, *, decoded: bool) -> tuple[dict[str, bytes], list[dict[str, object]]]:
    """Opens every part once; gives back all of them if they are small, else only the first; objects only if wanted."""
    parts = contents.manifest.parts
    are_small = sum(part.plain_size for part in parts) <= _KEPT_BYTES
    kept: dict[str, bytes] = {}
    objects: list[dict[str, object]] = []
    for part in parts:
        plain = contents.plain(part)
        if part.is_data and (found := _objects(part, plain, are_kept=decoded and are_small)):
            objects += found
        if are_small or part.name == "data-0000":
            kept[part.name] = plain
    return kept, objects


def _objects(part: Part, plain: bytes, *, are_kept: bool) -> list[dict[str, object]]:
    """What the lines of a part say, after each was checked; nothing where that is not kept."""
    found = list(map(lines.loads_line, lines.split(plain))) if are_kept else []
    count = len(found) if are_kept else lines.check(lines.split(plain))
    if count == 0 or part.lines not in (None, count):
        raise BundleContentError(detail="number of lines")
    return found
