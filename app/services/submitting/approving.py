"""Approving: whether a submission needs two people, and who approved exactly what would leave."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from app.domain.roles import Verb
from app.domain.shared import Call, SharedEntry
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.storage import values

_NEEDED = "second_person"


class SecondPersonNeededError(GroundworkError):
    """The workspace asks for two people, and nobody else has approved what would leave now."""

    message = N_(
        "This workspace asks for a second person. Somebody else who may approve has to read what leaves first."
    )


def needs_second(workspace: Workspace) -> bool:
    """Whether a submission leaves only after a second person approved it."""
    with workspace.reading() as session:
        return values.get(session, _NEEDED) is True


def ask_second(workspace: Workspace, *, needed: bool) -> None:
    """Keep whether a second person is needed. Raises NotAllowedError."""
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        values.put(session, _NEEDED, needed)


def approve(workspace: Workspace, call: Call, entries: Iterable[SharedEntry]) -> None:
    """Keep that whoever is working approves exactly this; it holds no longer once anything of it changes.

    Raises NotAllowedError.
    """
    workspace.may(Verb.APPROVE)
    content = _content(entries)
    with workspace.noting() as session:
        kept = values.get(session, _name(call)) or {}
        values.put(session, _name(call), {**kept, workspace.profile.id: content})


def take_back(workspace: Workspace, call: Call) -> None:
    """Forget what whoever is working approved for this call."""
    with workspace.noting() as session:
        kept = values.get(session, _name(call)) or {}
        values.put(session, _name(call), {who: content for who, content in kept.items() if who != workspace.profile.id})


def approved_by(workspace: Workspace, call: Call, entries: Iterable[SharedEntry]) -> tuple[str, ...]:
    """Ids of those who approved exactly this and may still approve."""
    content = _content(entries)
    with workspace.reading() as session:
        kept = values.get(session, _name(call)) or {}
    able = workspace.team.holders(Verb.APPROVE)
    return tuple(who for who, approved in kept.items() if approved == content and who in able)


def is_settled(workspace: Workspace, call: Call, entries: Iterable[SharedEntry]) -> bool:
    """Whether this may leave by the hand of whoever is working."""
    if not needs_second(workspace):
        return True
    return any(who != workspace.profile.id for who in approved_by(workspace, call, entries))


def refuse_alone(workspace: Workspace, call: Call, entries: Iterable[SharedEntry]) -> None:
    """Go on only if this may leave. Raises SecondPersonNeededError."""
    if not is_settled(workspace, call, entries):
        raise SecondPersonNeededError


def _name(call: Call) -> str:
    return f"approval:{call.series}"


def _content(entries: Iterable[SharedEntry]) -> str:
    """SHA-256 of what would leave: equal content in another order is equal."""
    lines = sorted(msgspec.json.encode([type(one).__name__, one], order="sorted") for one in entries)
    return hashlib.sha256(b"\n".join(lines)).hexdigest()
