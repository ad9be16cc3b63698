"""Calls: made once, taken as they are, found by a few letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.records import IndicatorValue
from app.domain.shared import Audience, Call, Question
from app.domain.terms import Period
from app.reports.document import Table
from app.reports.national import document
from app.services.coordinating import receipts as written
from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.opening.workspace import Workspace
from app.services.picturing import national
from app.services.submitting import calls, checklist, receipts, reviewing, revisions, submissions
from app.services.submitting.calls import CallMissingError, CallsSeveralError
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.refusals import BundleContentError, BundleDamagedError, SignatureBadError, WrongPurposeError
from tests.making import PERIOD, log_activity, make_call, make_workspace, write_down
from tests.sync.made import redated


def test_a_call_arrives_as_it_was_made(own: Workspace, ministry: Workspace) -> None:
    question = Question("q1", "What helped?", 7)
    asked = Call("", "", PERIOD, "2026-11-08", (7, 15), (question,), ("fr", "ar"), Audience.PEERS, "Third quarter")
    made, data = calls.make(ministry, asked)

    assert calls.take(own, data) == made
    assert (made.coordinator, made.signing) == ("Ministry", ministry.keys.public.signing)
    assert calls.file_of(own, made) == calls.file_of(ministry, made) == data
    assert (made.questions, made.objectives, made.audience) == ((question,), (7, 15), Audience.PEERS)


def test_taking_a_call_twice_keeps_it_once(own: Workspace, ministry: Workspace) -> None:
    call, data = calls.make(ministry, Call("", "", PERIOD))
    calls.take(own, data)
    calls.take(own, data)

    assert calls.every(own) == (call,)


def test_a_changed_call_and_a_file_that_is_none_are_refused_and_nothing_is_kept(
    own: Workspace, ministry: Workspace
) -> None:
    _call, data = calls.make(ministry, Call("", "", PERIOD))
    log_activity(ministry)
    other = submissions.make(ministry, calls.every(ministry)[0]).bundle

    with pytest.raises(SignatureBadError):
        calls.take(own, redated(data))
    with pytest.raises(BundleDamagedError):
        calls.take(own, data[:-20])
    with pytest.raises(WrongPurposeError):
        calls.take(own, other)
    assert calls.every(own) == ()


def test_a_call_answers_to_its_period_its_id_and_the_beginning_of_it(own: Workspace, ministry: Workspace) -> None:
    third = make_call(ministry, own)
    fourth, data = calls.make(ministry, Call("", "", Period.parse("2026-10..2026-12")))
    calls.take(own, data)

    assert calls.find(own, PERIOD.iso) == third
    assert calls.find(own, fourth.id[:6]) == fourth
    with pytest.raises(CallsSeveralError):
        calls.find(own)
    with pytest.raises(CallMissingError):
        calls.find(own, "2025-01..2025-03")


def test_the_only_call_needs_no_name(own: Workspace, ministry: Workspace) -> None:
    with pytest.raises(CallMissingError):
        calls.find(own)
    call = make_call(ministry, own)
    assert calls.find(own) == call


def test_a_changed_call_names_the_one_before_and_what_was_written_for_it_is_kept(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    first = make_call(ministry, own, questions=(Question("q1", "What helped?"),))
    log_activity(own, summary="Call +212 661 234567 at any hour.")
    (finding,) = reviewing.review(own, first).undecided
    reviewing.decide(own, first, finding.id, release=True)
    answered = submissions.make(own, first)
    changed, data = calls.revise(ministry, first, replace(first, due="2026-12-01", questions=()))

    assert (changed.replaces, changed.series, changed.version) == ((first.id,), first.id, 2)
    assert calls.every(own) == (first,), "it was not taken yet"
    assert calls.take(own, data) == changed
    assert revisions.changes(first, changed) == ("due", "questions")
    assert (calls.find(own), calls.find(own, PERIOD.iso), calls.find(own, first.id)) == (changed, changed, first)
    assert calls.file_of(own, first) != data, "the one before stays as it came"
    assert not submissions.is_answered(own, changed)
    assert submissions.latest(own, changed).id == answered.id
    assert reviewing.review(own, changed).undecided == (), "what was read once need not be read again"
    again = submissions.make(own, changed)
    assert (again.submission.call, again.submission.revision, again.submission.previous) == (changed.id, 2, answered.id)
    assert submissions.is_answered(own, changed)

    files = []
    for number, made in enumerate((again, answered)):
        files.append(tmp_path / f"{number}.gwb")
        files[-1].write_bytes(made.bundle)
    receiving.receive(ministry, files)
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)
    lines = {one.call: one for one in triage.inbox(ministry)}
    assert [lines[one.id].counted for one in (first, changed)] == [False, True], "both answer one call"
    triage.decide(ministry, again.id, Verdict.ACCEPTED)
    assert receipts.take(own, written.write(ministry, again.id).data).verdict is Verdict.ACCEPTED
    assert receipts.take(own, written.write(ministry, answered.id).data).receipt.fate == "replaced"


def test_only_who_made_a_call_changes_it_and_never_for_nothing(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    call = make_call(ministry, own)
    second, data = calls.revise(ministry, call, replace(call, title="Autumn"))
    third, later = calls.revise(ministry, call, replace(second, title="Autumn 2026"))
    assert third.replaces == (call.id, second.id), "the newest is what is changed"
    with pytest.raises(calls.CallUnchangedError):
        calls.revise(ministry, third, third)
    with pytest.raises(calls.CallNotOursError):
        calls.revise(own, call, replace(call, title="Mine"))
    calls.take(own, later)
    calls.take(own, data)
    assert calls.open_(own) == (third,), "an older version that comes late replaces no newer"

    forger = make_workspace(tmp_path, "Forger", coordinator=True, seed=5)
    mine = calls.make(forger, Call("", "", PERIOD))[0]
    forged = replace(mine, id="f" * 16, replaces=(call.id,))
    with pytest.raises(calls.CallNotTheirsError):
        calls.take(own, written_call(forger, forged))
    with pytest.raises(BundleContentError):
        calls.take(own, written_call(ministry, replace(third, id=call.id)))
    forger.close()
    assert len(calls.every(own)) == 3


def test_a_withdrawn_call_asks_nobody_and_what_was_sent_for_it_stays(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own)
    made = submissions.make(own, call)
    last, data = calls.withdraw(ministry, call)
    calls.take(own, data)

    assert (calls.open_(own), calls.open_(ministry)) == ((), ())
    assert revisions.changes(call, last) == ("withdrawn",)
    with pytest.raises(CallMissingError):
        calls.find(own)
    with pytest.raises(submissions.CallWithdrawnError):
        submissions.make(own, calls.find(own, last.id))
    assert submissions.latest(own, last).id == made.id
    again, _data = calls.revise(ministry, last, replace(last, due="2027-01-15"))
    assert calls.open_(ministry) == (again,), "it can be asked again"


def written_call(workspace: Workspace, call: Call) -> bytes:
    return bundle.write(bundle.Label(Purpose.CALL, "2026-10-30"), wire.call_header(call), keys=workspace.keys)


def test_indicators_that_a_call_asks_for_reach_the_report_with_their_values(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    plain = make_call(ministry)
    call = make_call(ministry, own, objectives=(15,), sections=("activity",), indicators=("10.7.1", "Desks open"))
    headers = [read(calls.file_of(ministry, one), purpose=Purpose.CALL).header for one in (plain, call)]
    assert ["indicators" in header for header in headers] == [False, True], "older calls stay as they were"
    assert calls.find(own, call.id).indicators == ("10.7.1", "Desks open")
    log_activity(own, objectives="15")

    def points() -> dict[str, str]:
        found = (one for one in checklist.points(own, call) if one.code == checklist.INDICATOR)
        return {str(dict(one.values)["code"]): one.level for one in found}

    assert points() == {"10.7.1": "warning", "Desks open": "warning"}
    about = {"code": "Desks open", "period": "2026-07..2026-09", "unit": "items", "source": "Our diary"}
    write_down(own, IndicatorValue, value="12", objectives="4", **about)
    assert points() == {"10.7.1": "warning", "Desks open": "done"}, "asked by name, whatever objective it is about"
    (tmp_path / "sent.gwb").write_bytes(submissions.make(own, call).bundle)
    receiving.receive(ministry, [tmp_path / "sent.gwb"])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)

    shown = national.edition(ministry, national.picture(ministry, PERIOD))
    assert shown.asked == ("10.7.1", "Desks open")
    report = document(shown, ministry.pack, "en", author="Ministry")
    (table,) = [one for one in report.blocks if isinstance(one, Table) and one.caption == "Values of indicators"]
    assert [(row[1], row[3]) for row in table.rows] == [("Nobody reported a value", "–"), ("Tangier Network", "12")]
    assert table.rows[0][0].startswith("10.7.1 "), "of the pack's indicators the label stands beside the code"

    fresh, _data = calls.revise(ministry, call, replace(call, indicators=("10.7.1",)))
    assert revisions.changes(call, fresh) == ("indicators",)
    assert national.edition(ministry, national.picture(ministry, PERIOD)).asked == ("10.7.1",)
