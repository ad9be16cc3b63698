"""Receiving: files that come in, in any order, any number of times; what each is, and what a coordinator decides.

A file that came in is kept byte for byte and never changed. Nothing counts before its sender's key is
trusted and a person has accepted it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.shared import Submission
from app.errors import GroundworkError
from app.i18n import N_, translation
from app.intake.carrier import PDF_LIMITS, find_bundle
from app.intake.quarantine import Quarantine
from app.progress import Progress, silent
from app.services.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import TRUST, VERDICT, Decision
from app.storage.exchange import Received
from app.sync import wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.standing import Held, Outcome, Standing, Verdict, outcome, standing
from app.vault.identity import fingerprint

__all__ = [
    "FILE_ENDINGS",
    "Arrival",
    "InboxLine",
    "Outcome",
    "Verdict",
    "accept_all",
    "arriving",
    "decide",
    "find",
    "inbox",
    "opened",
    "receive",
    "trust",
    "trust_all_waiting",
]

FILE_ENDINGS = (".pdf", ".gwb")
"""What is taken from a folder; a file chosen by itself is looked at whatever its name."""


class NotACoordinatorError(GroundworkError):
    """Only a workspace made for coordination receives submissions."""

    message = N_("This workspace does not coordinate others, so it cannot receive submissions.")


class SubmissionMissingError(GroundworkError):
    """No submission with that id."""

    message = N_("There is no submission {id} in the inbox.")


class SenderUnknownError(GroundworkError):
    """Nobody with that id or name has sent anything."""

    message = N_("Nobody called {organisation} has sent anything to this workspace.")


class FingerprintDiffersError(GroundworkError):
    """The digits compared are not those of the key that came."""

    message = N_("These digits are not those of the key that came from {organisation}. Do not trust it; call them.")


class FileUnreadableError(GroundworkError):
    """The file cannot even be read."""

    message = N_("{name} cannot be read. Is the stick still in, and may you open the file?")


@dataclass(frozen=True)
class Arrival:
    """What became of one file."""

    path: Path
    outcome: Outcome
    reason: str = ""
    """Why it was refused or must be looked at, in words."""
    submission: str = ""


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


def receive(workspace: Workspace, paths: Iterable[Path], progress: Progress = silent) -> tuple[Arrival, ...]:
    """Take files and folders into the inbox; each file has exactly one outcome, and no file stops the others."""
    return tuple(arriving(workspace, paths, progress))


def arriving(workspace: Workspace, paths: Iterable[Path], progress: Progress = silent) -> Iterator[Arrival]:
    """The same, file by file: whoever stops in between still knows what became of those before."""
    _coordinates(workspace)
    files = list(_files(paths))
    with Quarantine(PDF_LIMITS) as quarantine:
        for done, path in enumerate(files):
            progress(done, len(files))
            yield _receive_one(workspace, path, quarantine)
    progress(len(files), len(files))


def inbox(workspace: Workspace) -> tuple[InboxLine, ...]:
    """Every submission that came in, the newest first."""
    with workspace.reading() as session:
        held = exchange.received(session)
        verdicts = decisions.newest(session, VERDICT)
        trusted = _trusted(decisions.newest(session, TRUST))
        counted = {one.id for one in _standing(held, verdicts, trusted).counted}
    return tuple(_line(one, verdicts.get(one.id), trusted, counted=one.id in counted) for one in held)


def opened(workspace: Workspace, submission: str) -> Submission:
    """What a submission says. Raises SubmissionMissingError."""
    with workspace.reading() as session:
        found = exchange.received_one(session, submission)
    if found is None:
        raise SubmissionMissingError(id=submission)
    return decoded(workspace, found.bundle)


def decoded(workspace: Workspace, data: bytes) -> Submission:
    """The submission in a bundle already taken in."""
    bundle = read(data, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    return wire.read_submission(bundle.header, bundle.lines())


def decide(
    workspace: Workspace,
    submission: str,
    verdict: Verdict,
    *,
    comment: str = "",
    questions: Mapping[str, str] | None = None,
) -> None:
    """Keep a decision about a submission; an earlier one stays in the log. Raises SubmissionMissingError."""
    identity = find(workspace, submission).id
    with workspace.writing() as session:
        stamp = workspace.next_stamps(session).stamp()
        by = workspace.profile.id
        decisions.put(session, Decision(stamp, identity, VERDICT, verdict.value, comment, questions or {}, by))


def accept_all(workspace: Workspace) -> int:
    """Accept every waiting submission of a trusted sender; how many that were."""
    waiting = [one for one in inbox(workspace) if one.trusted and one.verdict is Verdict.WAITING]
    with workspace.writing() as session:
        for one in sorted(waiting, key=lambda line: line.id):
            stamp = workspace.next_stamps(session).stamp()
            by = workspace.profile.id
            decisions.put(session, Decision(stamp, one.id, VERDICT, Verdict.ACCEPTED.value, by=by))
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
        known = _trusted(decisions.newest(session, TRUST)).get(lines[0].organisation, key)
    compared = "".join(letter for letter in digits if letter.isdigit())
    right = "".join(letter for letter in lines[0].sender if letter.isdigit())
    if compared != right and (digits or known != key):
        raise FingerprintDiffersError(organisation=lines[0].name)
    with workspace.writing() as session:
        stamp = workspace.next_stamps(session).stamp()
        decisions.put(session, Decision(stamp, lines[0].organisation, TRUST, key, by=workspace.profile.id))
    return lines[0].sender


def trust_all_waiting(workspace: Workspace) -> tuple[str, ...]:
    """Trust the first key of every organisation that has none yet, unseen: for scripts only. Their names come back."""
    unknown: dict[str, InboxLine] = {}
    with workspace.reading() as session:
        known = _trusted(decisions.newest(session, TRUST))
    for line in inbox(workspace):
        if line.organisation not in known:
            unknown[line.organisation] = line
    for line in unknown.values():
        trust(workspace, line.organisation)
    return tuple(line.name for line in unknown.values())


def stands(workspace: Workspace) -> tuple[tuple[Received, ...], Standing]:
    """Everything received, and what of it counts."""
    with workspace.reading() as session:
        held = exchange.received(session)
        trusted = _trusted(decisions.newest(session, TRUST))
        return held, _standing(held, decisions.newest(session, VERDICT), trusted)


def _coordinates(workspace: Workspace) -> None:
    if not workspace.coordinator:
        raise NotACoordinatorError


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() in FILE_ENDINGS and one.is_file())
        else:
            yield path


def _receive_one(workspace: Workspace, path: Path, quarantine: Quarantine) -> Arrival:
    try:
        data = find_bundle(path.read_bytes(), quarantine=quarantine).data
        bundle = read(data, purpose=Purpose.SUBMISSION, keys=workspace.keys)
        submission = wire.read_submission(bundle.header, bundle.lines())
    except GroundworkError as failure:
        return Arrival(path, Outcome.REFUSED, failure.sentence())
    except OSError as failure:
        return Arrival(path, Outcome.REFUSED, FileUnreadableError(name=path.name, detail=str(failure.errno)).sentence())
    sender = bundle.manifest.sender.signing.hex()
    fresh = Held(submission.organisation.id, submission.call, submission.revision, bundle.bundle_id, sender)
    return _take(workspace, path, fresh, data, submission)


def _take(workspace: Workspace, path: Path, fresh: Held, data: bytes, submission: Submission) -> Arrival:
    with workspace.writing() as session:
        held = [_held(one) for one in exchange.received(session, fresh.organisation)]
        trusted = _trusted(decisions.newest(session, TRUST))
        kept = Received(
            fresh.id,
            fresh.organisation,
            submission.organisation.name,
            fresh.call,
            submission.period.iso,
            fresh.revision,
            fresh.sender,
            path.name,
            workspace.now_ms(),
            data,
        )
        exchange.put_received(session, kept)
    result = outcome(fresh, held, trusted)
    return Arrival(path, result, translation().gettext(_REASONS.get(result, "")), fresh.id)


def _held(one: Received) -> Held:
    return Held(one.organisation, one.call, one.revision, one.id, one.sender)


def _trusted(found: Mapping[str, Decision]) -> dict[str, str]:
    return {organisation: decision.answer for organisation, decision in found.items()}


def _standing(held: Iterable[Received], verdicts: Mapping[str, Decision], trusted: Mapping[str, str]) -> Standing:
    answers = {submission: Verdict(decision.answer) for submission, decision in verdicts.items()}
    return standing([_held(one) for one in held], answers, trusted)


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


_REASONS = {
    Outcome.SAME: N_("This submission is here already; nothing was changed."),
    Outcome.UNKNOWN_SENDER: N_("Nobody has confirmed the key of this sender yet. Compare its digits by telephone."),
    Outcome.CLASH: N_("There is another submission with the same number and different content. A person must look."),
    Outcome.OLDER: N_("A newer version of this submission is here already."),
}
