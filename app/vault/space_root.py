"""The root of a space: keys made of the recovery seed whenever the words are typed, and kept nowhere.

Its signing key says what no laptop may contradict; its age identity is the recovery key, for which the key of
every epoch is sealed.
"""

from __future__ import annotations

from app.vault.identity import OrganisationKeys

_USE = b"groundwork-space-root-v1\0"


def root_of(seed: bytes) -> OrganisationKeys:
    """The root keys of a recovery seed, always the same; they open no workspace."""
    return OrganisationKeys.from_seed(_USE + seed)
