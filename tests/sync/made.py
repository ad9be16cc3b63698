"""Bundles for tests: honest ones, and ones that an honest program would never write but a stranger can."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping

from app.sync import archive
from app.sync.bundle import Label, write
from app.sync.compression import compress
from app.sync.envelope import signature_of
from app.sync.lines import dumps_line
from app.sync.manifest import Purpose
from app.vault.identity import OrganisationKeys

SENDER = OrganisationKeys.from_seed(b"the sender in tests")
READER = OrganisationKeys.from_seed(b"the reader in tests")
STRANGER = OrganisationKeys.from_seed(b"a stranger in tests")
HEADER = {"organisation": "Maison ouverte", "period": "2026-07..2026-09", "later": {"unknown": [1, None]}}
LINES = tuple(
    dumps_line({"id": f"{number:032x}", "t": "activity", "f": {"title": f"Conseil juridique {number} — نص"}})
    for number in range(20)
)
BLOBS = {hashlib.sha256(b"a picture").hexdigest(): b"a picture"}


def made(*, purpose: Purpose = Purpose.CALL, is_sealed: bool = False) -> bytes:
    """A small honest bundle; sealed, it is for `READER`."""
    label = Label(purpose, "2026-10", recipients=(READER.public,) if is_sealed else ())
    return write(label, HEADER, lines=LINES, keys=SENDER, blobs=BLOBS)


def entries_of(data: bytes) -> dict[str, bytes]:
    """What lies in the archive, by name."""
    return {name: bytes(content) for name, content in archive.unpack(data).items()}


def outside_of(data: bytes) -> dict[str, object]:
    """manifest.json as plain values, to be changed."""
    return json.loads(entries_of(data)["manifest.json"])


def signed(
    outside: Mapping[str, object] | bytes,
    parts: Mapping[str, bytes],
    *,
    purpose: str = "call",
    by: OrganisationKeys = SENDER,
) -> bytes:
    """An archive with this manifest, whatever it says, rightly signed, and these parts."""
    text = outside if isinstance(outside, bytes) else json.dumps(outside).encode()
    return archive.pack(
        [("manifest.json", text), ("manifest.sig", signature_of(text, purpose, keys=by)), *parts.items()]
    )


def redated(data: bytes) -> bytes:
    """A whole archive in which somebody changed the date after the sender had signed it."""
    parts = entries_of(data)
    parts["manifest.json"] = parts["manifest.json"].replace(b'"created": "2026-', b'"created": "2025-')
    return archive.pack(parts.items())


def changed(data: bytes, change: Callable[[dict[str, object]], object], *, purpose: str = "call") -> bytes:
    """The same parts under a manifest that `change` was let loose on, rightly signed."""
    outside = outside_of(data)
    change(outside)
    parts = {name: content for name, content in entries_of(data).items() if not name.startswith("manifest")}
    return signed(outside, parts, purpose=purpose)


def with_content(plain: bytes, *, packed: bytes | None = None, size: int | None = None) -> bytes:
    """A call of which the one data part holds `plain`, or `packed` announced to unpack to `size`."""
    content = compress(plain) if packed is None else packed
    part = {
        "name": "data-0000",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "plain_size": len(plain) if size is None else size,
    }
    return signed({**outside_of(made()), "parts": [part]}, {"data-0000": content})
