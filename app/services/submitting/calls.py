"""Calls: a coordinator makes one, a local workspace takes it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.roles import Verb
from app.domain.shared import Audience, Call
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening import own_keys
from app.services.opening.workspace import Workspace
from app.services.submitting import revisions
from app.storage import exchange
from app.storage.exchange import KeptCall
from app.sync import bundle, signers, wire
from app.sync.manifest import Purpose
from app.sync.reading import Bundle, read
from app.vault.identity import PublicKeys


class CallMissingError(GroundworkError):
    """No call that answers to these words."""

    message = N_("There is no call “{call}” in this workspace. Take the coordinator's call file first.")


class CallNotClearError(GroundworkError):
    """Several calls answer to these words."""

    message = N_("More than one call answers to “{call}”. Write its number in full.")


class CallsSeveralError(CallNotClearError):
    """Several calls are open, and none was named."""

    message = N_("Several calls are open here. Say which one is meant: its number, or the beginning of it.")


class CallNotOursError(GroundworkError):
    """Only who made a call changes it."""

    message = N_("This call was made by somebody else. Only they can change or withdraw it.")


class CallNotTheirsError(GroundworkError):
    """Somebody says that they change a call of somebody else."""

    message = N_(
        "This file says that it changes a call, but {coordinator} did not sign that call. It was not taken; ask the"
        " coordinator that you know."
    )


class CallUnchangedError(GroundworkError):
    """A version for nothing would only make everybody look."""

    message = N_("Nothing of the call was changed, so there is nothing to send.")


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
        signing=workspace.keys.ours[0],
        recipient=workspace.keys.public.recipient,
        replaces=(),
        withdrawn=False,
        made_on=workspace.now().strftime("%Y-%m-%d"),
    )
    return whole, _keep(workspace, whole)


def revise(workspace: Workspace, before: Call, wanted: Call) -> tuple[Call, bytes]:
    """A later version of an own call, which asks what `wanted` asks, and its file; the one before stays as it was.

    Of `before` any version may be given: the newest is the one that is replaced. Raises NotAllowedError,
    CallNotOursError, and CallUnchangedError where it would ask for the same.
    """
    return _next(workspace, before, replace(wanted, withdrawn=False))


def withdraw(workspace: Workspace, before: Call) -> tuple[Call, bytes]:
    """The last version of an own call, which asks nobody any more, and its file. Raises what `revise` raises."""
    return _next(workspace, before, replace(newest_of(workspace, before), withdrawn=True))


def take(workspace: Workspace, data: bytes) -> Call:
    """Keep a call that a coordinator sent; taking it twice changes nothing, and an older version replaces no newer.

    Raises CallNotTheirsError where it says that it changes somebody else's, and what is wrong with the file.
    """
    found = _call(read(data, purpose=Purpose.CALL))
    if any(one.series == found.series and one.signing != found.signing for one in every(workspace)):
        raise CallNotTheirsError(coordinator=found.coordinator)
    _put(workspace, found, data, own=False)
    return found


def own(workspace: Workspace, period: Period, audience: Audience = Audience.COORDINATOR) -> Call:
    """A call to ourselves, for an organisation that has no coordinator and reports all the same."""
    return make(workspace, Call("", "", period, audience=audience))[0]


def every(workspace: Workspace) -> tuple[Call, ...]:
    """Every call, the newest first."""
    with workspace.reading() as session:
        kept = exchange.calls(session)
    return tuple(_call(read(one.bundle, purpose=Purpose.CALL)) for one in kept)


def open_(workspace: Workspace) -> tuple[Call, ...]:
    """The newest version of each call that is not withdrawn, the newest first."""
    return tuple(one for one in revisions.newest(every(workspace)) if not one.withdrawn)


def newest_of(workspace: Workspace, call: Call) -> Call:
    """The newest version that is here of a call; itself where there is no other."""
    same = [one for one in every(workspace) if (one.series, one.signing) == (call.series, call.signing)]
    return max(same, key=lambda one: (one.version, one.id), default=call)


def find(workspace: Workspace, words: str = "") -> Call:
    """The call with this id or beginning of one, else the open one of this period; without words the only open one.

    Raises CallMissingError or CallNotClearError.
    """
    found = [one for one in every(workspace) if words and one.id.startswith(words)]
    found = found or [one for one in open_(workspace) if not words or one.period.iso == words]
    if not found:
        raise CallMissingError(call=words)
    if len(found) > 1:
        raise CallNotClearError(call=words) if words else CallsSeveralError
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


def _next(workspace: Workspace, before: Call, wanted: Call) -> tuple[Call, bytes]:
    workspace.may(Verb.CALLS)
    last = newest_of(workspace, before)
    if last.signing not in workspace.keys.ours:
        raise CallNotOursError
    fresh = replace(
        wanted,
        id=workspace.random(8).hex(),
        coordinator=workspace.organisation.name,
        signing=last.signing,
        recipient=workspace.keys.public.recipient,
        replaces=(*last.replaces, last.id),
        made_on=workspace.now().strftime("%Y-%m-%d"),
    )
    if not revisions.changes(last, fresh):
        raise CallUnchangedError
    return fresh, _keep(workspace, fresh)


def _keep(workspace: Workspace, call: Call) -> bytes:
    label = bundle.Label(Purpose.CALL, call.made_on)
    with workspace.reading() as session:
        changes = signers.told(own_keys.changes(session))
    data = bundle.write(label, {**wire.call_header(call), **changes}, keys=workspace.keys)
    _put(workspace, call, data, own=True)
    return data


def _put(workspace: Workspace, call: Call, data: bytes, *, own: bool) -> None:
    with workspace.writing() as session:
        exchange.put_call(session, KeptCall(call.id, own, call.period.iso, workspace.now_ms(), data))
        exchange.put_series(session, call.id, call.series)


def _call(opened: Bundle) -> Call:
    return wire.read_call(opened.header, signers.first_signer(opened), opened.manifest.created)
