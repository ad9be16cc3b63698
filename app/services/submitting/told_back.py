"""Told back: what became of every entry of ours at its reader, at the submission and at the record it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.records import Record
from app.domain.shared import Receipt, SharedEntry
from app.services.opening.workspace import Workspace
from app.services.submitting import calls, passing, receipts, submissions


@dataclass(frozen=True)
class Became:
    """What became of one entry, as a signed receipt says."""

    reader: str
    """Who read it, as their receipt says."""
    read_on: str
    """The day of the decision, as ISO text."""
    fate: str
    """A code of `Wording.fate`."""
    comment: str = ""
    """What the reader said about the whole submission: the reason, where it is not used."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """Field to the question about it."""
    entry: SharedEntry | None = None
    """As it was sent; None where only the record is known."""
    kind: str = ""
    """The kind of the record it was made of; "" for totals, choices and own views, and for what is gone."""
    record: str = ""


def of_submission(workspace: Workspace, submission: str) -> tuple[Became, ...]:
    """What became of each entry of a submission, in the order in which it was sent; nothing before a receipt came.

    Raises SubmissionMissingError.
    """
    made = submissions.find(workspace, submission)
    answer = receipts.every(workspace).get(made.id)
    if answer is None or answer.receipt is None:
        return ()
    receipt = answer.receipt
    named: Mapping[str, Record] = receipts.records_of(workspace, receipt.call)
    return tuple(_became(receipt, one, named.get(one.id)) for one in made.submission.entries)


def of_record(workspace: Workspace, record: str) -> tuple[Became, ...]:
    """What became of a record at each reader who has it, by the newest submission that told of it; by reader."""
    came = receipts.asked_of(workspace).values()
    readers = {one.id: one.signing.hex() for one in calls.every(workspace)} if came else {}
    found: list[Became] = []
    for receipt in came:
        name = passing.pseudonym_for(workspace, readers.get(receipt.call, ""), record)
        asked = _asked(receipt, name)
        if name in receipt.fates or asked:
            found.append(Became(receipt.reader, receipt.read_on, receipt.fate_of(name), receipt.comment, asked))
    return tuple(sorted(found, key=lambda one: (one.reader, one.read_on, one.fate)))


def _became(receipt: Receipt, entry: SharedEntry, record: Record | None) -> Became:
    kind, identity = (type(record).KIND, record.id) if record else ("", "")
    fate, asked = receipt.fate_of(entry.id), _asked(receipt, entry.id)
    return Became(receipt.reader, receipt.read_on, fate, receipt.comment, asked, entry, kind, identity)


def _asked(receipt: Receipt, entry: str) -> dict[str, str]:
    places = ((place.partition("."), words) for place, words in receipt.questions.items())
    return {asked: words for (about, _dot, asked), words in places if about == entry}
