"""What others may read of the organisation itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.shared import PublicOrganisation

ORGANISATION = (
    "id",
    "name",
    "types",
    "country",
    "description",
    "languages",
    "region",
    "levels",
    "web",
    "contact_role",
)
"""The public fields; a field that somebody adds to the organisation stays until it is added here."""
PROFILE_TEXTS = ("description", "web", "contact_role")
"""Those of them that are typed freely and may be kept here; the name is what a submission is signed with."""


def public_profile(about: Mapping[str, object], kept: Collection[str] = ()) -> PublicOrganisation:
    """The organisation as others may read it, of all that is known of it; fields named in `kept` stay here."""
    told = {name: about[name] for name in ORGANISATION if name in about and name not in kept}
    return PublicOrganisation(**told)  # type: ignore[arg-type] # fields by the table
