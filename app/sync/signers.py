"""Who signed a bundle, told by the first key of their line: a key change gives nobody another name.

Bundles carry the key changes of their sender in their header, so that each is enough by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.sync.reading import Bundle
from app.vault.key_change import KeyChange, first_of, read

_FIELD = "key_changes"


def told(changes: Iterable[KeyChange]) -> dict[str, object]:
    """What a header says of the key changes of its sender; nothing where there were none."""
    plain = [one.as_dict() for one in changes]
    return {_FIELD: plain} if plain else {}


def changes_in(header: Mapping[str, Any]) -> tuple[tuple[KeyChange, ...], bool]:
    """The true key changes that a header names, and whether all of them are true."""
    return read(header.get(_FIELD))


def first_signer(bundle: Bundle) -> bytes:
    """The first key of the line of whoever signed this bundle; the key that signed it where there is no line."""
    changes, _all_true = changes_in(bundle.header)
    return bytes.fromhex(first_of(bundle.manifest.sender.signing.hex(), changes))
