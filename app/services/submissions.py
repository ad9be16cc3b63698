"""Submissions: what is reviewed becomes one signed bundle, exactly kept, and a document that carries it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial

from app.domain.shared import Call, Disclosure, Submission
from app.domain.terms import When
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services import approving, enclosing, pages, published
from app.services.calls import recipient
from app.services.enclosing import Enclosed
from app.services.pages import Pages
from app.services.reviewing import review
from app.services.workspace import Workspace
from app.storage import exchange, values
from app.storage.exchange import Sent
from app.sync import bundle, second_envelope, wire
from app.sync.manifest import Purpose
from app.sync.reading import read

_HANDED = "handed over:"


class FindingsUndecidedError(GroundworkError):
    """Nothing leaves while somebody still has to look at something."""

    message = N_(
        "{count} places in the texts still wait for your answer. Look at them first, then make the submission."
    )


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


def make(
    workspace: Workspace,
    call: Call,
    *,
    seal: bool = False,
    accept_findings: bool = False,
    progress: Progress = silent,
) -> Made:
    """Make the submission for a call, keep it exactly as it is sent, and give its bundle.

    The same content as last time, sealed or not as then, gives the last one again: no revision is made for nothing.
    Raises FindingsUndecidedError, NothingToSendError, SecondPersonNeededError and FocalPointNeededError.
    """
    seen = review(workspace, call, accept_findings=accept_findings, progress=progress)
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
    if last and last.sealed == is_sealed and _content(last.submission) == _content(fresh):
        if enclosing.is_as_sent(workspace, last.id, seen.enclosed):
            return last
    return _keep(workspace, call, fresh, seen.enclosed, seal=is_sealed)


def latest(workspace: Workspace, call: Call) -> Made | None:
    """The submission sent last for a call, None before the first."""
    with workspace.reading() as session:
        found = exchange.sent(session, call.id)
    return _made(workspace, found[0]) if found else None


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


def drawn(workspace: Workspace, made: Made, language: str = "", *, progress: Progress = silent) -> Pages:
    """The document of a submission in one language, with its bundle inside."""
    from app.reports.submission import document

    whole = partial(document, made.submission, workspace.pack, language or workspace.language)
    return pages.drawn(whole, month=When.parse(made.submission.made_on), bundle=made.bundle, progress=progress)


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
    label = bundle.Label(Purpose.SUBMISSION, fresh.made_on, recipients, blob_readers=(reader,), previous=fresh.previous)
    data = bundle.write(
        label,
        wire.submission_header(fresh),
        lines=wire.entry_lines(fresh),
        keys=workspace.keys,
        blobs={second_envelope.NAME: envelope},
    )
    identity = read(data, purpose=Purpose.SUBMISSION, keys=workspace.keys).bundle_id
    now = workspace.now_ms()
    with workspace.writing() as session:
        exchange.put_sent(session, Sent(identity, call.id, fresh.revision, now, data))
        enclosing.remember(workspace, session, identity, told)
    return Made(identity, fresh, data, sealed=bool(recipients), fresh=True, made_ms=now)


def _made(workspace: Workspace, sent: Sent) -> Made:
    submission, sealed = published.contents(workspace, sent.bundle)
    return Made(sent.id, submission, sent.bundle, sealed=sealed, fresh=False, made_ms=sent.made_ms)


def _content(submission: Submission) -> tuple[object, list[bytes]]:
    """What a submission says, without its number, its chain and its month."""
    bare = replace(submission, revision=0, previous="", made_on="", languages=())
    return wire.submission_header(bare), list(wire.entry_lines(bare))
