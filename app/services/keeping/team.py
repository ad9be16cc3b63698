"""The team: who works in this workspace, added, renamed, given another role or passphrase, and let go by a keeper.

Whoever's passphrase opens the workspace is who works; nobody is chosen from a list, so the lock tells no names.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import KINDS, WRITER
from app.domain.roles import KEEPER, ROLES, Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening import people
from app.services.opening.people import Profile
from app.services.opening.workspace import SHORTEST_PASSPHRASE, PassphraseTooShortError, Workspace
from app.services.records import recording
from app.vault import slots
from app.vault.cost import Cost
from app.vault.slots import WrongPassphraseError

__all__ = [
    "LastKeeperError",
    "NameMissingError",
    "Profile",
    "ProfileMissingError",
    "RoleUnknownError",
    "add",
    "change_passphrase",
    "find",
    "next_language",
    "profiles",
    "remove",
    "rename",
    "set_role",
    "speak",
]


class LastKeeperError(GroundworkError):
    """Without a keeper nobody could manage the workspace again."""

    message = N_("{person} is the only keeper of this workspace. Make somebody else a keeper first.")


class ProfileMissingError(GroundworkError):
    """Nobody, or more than one person, answers to that name or id."""

    message = N_("Nobody called {person} works in this workspace. Write the name as the list shows it.")


class NameMissingError(GroundworkError):
    """Two people without names cannot be told apart."""

    message = N_("Please write a name that nobody else in this workspace has. It never leaves this workspace.")


class RoleUnknownError(GroundworkError):
    """Not a role of the table."""

    message = N_("“{role}” is not a role. There are: {known}.")


class NoPassphraseUsedError(GroundworkError):
    """The workspace was opened without a passphrase, as by a recovery."""

    message = N_("This needs your own passphrase. Please lock the workspace and open it with your passphrase.")


def profiles(workspace: Workspace) -> tuple[Profile, ...]:
    """Who works here now, the founder first."""
    return workspace.team.present


def find(workspace: Workspace, words: str) -> Profile:
    """Who works here with this id, or this name. Raises ProfileMissingError."""
    found = [one for one in workspace.team.present if one.id == words or one.name.casefold() == words.casefold()]
    if len(found) != 1:
        raise ProfileMissingError(person=words)
    return found[0]


def add(workspace: Workspace, name: str, role: str, *, passphrase: str, cost: Cost | None = None) -> Profile:
    """A further person, with a passphrase and a private area of their own; sensitive notes follow the focal point.

    Raises NotAllowedError, NameMissingError, RoleUnknownError, PassphraseTooShortError, PassphraseTakenError.
    """
    workspace.may(Verb.TEAM)
    if workspace.opened is None:
        raise NoPassphraseUsedError
    fresh = Profile(workspace.random(8).hex(), _free_name(workspace, name), _known(role))
    _refuse_short(passphrase)
    opened = slots.add(workspace.path, workspace.opened.key, passphrase, profile=fresh.id, cost=cost)
    area = people.area_of(opened.secret)
    with workspace.writing() as session:
        team = workspace.team.with_profile(fresh)
        workspace.take_team(session, team.with_keys(fresh.id, area.public) if area else team)
    _hand_over_notes(workspace)
    return fresh


def rename(workspace: Workspace, profile: str, name: str) -> Profile:
    """Another name for a person: one's own, or by a keeper anybody's. Raises as `add`."""
    if profile != workspace.profile.id:
        workspace.may(Verb.TEAM)
    found = find(workspace, profile)
    return _put(workspace, replace(found, name=_free_name(workspace, name, besides=profile)))


def speak(workspace: Workspace, language: str) -> None:
    """Keep the language that whoever is working works in; no notice follows."""
    with workspace.noting() as session:
        workspace.take_team(session, workspace.team.with_profile(replace(workspace.profile, language=language)))


def next_language(workspace: Workspace) -> str:
    """The language of whoever may come next, where all the others work in the same one; else ""."""
    others = {one.language for one in workspace.team.present if one.id != workspace.profile.id}
    return others.pop() if len(others) == 1 else ""


def set_role(workspace: Workspace, profile: str, role: str) -> Profile:
    """Another role for a person; the last keeper stays one. Raises NotAllowedError and LastKeeperError."""
    workspace.may(Verb.TEAM)
    found = find(workspace, profile)
    if _known(role) != KEEPER:
        _refuse_last_keeper(workspace, found)
    changed = _put(workspace, replace(found, role=role))
    _hand_over_notes(workspace)
    return changed


def remove(workspace: Workspace, profile: str) -> Profile:
    """Let a person go: their passphrase opens no more, their private area stays closed, their records stay.

    Raises NotAllowedError and LastKeeperError.
    """
    workspace.may(Verb.TEAM)
    found = find(workspace, profile)
    _refuse_last_keeper(workspace, found)
    if workspace.opened is None:
        raise NoPassphraseUsedError
    gone = _put(workspace, replace(found, left=True))
    is_founder = found.id == workspace.team.founder
    slots.remove(workspace.path, workspace.opened.key, found.id, is_founder=is_founder)
    return gone


def change_passphrase(workspace: Workspace, old: str, *, new: str, cost: Cost | None = None) -> None:
    """Another passphrase for whoever is working; their private area stays theirs.

    Raises WrongPassphraseError for one that is not theirs, PassphraseTooShortError and PassphraseTakenError.
    """
    _refuse_short(new)
    whose = slots.open_slot(workspace.path, old).profile or workspace.team.founder
    if whose != workspace.profile.id:
        raise WrongPassphraseError
    slots.change_passphrase(workspace.path, old, new=new, profile=whose, cost=cost)


def _put(workspace: Workspace, changed: Profile) -> Profile:
    with workspace.writing() as session:
        workspace.take_team(session, workspace.team.with_profile(changed))
    return changed


def _hand_over_notes(workspace: Workspace) -> None:
    """Seal what whoever is working can read of the notes for focal points again, for those who are it now."""
    for kind in KINDS.values():
        if kind.SEALED_FOR not in ("", WRITER):
            recording.seal_again(workspace, kind)


def _known(role: str) -> str:
    if role not in ROLES:
        raise RoleUnknownError(role=role, known=", ".join(ROLES))
    return role


def _free_name(workspace: Workspace, name: str, *, besides: str = "") -> str:
    wanted = " ".join(name.split())
    taken = {one.name.casefold() for one in workspace.team.present if one.id != besides}
    if not wanted or wanted.casefold() in taken:
        raise NameMissingError
    return wanted


def _refuse_short(passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShortError(count=SHORTEST_PASSPHRASE)


def _refuse_last_keeper(workspace: Workspace, profile: Profile) -> None:
    keepers = {one.id for one in workspace.team.present if one.role == KEEPER}
    if keepers == {profile.id}:
        raise LastKeeperError(person=profile.name)
