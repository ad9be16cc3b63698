"""What a workspace is founded with: the organisation, the first person, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from app.compact import load
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening import judging
from app.services.opening.origin import Origin
from app.services.opening.people import Profile
from app.vault import identity

SHORTEST_PASSPHRASE = 8


class WorkspaceExistsError(GroundworkError):
    """A workspace is never written over."""

    message = N_("There is a workspace at {name} already. Choose another name, or open that one.")


class PassphraseTooShortError(GroundworkError):
    """Too short to protect anybody."""

    message = N_("A passphrase needs at least {count} letters or signs. Four unrelated words are easy to remember.")


@dataclass(frozen=True)
class Organisation:
    """Who this workspace belongs to, as others may read it."""

    name: str
    types: tuple[str, ...] = ()
    country: str = ""
    """ISO 3166 two letters."""
    description: str = ""
    languages: tuple[str, ...] = ()
    id: str = ""
    region: str = ""
    """The regional review that the country belongs to."""
    levels: tuple[str, ...] = ()
    web: str = ""
    contact_role: str = ""
    """Whom to ask, as a role and never a name."""


@dataclass(frozen=True)
class PrivateContact:
    """How to reach the organisation; stays in the workspace."""

    person: str = ""
    phone: str = ""
    mail: str = ""
    address: str = ""


@dataclass(frozen=True)
class Founding:
    """What a new workspace is made of."""

    organisation: Organisation
    profile_name: str = ""
    coordinator: bool = False
    language: str = "en"
    anywhere: bool = False
    """Whether a person said that it may lie in a folder that another program copies to other computers."""


def values(founding: Founding, origin: Origin) -> Mapping[str, object]:
    """What is kept in the file of a new workspace: the organisation with its keys, and the founder."""
    named = replace(founding.organisation, id=origin.random(16).hex())
    profile = Profile(origin.random(8).hex(), founding.profile_name)
    return {
        "organisation": asdict(named),
        "profile": asdict(profile),
        "coordinator": founding.coordinator,
        "language": founding.language,
        "keys": identity.OrganisationKeys.generate(origin.random).as_dict(),
        "disclosure_secret": origin.random(32).hex(),
        "writer": origin.random(8).hex(),
        judging.NAME: judging.version(load()),
    }
