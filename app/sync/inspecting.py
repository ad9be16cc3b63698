"""Looking at a file without opening it: what it says it is, whether it is whole, who signed it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.errors import GroundworkError
from app.sync import archive, manifest_text
from app.sync.contents import Contents, Stored, outside_of
from app.sync.envelope import purpose_signed, signer_of
from app.sync.manifest import Manifest, Purpose, bundle_id
from app.sync.reading import read
from app.sync.refusals import BundleError, SignatureBadError


class Signature(StrEnum):
    """What the signature of a file is worth, before asking who signed."""

    GOOD = "good"
    BAD = "bad"
    MISSING = "missing"


@dataclass(frozen=True)
class Inspection:
    """What can be said about a file without any key; believe it only where the signature is good."""

    size: int
    """Bytes of the file."""
    bundle_id: str = ""
    """Empty if there is no manifest to be found."""
    manifest: Manifest | None = None
    """What the file says of itself: purpose, sender, recipients, parts with their sizes."""
    signature: Signature = Signature.MISSING
    is_whole: bool = False
    """Every entry is there and none was changed."""
    problems: tuple[GroundworkError, ...] = ()
    """Why it would be refused whoever reads it; empty does not mean that we can open it."""

    @property
    def purpose(self) -> str:
        """What it is for; empty if it does not say."""
        return self.manifest.purpose if self.manifest else ""

    @property
    def is_sealed(self) -> bool:
        """Whether only its recipients can open it."""
        return bool(self.manifest and self.manifest.is_sealed)


def inspect(data: bytes | memoryview) -> Inspection:
    """What this file is; never raises for anything that is in it."""
    size = memoryview(data).nbytes
    try:
        stored = archive.unpack(data)
        outside, signature = outside_of(stored)
    except BundleError as failure:
        return Inspection(size, problems=(failure,))
    try:
        manifest = manifest_text.decode(outside)
    except BundleError as failure:
        standing = _signature(outside, signature, purpose_signed(outside, signature) or "", signer=None)
        return Inspection(size, bundle_id(outside), signature=standing, problems=(failure,))
    standing = _signature(outside, signature, manifest.purpose, signer=manifest.sender.signing)
    damage = _damage(manifest, stored)
    faults = damage or _faults(data, manifest, standing)
    return Inspection(size, bundle_id(outside), manifest, standing, not damage, faults)


def _signature(outside: bytes, signature: bytes, purpose: str, *, signer: bytes | None) -> Signature:
    if not signature:
        return Signature.MISSING
    try:
        signing = signer_of(outside, purpose, signature=signature)
    except SignatureBadError:
        return Signature.BAD
    return Signature.GOOD if signer in (None, signing) else Signature.BAD


def _damage(manifest: Manifest, stored: Stored) -> tuple[GroundworkError, ...]:
    try:
        Contents(manifest, stored).check()
    except BundleError as failure:
        return (failure,)
    return ()


def _faults(data: bytes | memoryview, manifest: Manifest, standing: Signature) -> tuple[GroundworkError, ...]:
    """What a reader would refuse; the content of a sealed file stays unknown."""
    if standing is not Signature.GOOD:
        return (SignatureBadError(detail=standing.value),)
    if manifest.is_sealed or manifest.purpose not in set(Purpose):
        return ()
    try:
        read(data, purpose=Purpose(manifest.purpose))
    except BundleError as failure:
        return (failure,)
    return ()
