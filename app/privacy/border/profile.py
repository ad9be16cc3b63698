"""What others may read of the organisation itself."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.shared import PublicOrganisation

ORGANISATION = ("id", "name", "types", "country", "description", "languages")
"""The public fields; a field that somebody adds to the organisation stays until it is added here."""


def public_profile(about: Mapping[str, object]) -> PublicOrganisation:
    """The organisation as others may read it, of all that is known of it."""
    return PublicOrganisation(**{name: about[name] for name in ORGANISATION if name in about})  # type: ignore[arg-type]
