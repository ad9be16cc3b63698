"""Roles: what each person of one organisation may do in its workspace; one frozen table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from app.i18n import N_


class Verb(Enum):
    """Something that not everybody may do."""

    WRITE = "write"
    COMMENT = "comment"
    APPROVE = "approve"
    READ_SENSITIVE = "read_sensitive"
    """Be one of those for whom sensitive notes are sealed."""
    TEAM = "team"
    ORGANISATION = "organisation"
    BACKUPS = "backups"
    CALLS = "calls"


EDITOR = "editor"
REVIEWER = "reviewer"
FOCAL_POINT = "focal_point"
KEEPER = "keeper"
ROLES: Mapping[str, str] = MappingProxyType(
    {
        EDITOR: N_("Editor"),
        REVIEWER: N_("Reviewer"),
        FOCAL_POINT: N_("Focal point for sensitive reports"),
        KEEPER: N_("Keeper of the workspace"),
    }
)
"""Every role with its name."""
_MAY: Mapping[str, frozenset[Verb]] = MappingProxyType(
    {
        EDITOR: frozenset({Verb.WRITE, Verb.COMMENT}),
        REVIEWER: frozenset({Verb.WRITE, Verb.COMMENT, Verb.APPROVE}),
        FOCAL_POINT: frozenset({Verb.WRITE, Verb.COMMENT, Verb.READ_SENSITIVE}),
        KEEPER: frozenset(Verb),
    }
)


def may(role: str, verb: Verb) -> bool:
    """Whether this role allows this; a role that a newer program gave allows nothing but looking."""
    return verb in _MAY.get(role, frozenset())


def holders(roles: Mapping[str, str], verb: Verb) -> frozenset[str]:
    """Of people and their roles, those who may do this.

    Sensitive notes are for the focal points; the keepers read them only where there is no focal point.
    """
    if verb is Verb.READ_SENSITIVE and (points := {who for who, role in roles.items() if role == FOCAL_POINT}):
        return frozenset(points)
    return frozenset(who for who, role in roles.items() if may(role, verb))
