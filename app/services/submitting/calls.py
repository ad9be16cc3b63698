"""Calls: a coordinator makes one, a local workspace takes it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.roles import Verb
from app.domain.shared import Audience, Call
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.storage import exchange
from app.storage.exchange import KeptCall
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import Bundle, read
from app.vault.identity import PublicKeys


class CallMissingError(GroundworkError):
    """No call that answers to these words."""

    message = N_("There is no call “{call}” in this workspace. Take the coordinator's call file first.")


class CallNotClearError(GroundworkError):
    """Several calls answer to these words."""

    message = N_("More than one call answers to “{call}”. Write its number in full.")


def make(workspace: Workspace, call: Call) -> tuple[Call, bytes]:
    """Keep a call of this workspace and give the file that carries it to others.

    The id, the keys and the coordinator's name are set here; everything else is the caller's.
    Raises NotAllowedError.
    """
    workspace.may(Verb.CALLS)
    whole = replace(
        call,
        id=workspace.random(8).hex(),
        coordinator=workspace.organisation.name,
        signing=workspace.keys.public.signing,
        recipient=workspace.keys.public.recipient,
    )
    label = bundle.Label(Purpose.CALL, workspace.now().strftime("%Y-%m-%d"))
    data = bundle.write(label, wire.call_header(whole), keys=workspace.keys)
    with workspace.writing() as session:
        exchange.put_call(session, KeptCall(whole.id, True, whole.period.iso, workspace.now_ms(), data))
    return whole, data


def take(workspace: Workspace, data: bytes) -> Call:
    """Keep a call that a coordinator sent; taking it twice changes nothing. Raises what is wrong with the file."""
    found = _call(read(data, purpose=Purpose.CALL))
    with workspace.writing() as session:
        exchange.put_call(session, KeptCall(found.id, False, found.period.iso, workspace.now_ms(), data))
    return found


def own(workspace: Workspace, period: Period, audience: Audience = Audience.COORDINATOR) -> Call:
    """A call to ourselves, for an organisation that has no coordinator and reports all the same."""
    return make(workspace, Call("", "", period, audience=audience))[0]


def every(workspace: Workspace) -> tuple[Call, ...]:
    """Every call, the newest first."""
    with workspace.reading() as session:
        kept = exchange.calls(session)
    return tuple(_call(read(one.bundle, purpose=Purpose.CALL)) for one in kept)


def find(workspace: Workspace, words: str = "") -> Call:
    """The call with this id, beginning of an id, or period; without words the only one there is.

    Raises CallMissingError or CallNotClearError.
    """
    found = [one for one in every(workspace) if not words or one.id.startswith(words) or one.period.iso == words]
    if not found:
        raise CallMissingError(call=words)
    if len(found) > 1:
        raise CallNotClearError(call=words)
    return found[0]


def file_of(workspace: Workspace, call: Call) -> bytes:
    """The file that carries a kept call to others, byte for byte as it was made. Raises CallMissingError."""
    with workspace.reading() as session:
        kept = exchange.call(session, call.id)
    if kept is None:
        raise CallMissingError(call=call.id)
    return kept.bundle


def recipient(call: Call) -> PublicKeys:
    """The keys of who made the call: answers are sealed for them."""
    return PublicKeys(call.signing, call.recipient)


def _call(opened: Bundle) -> Call:
    return wire.read_call(opened.header, opened.manifest.sender.signing)
