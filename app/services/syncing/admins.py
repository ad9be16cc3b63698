"""Which laptops may admit and revoke others: made an admin's by an admin, and an ordinary one again."""

from __future__ import annotations

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.services.syncing import devices, joining, spaces
from app.services.syncing.devices import DeviceLine, DeviceMissingError
from app.services.syncing.spaces import Signing, Space
from app.storage import key_entries
from app.storage.session import Session
from app.sync.space.entry import Kind, Said
from app.sync.space.membership import Device


class NoAdminLeftError(GroundworkError):
    """Then nobody could admit or revoke a laptop any more."""

    message = N_("This is the only laptop that may admit others. Let another one do so first.")


def promote(workspace: Workspace, fingerprint: str) -> DeviceLine:
    """Let a laptop admit and revoke others, too. Raises NotAllowedError, NotAdminError and DeviceMissingError."""
    with workspace.writing() as session:
        space = _allowed(workspace, session)
        if not _device(space, fingerprint).is_admin:
            _say(workspace, session, space, Said(Kind.PROMOTE, subject=fingerprint))
    return devices.find(workspace, fingerprint)


def demote(workspace: Workspace, fingerprint: str) -> DeviceLine:
    """Let an admin's laptop be an ordinary one: what it said of others so far counts, what it says later does not.

    Raises NotAllowedError, NotAdminError, NoAdminLeftError and DeviceMissingError.
    """
    with workspace.writing() as session:
        space = _allowed(workspace, session)
        device = _device(space, fingerprint)
        if device.is_admin:
            if not any(one.is_admin for one in space.membership.present if one.fingerprint != fingerprint):
                raise NoAdminLeftError
            _say(workspace, session, space, _demotion(session, space, device))
    return devices.find(workspace, fingerprint)


def _demotion(session: Session, space: Space, device: Device) -> Said:
    """It ends all that made this laptop an admin as far as it is known here, and keeps what that laptop said."""
    log = spaces.read_all(space.id, key_entries.every(session).values())
    about = (one for one in log if one.said.about_whom == device.fingerprint)
    ends = frozenset(one.id for one in about if one.said.kind in (Kind.ADD, Kind.PROMOTE))
    signed = frozenset(one.id for one in log if one.signer.fingerprint == device.fingerprint)
    return Said(Kind.DEMOTE, subject=device.fingerprint, ends=ends, names=signed)


def _allowed(workspace: Workspace, session: Session) -> Space:
    workspace.may(Verb.TEAM)
    space = spaces.loaded(session)
    joining.refuse_no_admin(space)
    return space


def _say(workspace: Workspace, session: Session, space: Space, said: Said) -> None:
    spaces.say(session, space, said, Signing(space.device, spaces.day(workspace)))


def _device(space: Space, fingerprint: str) -> Device:
    found = space.membership.devices.get(fingerprint)
    if found is None or found.revoked is not None:
        raise DeviceMissingError(name=fingerprint)
    return found
