"""How to reach an organisation: kept in its workspace, in no submission and no file that leaves."""

from __future__ import annotations

from dataclasses import asdict

from app.domain.roles import Verb
from app.services.opening.founding import PrivateContact
from app.services.opening.workspace import Workspace
from app.storage import values

__all__ = ["PrivateContact", "keep", "kept"]
_NAME = "private contact"


def kept(workspace: Workspace) -> PrivateContact:
    """What was written down; all of it is empty before that."""
    with workspace.reading() as session:
        found = values.get(session, _NAME) or {}
    known = asdict(PrivateContact())
    return PrivateContact(**{name: str(found.get(name, "")) for name in known})


def keep(workspace: Workspace, contact: PrivateContact) -> None:
    """Keep it. Raises NotAllowedError."""
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        values.put(session, _NAME, asdict(contact))
