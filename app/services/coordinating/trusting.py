"""Trusting: whose key speaks for whom, compared by a person; a key that replaces another needs a reason that stays."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.errors import GroundworkError
from app.folding import only_digits
from app.i18n import N_
from app.services.coordinating import voices
from app.services.coordinating.holding import InboxLine, inbox
from app.services.coordinating.voices import STAYS, Voice
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import TRUST, Decision
from app.storage.exchange import Received
from app.storage.session import Session


class SenderUnknownError(GroundworkError):
    """Nobody with that id or name has sent anything."""

    message = N_("Nobody called {organisation} has sent anything to this workspace.")


class FingerprintDiffersError(GroundworkError):
    """The digits compared are not those of the key that came."""

    message = N_("These digits are not those of the key that came from {organisation}. Do not trust it; call them.")


class ReasonMissingError(GroundworkError):
    """A key that replaces another without the word of that one is trusted for a reason."""

    message = N_(
        "Until now {organisation} used another key, which does not vouch for this one. Write down why you trust it:"
        " it stays in the log."
    )


@dataclass(frozen=True)
class Replacing:
    """Why a key is trusted in place of another that does not vouch for it."""

    reason: str = ""
    lost: bool = False
    """Whether the key before is only lost: what was accepted under it goes on counting."""


_FOR_NO_REASON = Replacing()


def trust(workspace: Workspace, organisation: str, digits: str = "", *, replacing: Replacing = _FOR_NO_REASON) -> str:
    """Trust the key with these digits, else the one that came last and is not trusted yet; its digits come back.

    The organisation is named by its id, the beginning of it, or its name.

    With `digits` they must be those of the key, however they are spaced. A key that replaces another one needs the
    digits and a reason. Raises SenderUnknownError, FingerprintDiffersError or ReasonMissingError.
    """
    lines = sorted(
        (one for one in inbox(workspace) if organisation and _called(one, organisation)), key=lambda one: one.trusted
    )
    if not lines:
        raise SenderUnknownError(organisation=organisation)
    compared = only_digits(digits)
    line = next((one for one in lines if not one.trusted and only_digits(one.sender) == compared), lines[0])
    with workspace.reading() as session:
        key = next(one.sender for one in exchange.received(session) if one.id == line.id)
        voice = voices.voices(session, line.organisation).get(line.organisation, Voice(key))
    if compared != only_digits(line.sender) and (digits or not voice.knows(key)):
        raise FingerprintDiffersError(organisation=line.name)
    if not (voice.knows(key) or replacing.reason.strip()):
        raise ReasonMissingError(organisation=line.name)
    with workspace.writing() as session:
        _put(workspace, session, _given(line.organisation, key, voice, replacing))
    return line.sender


def trust_all_waiting(workspace: Workspace) -> tuple[str, ...]:
    """Trust the first key of every organisation that has none yet, unseen: for scripts only. Their names come back."""
    unknown: dict[str, list[Received]] = {}
    with workspace.reading() as session:
        known = voices.voices(session)
        for one in exchange.received(session):
            if one.organisation not in known:
                unknown.setdefault(one.organisation, []).append(one)
    with workspace.writing() as session:
        for organisation, held in unknown.items():
            _put(workspace, session, Decision("", organisation, TRUST, held[0].sender))
    return tuple(held[-1].name for held in unknown.values())


def _given(organisation: str, key: str, voice: Voice, replacing: Replacing) -> Decision:
    """The decision; which keys before go on counting stands in it, so that it depends on nothing that comes later."""
    goes_on = voice.knows(key) or replacing.lost
    stays = sorted((voice.before | {voice.key}) - {key}) if goes_on else []
    fields = {STAYS: " ".join(stays)} if stays else {}
    return Decision("", organisation, TRUST, key, replacing.reason.strip(), fields)


def _put(workspace: Workspace, session: Session, given: Decision) -> None:
    stamp = workspace.next_stamps(session).stamp()
    decisions.put(session, replace(given, stamp=stamp, by=workspace.profile.id))


def _called(line: InboxLine, words: str) -> bool:
    return line.organisation.startswith(words) or line.name.casefold() == words.casefold()
