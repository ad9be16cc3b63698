"""Submissions: what is reviewed becomes one signed bundle, exactly kept, and a document that carries it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from app.domain.shared import Call, Disclosure, SharedAttachment, Submission
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.opening import own_keys
from app.services.opening.workspace import Workspace
from app.services.pages import PDF, Copy, Pages
from app.services.records import attachments
from app.services.submitting import approving, enclosing, published, redrawing
from app.services.submitting.calls import recipient
from app.services.submitting.enclosing import Enclosed
from app.services.submitting.reviewing import Review, review
from app.storage import exchange, values
from app.storage.exchange import Sent
from app.sync import attached, bundle, second_envelope, signers, wire
from app.sync.manifest import Purpose
from app.sync.reading import read

_HANDED = "handed over:"


class FindingsUndecidedError(GroundworkError):
    """Nothing leaves while somebody still has to look at something."""

    message = N_(
        "{count} places in the texts still wait for your answer. Look at them first, then make the submission."
    )


class CallWithdrawnError(GroundworkError):
    """Nobody waits for an answer any more."""

    message = N_("{coordinator} withdrew this call, so nothing was made. What was sent before stays as it is.")


class NothingToSendError(GroundworkError):
    """An empty submission says nothing."""

    message = N_("There is nothing to send for {period}. Record an activity, or say that nothing was done.")


class SubmissionMissingError(GroundworkError):
    """Nothing with that id was sent from here."""

    message = N_("Nothing was sent under the id {id}.")


@dataclass(frozen=True)
class Made:
    """A submission as it goes out."""

    id: str
    submission: Submission
    bundle: bytes
    sealed: bool
    """Whether only its recipient and this organisation can open it."""
    fresh: bool
    """False if nothing had changed since the last one, which is given again."""
    made_ms: int = 0
    """When it was made; known here alone, as only the month leaves."""
    envelope_waits: bool = False
    """Whether what the office alone is told has changed since; it goes along with the next version."""


def make(
    workspace: Workspace,
    call: Call,
    *,
    seal: bool = False,
    accept_findings: bool = False,
    progress: Progress = silent,
) -> Made:
    """Make the submission for a call, keep it exactly as it is sent, and give its bundle.

    The same content as last time, sealed or not as then and under the same key, gives the last one again: no revision
    is made for nothing, and none for the second envelope alone, unless that was chosen, because the coordinator would
    see that it changed.
    Raises CallWithdrawnError, FindingsUndecidedError, NothingToSendError, SecondPersonNeededError and
    FocalPointNeededError.
    """
    return make_of(workspace, review(workspace, call, accept_findings=accept_findings, progress=progress), seal=seal)


def make_of(workspace: Workspace, seen: Review, *, seal: bool = False) -> Made:
    """`make`, of a review that was just read."""
    call = seen.call
    if call.withdrawn:
        raise CallWithdrawnError(coordinator=call.coordinator)
    if seen.undecided:
        raise FindingsUndecidedError(count=len(seen.undecided))
    if not seen.entries:
        raise NothingToSendError(period=call.period.iso)
    approving.refuse_alone(workspace, call, seen.approvable)
    enclosing.refuse_closed(seen.enclosed)
    last = latest(workspace, call)
    fresh = Submission(
        organisation=seen.organisation,
        call=call.id,
        period=call.period,
        revision=last.submission.revision + 1 if last else 1,
        disclosure=Disclosure(call.audience, seen.smallest, len(seen.held_back), seen.cost.withheld, seen.cost.numbers),
        reference=workspace.pack.version,
        languages=(workspace.language,),
        previous=last.id if last else "",
        made_on=workspace.now().strftime("%Y-%m"),
        entries=seen.entries,
    )
    is_sealed = seal and bool(call.recipient)
    if (
        last
        and last.sealed == is_sealed
        and _signs_still(workspace, last)
        and _content(last.submission) == _content(fresh)
    ):
        waits = not enclosing.is_as_sent(workspace, last.id, seen.enclosed)
        if not (waits and seen.enclosed.choice.alone):
            return replace(last, envelope_waits=waits)
    return _keep(workspace, call, fresh, seen.enclosed, seal=is_sealed)


def latest(workspace: Workspace, call: Call) -> Made | None:
    """The submission sent last for a call, whichever version of it was answered; None before the first."""
    with workspace.reading() as session:
        found = exchange.sent(session, call.series)
    return _made(workspace, found[0]) if found else None


def is_answered(workspace: Workspace, call: Call) -> bool:
    """Whether what was sent last answers this version of the call, and not an earlier one."""
    last = latest(workspace, call)
    return last is not None and last.submission.call == call.id


def every(workspace: Workspace) -> tuple[Made, ...]:
    """Everything sent, exactly as it was."""
    with workspace.reading() as session:
        return tuple(_made(workspace, one) for one in exchange.sent(session))


def find(workspace: Workspace, words: str) -> Made:
    """The submission with this id or beginning of one. Raises SubmissionMissingError."""
    found = [one for one in every(workspace) if words and one.id.startswith(words)]
    if len(found) != 1:
        raise SubmissionMissingError(id=words)
    return found[0]


def drawn(
    workspace: Workspace, made: Made, language: str = "", *, copy: Copy = PDF, progress: Progress = silent
) -> Pages:
    """The document of a submission in one language or in two (`pages.spoken`).

    As PDF it has its bundle inside, which no other form can carry.
    """
    wanted = redrawing.Wanted(language or workspace.language, copy)
    return redrawing.drawn(made.submission, made.bundle, workspace.pack, wanted, progress)


def handed_over(workspace: Workspace, made: Made, language: str) -> None:
    """Remember that the pages of a submission were given away in this language."""
    with workspace.noting() as session:
        kept = values.get(session, f"{_HANDED}{made.id}") or []
        values.put(session, f"{_HANDED}{made.id}", list(dict.fromkeys((*kept, language))))


def languages(workspace: Workspace, made: Made) -> tuple[str, ...]:
    """The languages in which the pages of a submission were given away, the first one first."""
    with workspace.reading() as session:
        return tuple(values.get(session, f"{_HANDED}{made.id}") or ())


def day_of(made: Made) -> date:
    """The day a submission was made, in the time of this computer."""
    return datetime.fromtimestamp(made.made_ms / 1000, UTC).astimezone().date()


def _keep(workspace: Workspace, call: Call, fresh: Submission, told: Enclosed, *, seal: bool) -> Made:
    recipients = (recipient(call), workspace.keys.public) if seal and call.recipient else ()
    envelope, reader = enclosing.envelope(workspace, fresh, told)
    label = bundle.Label(
        Purpose.SUBMISSION,
        fresh.made_on,
        recipients,
        blob_readers={second_envelope.NAME: (reader,)},
        previous=fresh.previous,
    )
    with workspace.reading() as session:
        changes = signers.told(own_keys.changes(session))
    data = bundle.write(
        label,
        {**wire.submission_header(fresh), **changes},
        lines=wire.entry_lines(fresh),
        keys=workspace.keys,
        blobs={second_envelope.NAME: envelope, **_attached(workspace, fresh)},
    )
    opened = read(data, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    identity, now = opened.bundle_id, workspace.now_ms()
    with workspace.writing() as session:
        exchange.put_sent(session, Sent(identity, call.series, fresh.revision, now, data))
        enclosing.remember(workspace, session, (identity, call.series), told)
    # Drawn is what the bundle says, in its order: so whoever receives it draws the same pages.
    said = wire.read_submission(opened.header, opened.lines())
    return Made(identity, said, data, sealed=bool(recipients), fresh=True, made_ms=now)


def _attached(workspace: Workspace, fresh: Submission) -> dict[str, bytes]:
    """The files that go along, by the names of their blobs. Raises AttachmentGoneError for damaged ones."""
    return {attached.name(one): attachments.read(workspace, one.hash) for one in fresh.of(SharedAttachment)}


def _signs_still(workspace: Workspace, made: Made) -> bool:
    """Whether the key that signed it signs still; a new key is something to tell."""
    outside = read(made.bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys).manifest
    return outside.sender.signing == workspace.keys.public.signing


def _made(workspace: Workspace, sent: Sent) -> Made:
    submission, sealed = published.contents(workspace, sent.bundle)
    return Made(sent.id, submission, sent.bundle, sealed=sealed, fresh=False, made_ms=sent.made_ms)


def _content(submission: Submission) -> tuple[object, list[bytes]]:
    """What a submission says, without its number, its chain and its month, and without how much stays here.

    Something more that stays is no reason for a version: it could be what the office alone is told.
    """
    disclosure = replace(submission.disclosure, records_held_back=0)
    bare = replace(submission, revision=0, previous="", made_on="", languages=(), disclosure=disclosure)
    return wire.submission_header(bare), list(wire.entry_lines(bare))
