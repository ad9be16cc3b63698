"""Holding: what came in and how each submission stands, as files, decisions and keys say now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.errors import GroundworkError
from app.i18n import N_
from app.services.coordinating import voices
from app.services.coordinating.voices import Voice
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import VERDICT, Decision
from app.storage.exchange import Received
from app.storage.session import Session
from app.sync.standing import Held, Standing, Verdict, standing
from app.vault.identity import fingerprint


class SubmissionMissingError(GroundworkError):
    """No submission with that id."""

    message = N_("There is no submission {id} in the inbox.")


class Key(StrEnum):
    """What is known of the key that signed a submission."""

    UNKNOWN = "unknown"
    COMPARED = "compared"
    """A person trusted it."""
    NAMED = "named"
    """The key before it named it, and nobody had to compare anything."""
    OLDER = "older"
    """One that the organisation used before: what was accepted counts, and what comes now is looked at."""
    TORN = "torn"
    """It named two keys that follow it: somebody has it who should not."""

    @property
    def is_trusted(self) -> bool:
        """Whether what it signed counts once it is accepted."""
        return self is not Key.UNKNOWN

    @property
    def is_in_doubt(self) -> bool:
        """Whether a person should look before accepting, and nothing is accepted together with others."""
        return self in (Key.OLDER, Key.TORN)


@dataclass(frozen=True)
class InboxLine:
    """One submission in the inbox, and how it stands."""

    id: str
    organisation: str
    name: str
    call: str
    period: str
    revision: int
    verdict: Verdict
    trusted: bool
    sender: str
    """The sender's key as digits that can be compared by telephone."""
    source: str
    received_ms: int
    comment: str = ""
    questions: Mapping[str, str] = field(default_factory=dict)
    counted: bool = False
    key: Key = Key.UNKNOWN
    """What is known of the key that signed it."""
    named_on: str = ""
    """The day on which the key before named this one; "" where a person trusted it."""
    reason: str = ""
    """Why its key was trusted in place of another, where a person did so."""
    is_replacing: bool = False
    """Whether it is unknown, and another key speaks for its organisation."""
    series: str = ""
    """The first version of the call that it answers."""


def inbox(workspace: Workspace) -> tuple[InboxLine, ...]:
    """Every submission that came in, the newest first."""
    with workspace.reading() as session:
        received = exchange.received(session)
        verdicts = decisions.newest(session, VERDICT)
        known = voices.voices(session)
        counted = {one.id for one in _standing(session, received, verdicts, known).counted}
        series = exchange.series(session)
    lines = (_line(one, verdicts.get(one.id), known, counted=one.id in counted) for one in received)
    return tuple(replace(line, series=series.get(line.call, line.call)) for line in lines)


def find(workspace: Workspace, words: str) -> InboxLine:
    """The submission with this id or beginning of one. Raises SubmissionMissingError."""
    found = [one for one in inbox(workspace) if one.id.startswith(words)] if words else []
    if len(found) != 1:
        raise SubmissionMissingError(id=words)
    return found[0]


def stands(workspace: Workspace) -> tuple[tuple[Received, ...], Standing]:
    """Everything received, and what of it counts."""
    return stands_by(workspace)[:2]


def stands_by(workspace: Workspace) -> tuple[tuple[Received, ...], Standing, dict[str, str]]:
    """The same with the key that speaks for each organisation."""
    with workspace.reading() as session:
        received = exchange.received(session)
        known = voices.voices(session)
        found = _standing(session, received, decisions.newest(session, VERDICT), known)
        return received, found, voices.keys(known)


def ready(workspace: Workspace) -> list[str]:
    """What waits of trusted senders whose key is in no doubt."""
    with workspace.reading() as session:
        verdicts = decisions.newest(session, VERDICT)
        known = voices.voices(session)
        waiting = [one for one in exchange.received(session) if _verdict(verdicts.get(one.id)) is Verdict.WAITING]
    keys = ((one.id, key_of(one.sender, known.get(one.organisation, Voice()))) for one in waiting)
    return sorted(submission for submission, key in keys if key.is_trusted and not key.is_in_doubt)


def held(one: Received, series: Mapping[str, str], known: Mapping[str, Voice]) -> Held:
    """What is known of a received file without opening it; all versions of a call are one, as `series` tells.

    All keys of one line are one sender, as `known` tells.
    """
    return Held(one.organisation, series.get(one.call, one.call), one.revision, one.id, voices.speaker(one, known))


def key_of(sender: str, voice: Voice) -> Key:
    """What is known of a key of the organisation whose voice this is."""
    if not voice.knows(sender):
        return Key.UNKNOWN
    if sender != voice.key:
        return Key.OLDER
    if voice.is_torn:
        return Key.TORN
    return Key.COMPARED if sender == voice.named else Key.NAMED


def _standing(
    session: Session, received: Iterable[Received], verdicts: Mapping[str, Decision], known: Mapping[str, Voice]
) -> Standing:
    answers = {submission: Verdict(decision.answer) for submission, decision in verdicts.items()}
    series = exchange.series(session)
    return standing([held(one, series, known) for one in received], answers, voices.keys(known))


def _verdict(given: Decision | None) -> Verdict:
    return Verdict(given.answer) if given else Verdict.WAITING


def _line(one: Received, verdict: Decision | None, known: Mapping[str, Voice], *, counted: bool) -> InboxLine:
    voice = known.get(one.organisation, Voice())
    key = key_of(one.sender, voice)
    return InboxLine(
        one.id,
        one.organisation,
        one.name,
        one.call,
        one.period,
        one.revision,
        _verdict(verdict),
        key.is_trusted,
        fingerprint(bytes.fromhex(one.sender)),
        one.source,
        one.received_ms,
        verdict.comment if verdict else "",
        verdict.fields if verdict else {},
        counted,
        key,
        voice.day if key is Key.NAMED else "",
        voice.reason if key is Key.COMPARED else "",
        not key.is_trusted and bool(voice.key),
    )
