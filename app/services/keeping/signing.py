"""Signing anew: another key signs for the organisation, and the key before says so to everybody who trusts it.

What others sealed for this organisation still opens: only the key that signs is another one.
"""

from __future__ import annotations

from app.domain.roles import Verb
from app.services.opening import own_keys
from app.services.opening.workspace import Workspace
from app.vault.identity import OrganisationKeys
from app.vault.key_change import KeyChange, sign_change


def change(workspace: Workspace) -> KeyChange:
    """Sign with a fresh key from now on; every later submission, call and receipt carries the word of the old one.

    Raises NotAllowedError.
    """
    workspace.may(Verb.TEAM)
    fresh = OrganisationKeys.generate(workspace.random)
    day = workspace.now().date().isoformat()
    said = sign_change(workspace.keys, workspace.organisation.id, fresh.public.signing, day)
    with workspace.writing() as session:
        own_keys.add(session, said, fresh.signing)
        workspace.keys = own_keys.load(session)
    return said


def changes(workspace: Workspace) -> tuple[KeyChange, ...]:
    """The changes of our own key so far, as files carry them."""
    with workspace.reading() as session:
        return own_keys.changes(session)
