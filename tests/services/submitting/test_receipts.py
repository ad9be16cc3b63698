"""Receipts: what was decided reaches the sender, proven by a signature or told in digits, and becomes tasks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.shared import Call
from app.services.coordinating import receipts as written
from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.opening.workspace import Workspace
from app.services.submitting import receipts, submissions
from app.sync import receipts as wire
from app.sync.refusals import BundleError, NotForUsError
from tests.making import log_activity, make_call, make_workspace


@pytest.fixture
def activity(own: Workspace) -> str:
    """The record that everything here is about."""
    return log_activity(own, title="Desk")


@pytest.fixture
def call(own: Workspace, ministry: Workspace, activity: str) -> Call:
    return make_call(ministry, own)


def hand_over(own: Workspace, ministry: Workspace, call: Call, folder: Path) -> str:
    made = submissions.make(own, call)
    (folder / "sent.gwb").write_bytes(made.bundle)
    receiving.receive(ministry, [folder / "sent.gwb"])
    triage.trust_all_waiting(ministry)
    return made.id


def test_an_accepted_submission_is_known_to_its_sender(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    sent = hand_over(own, ministry, call, tmp_path)
    assert written.due(ministry) == ()
    triage.decide(ministry, sent, Verdict.ACCEPTED, comment="Thank you.")
    (made,) = written.hand_out(ministry, tmp_path / "back")
    assert (tmp_path / "back" / made.file).read_bytes() == made.data
    assert b"Thank you" not in made.data
    assert "Tangier" not in made.file

    answer = receipts.take(own, made.data)

    assert (answer.verdict, answer.proven, answer.receipt.comment, answer.receipt.fate) == (
        Verdict.ACCEPTED,
        True,
        "Thank you.",
        "accepted",
    )
    assert answer.receipt.reader == "Ministry"
    assert written.due(ministry) == ()
    triage.decide(ministry, sent, Verdict.ASIDE)
    assert written.due(ministry) == (sent,), "something else was decided, so it is told again"


def test_a_question_becomes_a_task_at_the_record_until_a_newer_submission_answers_it(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call, activity: str
) -> None:
    sent = hand_over(own, ministry, call, tmp_path)
    (entry,) = (one.id for one in triage.opened(ministry, sent).entries if one.KIND == "activity")
    triage.decide(ministry, sent, Verdict.RETURNED, questions={f"{entry}.summary": "Which days?"})
    receipts.take(own, written.write(ministry, sent).data)

    (task,) = receipts.tasks(own)
    assert (task.kind, task.record, task.field, task.question) == ("activity", activity, "summary", "Which days?")

    log_activity(own, title="Another")
    submissions.make(own, call)
    assert receipts.tasks(own) == ()


def test_nobody_else_reads_it_and_nobody_else_may_have_signed_it(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    sent = hand_over(own, ministry, call, tmp_path)
    triage.decide(ministry, sent, Verdict.REJECTED)
    data = written.write(ministry, sent).data
    other = make_workspace(tmp_path, "Neighbour", seed=5)
    impostor = make_workspace(tmp_path, "Impostor", coordinator=True, seed=6)
    with pytest.raises(NotForUsError):
        receipts.take(other, data)
    receiving.receive(impostor, [tmp_path / "sent.gwb"])
    made = submissions.make(own, call)
    assert made.id == sent
    forged = written.write(ministry, sent).receipt
    signed = wire.write(forged, keys=impostor.keys, sender=own.keys.public)
    with pytest.raises(receipts.NotFromTheCoordinatorError):
        receipts.take(own, signed)
    stray = wire.write(replace(forged, organisation="0" * 32), keys=ministry.keys, sender=own.keys.public)
    with pytest.raises(receipts.NotOurSubmissionError):
        receipts.take(own, stray)
    with pytest.raises(BundleError):
        receipts.take(own, data[:-200])
    assert receipts.every(own) == {}
    for one in (other, impostor):
        one.close()


def test_an_older_receipt_changes_nothing_and_digits_never_replace_a_signed_one(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    sent = hand_over(own, ministry, call, tmp_path)
    triage.decide(ministry, sent, Verdict.ASIDE)
    digits = written.digits(ministry, sent)
    arabic = "".join(chr(ord("٠") + int(one)) if one.isdigit() else one for one in digits)
    assert receipts.hear(own, arabic).proven is False, "digits as they are said and written in any script"
    assert receipts.hear(own, digits.replace(" ", "")).proven is False
    assert receipts.every(own)[sent].verdict is Verdict.ASIDE
    first = written.write(ministry, sent)
    triage.decide(ministry, sent, Verdict.ACCEPTED)
    second = written.write(ministry, sent)
    assert first.receipt.read_on == second.receipt.read_on, "two of one day"
    assert receipts.take(own, first.data).verdict is Verdict.ASIDE
    for again in (second, first, second):
        assert receipts.take(own, again.data).verdict is Verdict.ACCEPTED
    later = replace(first.receipt, read_on="2031-01-01", verdict="a newer word")
    assert receipts.hear(own, digits).verdict is Verdict.ACCEPTED
    shown = receipts.take(own, wire.write(later, keys=ministry.keys, sender=own.keys.public))
    assert shown.verdict is Verdict.WAITING, "a word that only a newer program knows decides nothing"
    with pytest.raises(receipts.DigitsNotKnownError):
        receipts.hear(own, "1234 5678 9012")
