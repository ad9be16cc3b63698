"""Triage: what came in, who may speak for whom, and what a coordinator decides; every decision stays in the log.

Nothing counts before its sender's key is trusted and a person has accepted it. A sender's text is never edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.shared import Submission
from app.errors import GroundworkError
from app.i18n import N_
from app.services.coordinating import asking, honouring
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import TRUST, VERDICT, Decision
from app.storage.exchange import Received
from app.storage.session import Session
from app.sync import wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.standing import Held, Standing, Verdict, standing
from app.vault.identity import fingerprint

__all__ = [
    "FingerprintDiffersError",
    "InboxLine",
    "SenderUnknownError",
    "SubmissionMissingError",
    "Verdict",
    "accept_all",
    "decide",
    "find",
    "held",
    "inbox",
    "opened",
    "stands",
    "trust",
    "trust_all_waiting",
    "trusted_keys",
]


class SubmissionMissingError(GroundworkError):
    """No submission with that id."""

    message = N_("There is no submission {id} in the inbox.")


class SenderUnknownError(GroundworkError):
    """Nobody with that id or name has sent anything."""

    message = N_("Nobody called {organisation} has sent anything to this workspace.")


class FingerprintDiffersError(GroundworkError):
    """The digits compared are not those of the key that came."""

    message = N_("These digits are not those of the key that came from {organisation}. Do not trust it; call them.")


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
    series: str = ""
    """The first version of the call that it answers."""


def inbox(workspace: Workspace) -> tuple[InboxLine, ...]:
    """Every submission that came in, the newest first."""
    with workspace.reading() as session:
        received = exchange.received(session)
        verdicts = decisions.newest(session, VERDICT)
        trusted = trusted_keys(session)
        counted = {one.id for one in _standing(session, received, verdicts, trusted).counted}
        series = exchange.series(session)
    lines = (_line(one, verdicts.get(one.id), trusted, counted=one.id in counted) for one in received)
    return tuple(replace(line, series=series.get(line.call, line.call)) for line in lines)


def opened(workspace: Workspace, submission: str) -> Submission:
    """What a submission says, without what its sender took back. Raises SubmissionMissingError."""
    with workspace.reading() as session:
        found = exchange.received_one(session, submission)
    if found is None:
        raise SubmissionMissingError(id=submission)
    return next(honouring.readings(workspace, [found]))[1]


def decide(
    workspace: Workspace,
    submission: str,
    verdict: Verdict,
    *,
    comment: str = "",
    questions: Mapping[str, str] | None = None,
) -> None:
    """Keep a decision about a submission; an earlier one stays in the log.

    A question stands at `entry.field`. Raises SubmissionMissingError or PlaceUnknownError.
    """
    identity = find(workspace, submission).id
    if questions:
        asking.refuse_unknown(_as_it_came(workspace, identity), questions)
    given = Decision("", identity, VERDICT, verdict.value, comment, questions or {})
    with workspace.writing() as session:
        _put(workspace, session, given)


def accept_all(workspace: Workspace) -> int:
    """Accept every waiting submission of a trusted sender; how many that were."""
    with workspace.reading() as session:
        verdicts = decisions.newest(session, VERDICT)
        decided = {one for one, found in verdicts.items() if found.answer != Verdict.WAITING.value}
        trusted = trusted_keys(session)
        known = (one for one in exchange.received(session) if trusted.get(one.organisation) == one.sender)
        waiting = sorted(one.id for one in known if one.id not in decided)
    with workspace.writing() as session:
        for one in waiting:
            _put(workspace, session, Decision("", one, VERDICT, Verdict.ACCEPTED.value))
    return len(waiting)


def find(workspace: Workspace, words: str) -> InboxLine:
    """The submission with this id or beginning of one. Raises SubmissionMissingError."""
    found = [one for one in inbox(workspace) if one.id.startswith(words)] if words else []
    if len(found) != 1:
        raise SubmissionMissingError(id=words)
    return found[0]


def trust(workspace: Workspace, organisation: str, digits: str = "") -> str:
    """Trust the key that came last from an organisation and is not trusted yet; its digits come back.

    The organisation is named by its id, the beginning of it, or its name.

    With `digits` they must be those of the key, however they are spaced. A key that replaces another one
    needs the digits. Raises SenderUnknownError or FingerprintDiffersError.
    """
    lines = sorted(
        (one for one in inbox(workspace) if organisation and _called(one, organisation)), key=lambda one: one.trusted
    )
    if not lines:
        raise SenderUnknownError(organisation=organisation)
    with workspace.reading() as session:
        key = next(one.sender for one in exchange.received(session) if one.id == lines[0].id)
        known = trusted_keys(session).get(lines[0].organisation, key)
    compared = "".join(letter for letter in digits if letter.isdigit())
    right = "".join(letter for letter in lines[0].sender if letter.isdigit())
    if compared != right and (digits or known != key):
        raise FingerprintDiffersError(organisation=lines[0].name)
    with workspace.writing() as session:
        _put(workspace, session, Decision("", lines[0].organisation, TRUST, key))
    return lines[0].sender


def trust_all_waiting(workspace: Workspace) -> tuple[str, ...]:
    """Trust the first key of every organisation that has none yet, unseen: for scripts only. Their names come back."""
    unknown: dict[str, list[Received]] = {}
    with workspace.reading() as session:
        known = trusted_keys(session)
        for one in exchange.received(session):
            if one.organisation not in known:
                unknown.setdefault(one.organisation, []).append(one)
    with workspace.writing() as session:
        for organisation, held in unknown.items():
            _put(workspace, session, Decision("", organisation, TRUST, held[0].sender))
    return tuple(held[-1].name for held in unknown.values())


def stands(workspace: Workspace) -> tuple[tuple[Received, ...], Standing]:
    """Everything received, and what of it counts."""
    with workspace.reading() as session:
        received = exchange.received(session)
        trusted = trusted_keys(session)
        return received, _standing(session, received, decisions.newest(session, VERDICT), trusted)


def held(one: Received, series: Mapping[str, str]) -> Held:
    """What is known of a received file without opening it; all versions of a call are one, as `series` tells."""
    return Held(one.organisation, series.get(one.call, one.call), one.revision, one.id, one.sender)


def trusted_keys(session: Session, organisation: str = "") -> dict[str, str]:
    """Organisation to the public key that may speak for it; of one organisation or of all."""
    return {one: found.answer for one, found in decisions.newest(session, TRUST, organisation).items()}


def _as_it_came(workspace: Workspace, submission: str) -> Submission:
    """With what its sender took back since: an earlier question about that is no mistake."""
    with workspace.reading() as session:
        kept = exchange.received_one(session, submission)
    assert kept is not None, "it was found just now"
    bundle = read(kept.bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    return wire.read_submission(bundle.header, bundle.lines())


def _standing(
    session: Session, received: Iterable[Received], verdicts: Mapping[str, Decision], trusted: Mapping[str, str]
) -> Standing:
    answers = {submission: Verdict(decision.answer) for submission, decision in verdicts.items()}
    series = exchange.series(session)
    return standing([held(one, series) for one in received], answers, trusted)


def _put(workspace: Workspace, session: Session, given: Decision) -> None:
    """Add a decision to the log, signed with who decides and when."""
    stamp = workspace.next_stamps(session).stamp()
    decisions.put(session, replace(given, stamp=stamp, by=workspace.profile.id))


def _called(line: InboxLine, words: str) -> bool:
    return line.organisation.startswith(words) or line.name.casefold() == words.casefold()


def _line(one: Received, verdict: Decision | None, trusted: Mapping[str, str], *, counted: bool) -> InboxLine:
    return InboxLine(
        one.id,
        one.organisation,
        one.name,
        one.call,
        one.period,
        one.revision,
        Verdict(verdict.answer) if verdict else Verdict.WAITING,
        trusted.get(one.organisation) == one.sender,
        fingerprint(bytes.fromhex(one.sender)),
        one.source,
        one.received_ms,
        verdict.comment if verdict else "",
        verdict.fields if verdict else {},
        counted,
    )
