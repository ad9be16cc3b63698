"""Who works in one workspace: the profiles, their roles, and the public keys of their private areas.

All of it lies inside the encrypted workspace: without a passphrase nobody learns who works there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from app.domain import roles
from app.domain.roles import KEEPER, Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.storage import values
from app.storage.session import Session
from app.vault.identity import OrganisationKeys, PublicKeys


class NotAllowedError(GroundworkError):
    """The role of whoever is working does not go so far."""

    message = N_("Your role in this workspace does not allow this. Please ask {people}.")


class ProfileGoneError(GroundworkError):
    """The passphrase is that of somebody who no longer works here, from an old copy of the keys."""

    message = N_("Whoever had this passphrase no longer works in this workspace. Please ask its keeper.")


@dataclass(frozen=True)
class Profile:
    """The person at the keyboard; never leaves the organisation."""

    id: str
    name: str
    role: str = KEEPER
    left: bool = False
    """Whether this person works here no more; what they wrote stays, with their name."""
    language: str = ""
    """The language that the window opens in for this person; "" until they chose one."""


@dataclass(frozen=True)
class Team:
    """Everybody who works or worked in a workspace, the founder first."""

    everybody: tuple[Profile, ...]
    founder: str
    """Whose slot may still be of kind `passphrase`."""
    area_keys: Mapping[str, PublicKeys] = field(default_factory=dict)
    """Per profile the keys to seal for; those of people who left are gone."""

    @property
    def present(self) -> tuple[Profile, ...]:
        """Those who work here now."""
        return tuple(one for one in self.everybody if not one.left)

    def find(self, profile: str) -> Profile | None:
        """The profile with this id, also of somebody who left."""
        return next((one for one in self.everybody if one.id == profile), None)

    def holders(self, verb: Verb) -> frozenset[str]:
        """Ids of those who may do this."""
        return roles.holders({one.id: one.role for one in self.present}, verb)

    def with_profile(self, fresh: Profile) -> Team:
        """The team with this profile put in its place, or added at the end; who left is sealed for no more."""
        known = any(one.id == fresh.id for one in self.everybody)
        listed = tuple(fresh if one.id == fresh.id else one for one in self.everybody)
        keys = {who: keys for who, keys in self.area_keys.items() if who != fresh.id or not fresh.left}
        return replace(self, everybody=listed if known else (*listed, fresh), area_keys=keys)

    def with_keys(self, profile: str, keys: PublicKeys) -> Team:
        """The team with the keys of one private area."""
        return replace(self, area_keys={**self.area_keys, profile: keys})


def load(session: Session) -> Team:
    """The team of a workspace; one that never had a second person has its founder, who keeps it."""
    founder = values.get(session, "profile")
    listed = values.get(session, "profiles") or [{**founder, "role": KEEPER}]
    keys = values.get(session, "area_keys") or {}
    return Team(
        tuple(Profile(**one) for one in listed),
        founder["id"],
        {who: PublicKeys.from_dict(kept) for who, kept in keys.items()},
    )


def put(session: Session, team: Team) -> None:
    """Keep a team."""
    values.put(session, "profiles", [asdict(one) for one in team.everybody])
    values.put(session, "area_keys", {who: keys.as_dict() for who, keys in team.area_keys.items()})


def area_of(secret: bytes) -> OrganisationKeys | None:
    """The keys of the private area that this secret opens; None without one, as after a recovery."""
    return OrganisationKeys.from_seed(secret) if secret else None
