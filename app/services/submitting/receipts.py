"""Receipts that came back, each a signed word of who made the call, turned into tasks at our own records."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.domain.records import KINDS, Record
from app.domain.shared import Call, Receipt
from app.errors import GroundworkError
from app.folding import only_digits
from app.i18n import N_
from app.privacy import border
from app.services.opening.workspace import Workspace
from app.services.submitting import calls, passing
from app.services.submitting.calls import CallMissingError
from app.storage import exchange, records, values
from app.sync import inspecting
from app.sync import receipts as wire
from app.sync.manifest import Purpose
from app.sync.standing import Verdict

_KEPT = "receipts"
_DIGITS = 12


class NotOurSubmissionError(GroundworkError):
    """The receipt is about a submission that this workspace did not make."""

    message = N_("This receipt is about a submission that was not made in this workspace.")


class NotFromTheCoordinatorError(GroundworkError):
    """Somebody else than who made the call signed it."""

    message = N_("This receipt was not signed by whoever made the call. Nothing was taken over.")


class DigitsNotKnownError(GroundworkError):
    """The digits belong to no submission of ours, or were heard wrong."""

    message = N_("These digits belong to no submission of yours. Compare them once more, in groups of four.")


@dataclass(frozen=True)
class Answer:
    """What is known of how a submission was received."""

    submission: str
    verdict: Verdict
    proven: bool
    """Whether a signed receipt says so; else it was told over the telephone."""
    receipt: Receipt | None = None


@dataclass(frozen=True)
class Task:
    """Something that was asked about one of our records."""

    kind: str
    record: str
    field: str
    question: str
    reader: str
    submission: str


def is_one(data: bytes) -> bool:
    """Whether a file says of itself that it is a receipt; whether that is true is seen on taking it."""
    return inspecting.inspect(data).purpose == Purpose.RECEIPT


def take(workspace: Workspace, data: bytes) -> Answer:
    """Keep a receipt; an older one than that which is here changes nothing. The answer that holds comes back.

    Raises one of `app.sync.refusals`, NotOurSubmissionError or NotFromTheCoordinatorError.
    """
    receipt, signer = wire.open_(data, keys=workspace.keys)
    with workspace.reading() as session:
        sent = next((one for one in exchange.sent(session) if one.id == receipt.submission), None)
    if sent is None or receipt.organisation != workspace.organisation.id:
        raise NotOurSubmissionError
    if signer != _call(workspace, receipt.call).signing:
        raise NotFromTheCoordinatorError
    with workspace.writing() as session:
        kept: dict[str, Any] = values.get(session, _KEPT) or {}
        before = kept.get(receipt.submission, {})
        if not before.get("data") or _made(before["receipt"]) <= _made(asdict(receipt)):
            plain = {"receipt": asdict(receipt), "data": data.hex()}
            values.put(session, _KEPT, {**kept, receipt.submission: plain})
    return every(workspace)[receipt.submission]


def hear(workspace: Workspace, digits: str) -> Answer:
    """Keep what was said over the telephone, in digits of any script, unless a signed receipt is here.

    Raises DigitsNotKnownError.
    """
    heard = only_digits(digits)
    with workspace.reading() as session:
        sent = exchange.sent(session)
    known = {digits_of(one.id, verdict): (one.id, verdict) for one in sent for verdict in Verdict}
    found = next((given for said, given in known.items() if said.replace(" ", "") == heard), None)
    if found is None:
        raise DigitsNotKnownError
    submission, verdict = found
    with workspace.writing() as session:
        kept: dict[str, Any] = values.get(session, _KEPT) or {}
        if not kept.get(submission, {}).get("data"):
            values.put(session, _KEPT, {**kept, submission: {"heard": verdict.value}})
    return every(workspace)[submission]


def digits_of(submission: str, verdict: Verdict) -> str:
    """Twelve digits in groups of four that say which submission was read and what was decided.

    They are said over the telephone, so they prove nothing of who says them; a receipt file does.
    """
    number = int.from_bytes(hashlib.sha256(f"{submission} {verdict.value}".encode()).digest()[:8], "big")
    text = f"{number % 10**_DIGITS:0{_DIGITS}}"
    return " ".join(text[place : place + 4] for place in range(0, _DIGITS, 4))


def every(workspace: Workspace) -> Mapping[str, Answer]:
    """Submission to what is known of how it was received."""
    with workspace.reading() as session:
        kept: dict[str, Any] = values.get(session, _KEPT) or {}
    return {submission: _answer(submission, one) for submission, one in kept.items()}


def tasks(workspace: Workspace) -> tuple[Task, ...]:
    """What was asked about records of ours and is not answered by a newer submission, by reader and record."""
    asked = [one for one in asked_of(workspace).values() if one.questions]
    found: list[Task] = []
    for receipt in asked:
        named = records_of(workspace, receipt.call)
        for place, question in receipt.questions.items():
            entry, _dot, field_ = place.partition(".")
            record = named.get(entry)
            kind, identity = (type(record).KIND, record.id) if record else ("", "")
            found.append(Task(kind, identity, field_, question, receipt.reader, receipt.submission))
    return tuple(sorted(found, key=lambda one: (one.reader, one.kind, one.record, one.field)))


def asked_of(workspace: Workspace) -> Mapping[str, Receipt]:
    """Submission that no newer one of ours replaces to the signed receipt of its reader, where one came back."""
    came = {one: found.receipt for one, found in every(workspace).items() if found.receipt}
    newest = _newest(workspace) if came else frozenset()
    return {one: receipt for one, receipt in came.items() if one in newest}


def records_of(workspace: Workspace, call: str) -> dict[str, Record]:
    """Our records by the name under which who made this call knows them. Raises NotFromTheCoordinatorError."""
    return _records(workspace, _call(workspace, call))


def _newest(workspace: Workspace) -> frozenset[str]:
    """The submissions that no later revision of ours replaces."""
    with workspace.reading() as session:
        sent = exchange.sent_lines(session)
    last: dict[str, tuple[int, str]] = {}
    for one in sent:
        last[one.call] = max(last.get(one.call, (0, "")), (one.revision, one.id))
    return frozenset(identity for _revision, identity in last.values())


def _call(workspace: Workspace, call: str) -> Call:
    try:
        return calls.find(workspace, call)
    except CallMissingError as failure:
        raise NotFromTheCoordinatorError from failure


def _records(workspace: Workspace, call: Call) -> dict[str, Record]:
    """Our records by the name under which this reader knows them."""
    reader = call.signing.hex()
    with workspace.reading() as session:
        return {
            passing.pseudonym_for(workspace, reader, record.id): record
            for kind in sorted(set(border.TABLES) - border.SETTLED)
            for record in records.every(session, KINDS[kind])
        }


def _answer(submission: str, kept: Mapping[str, Any]) -> Answer:
    if "data" not in kept:
        return Answer(submission, Verdict(kept["heard"]), proven=False)
    plain = dict(kept["receipt"])
    receipt = Receipt(**plain)
    return Answer(submission, _verdict(receipt.verdict), proven=True, receipt=receipt)


def _made(receipt: Mapping[str, Any]) -> tuple[str, int]:
    """When a receipt was decided: its day, and the number of the decision."""
    return receipt["read_on"], receipt.get("decided", 0)


def _verdict(word: str) -> Verdict:
    """A verdict that only a newer program knows is shown as not decided."""
    return Verdict(word) if word in set(Verdict) else Verdict.WAITING
