"""Answering back: every entry's fate reaches its sender, also that it counts together with somebody else's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.once import Answer
from app.services.coordinating import receipts as written
from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.opening.workspace import Workspace
from app.services.overview import overview
from app.services.picturing import answering_back, duplicates
from app.services.submitting import receipts, submissions, told_back
from app.sync import receipts as wire
from tests.making import log_activity, make_call, make_workspace


def take_in(ministry: Workspace, folder: Path, *bundles: bytes) -> None:
    for place, bundle in enumerate(bundles):
        (folder / f"{place}.gwb").write_bytes(bundle)
        receiving.receive(ministry, [folder / f"{place}.gwb"])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)


def test_each_entry_says_at_its_sender_what_became_of_it(tmp_path: Path) -> None:
    ministry = make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    own, other = make_workspace(tmp_path), make_workspace(tmp_path, "Harbour Union", seed=5)
    call = make_call(ministry, own, other)
    shared, alone = log_activity(own, title="Vaccination day"), log_activity(own, title="Desk")
    log_activity(other, title="Mobile vaccination")
    sent = {one: submissions.make(one, call) for one in (own, other)}
    take_in(ministry, tmp_path, *(made.bundle for made in sent.values()))
    folder = tmp_path / "back"
    first = {made.receipt.organisation: made for made in answering_back.hand_out(ministry, folder)}
    assert set(first[own.organisation.id].receipt.fates.values()) == {"accepted"}
    assert written.due(ministry) == ()

    told = {one.entry.title: one.identity for one in duplicates.counted(ministry)}
    duplicates.answer(ministry, told["Vaccination day"], told["Mobile vaccination"], Answer.SAME)
    assert len(written.due(ministry)) == 2, "that they count once is something new to tell"
    second = {made.receipt.organisation: made for made in answering_back.hand_out(ministry, folder, replace=True)}
    assert answering_back.hand_out(ministry, folder) == ()
    answer = receipts.take(own, second[own.organisation.id].data)
    assert answer.verdict is Verdict.ACCEPTED

    became = {one.record: one for one in told_back.of_submission(own, sent[own].id) if one.kind == "activity"}
    assert {record: one.fate for record, one in became.items()} == {shared: "linked", alone: "accepted"}
    assert b"Harbour" not in str(answer).encode(), "whose the other one is, is not told"
    (at_record,) = told_back.of_record(own, shared)
    assert (at_record.reader, at_record.fate, at_record.questions) == ("Ministry", "linked", {})
    assert told_back.of_record(own, "0" * 32) == ()
    assert {one.fate for one in answering_back.fates_of(ministry, sent[own].id).entries} == {"linked", "accepted"}

    (entry,) = (one.id for one in sent[own].submission.entries if getattr(one, "title", "") == "Desk")
    asked = {f"{entry}.summary": "Which days?"}
    triage.decide(ministry, sent[own].id, Verdict.RETURNED, comment="One thing is missing.", questions=asked)
    (third,) = answering_back.hand_out(ministry, folder, replace=True)
    receipts.take(own, third.data)
    (at_record,) = told_back.of_record(own, alone)
    assert (at_record.fate, at_record.comment) == ("returned", "One thing is missing.")
    assert at_record.questions == {"summary": "Which days?"}
    assert {one.fate for one in told_back.of_submission(own, sent[own].id)} == {"returned"}

    assert overview(own).asked == 1
    bare = replace(third.receipt, fates={}, read_on="2031-01-01")
    receipts.take(own, wire.write(bare, keys=ministry.keys, sender=own.keys.public))
    assert {one.fate for one in told_back.of_submission(own, sent[own].id)} == {"returned"}, (
        "an older program's receipt"
    )
    assert told_back.of_submission(other, sent[other].id) == ()
    for one in (ministry, own, other):
        one.close()
