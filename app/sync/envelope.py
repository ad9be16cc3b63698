"""Who signed the outside, and opening what is inside: the vault's keys put to the use of bundles."""

from __future__ import annotations

from collections.abc import Sequence

from app.sync.manifest import Manifest, Purpose
from app.sync.refusals import BundleContentError, BundleTooLargeError, NotForUsError, SignatureBadError
from app.vault import identity, sealing
from app.vault.identity import OrganisationKeys
from app.vault.sealing import Addressee

_DOMAIN = "groundwork-manifest-v1"
_LENGTH = identity.KEY_BYTES + identity.SIGNATURE_BYTES


def signature_of(manifest: bytes, purpose: str, *, keys: OrganisationKeys) -> bytes:
    """manifest.sig: the signing public key (32 bytes), then Ed25519 (64 bytes).

    Signed is `groundwork-manifest-v1`, a zero byte, the purpose, a zero byte, and the bytes of manifest.json.
    """
    return keys.public.signing + identity.sign(keys, _DOMAIN, _purposed(purpose, manifest))


def signer_of(manifest: bytes, purpose: str, *, signature: bytes) -> bytes:
    """The public key that signed these bytes for this purpose; whether it may is for the caller to know.

    Raises SignatureBadError. The key travels with the signature, so nothing has to be parsed before.
    """
    if len(signature) != _LENGTH:
        raise SignatureBadError(detail="length of the signature")
    signing, signed = signature[: identity.KEY_BYTES], signature[identity.KEY_BYTES :]
    if not identity.verify(signing, _DOMAIN, _purposed(purpose, manifest), signature=signed):
        raise SignatureBadError(detail="signature")
    return signing


def purpose_signed(manifest: bytes, signature: bytes) -> Purpose | None:
    """The purpose for which this signature is good, if any; tells a misplaced file from a forged one."""
    for purpose in Purpose:
        try:
            signer_of(manifest, purpose, signature=signature)
        except SignatureBadError:
            continue
        return purpose
    return None


def seal_part(plain: bytes, recipients: Sequence[Addressee]) -> bytes:
    """The part as stored: sealed for `recipients`, or as it is when there are none."""
    return sealing.seal(plain, recipients) if recipients else plain


def open_part(stored: bytes, manifest: Manifest, *, keys: OrganisationKeys | None, limit: int) -> bytes:
    """The part as it was before sealing; raises NotForUsError, BundleTooLargeError or BundleContentError."""
    if not manifest.is_sealed:
        return stored
    if keys is None or keys.names.isdisjoint(manifest.recipients):
        raise NotForUsError(detail="not among the recipients")
    try:
        return sealing.open_sealed(stored, keys, limit=limit)
    except sealing.SealedForOthersError as failure:
        raise NotForUsError(detail=failure.detail) from failure
    except sealing.SealedTooLargeError as failure:
        raise BundleTooLargeError(detail="sealed part") from failure
    except sealing.SealBrokenError as failure:
        raise BundleContentError(detail=failure.detail) from failure


def _purposed(purpose: str, manifest: bytes) -> bytes:
    return purpose.encode("ascii") + b"\0" + manifest
