"""From records to a signed bundle: only what may leave leaves, and it is kept exactly as it went."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared import Call, FeedbackCount, SharedActivity
from app.services.opening.workspace import Workspace
from app.services.records import objectives
from app.services.submitting import calls, checklist, reviewing, submissions
from app.services.submitting.submissions import FindingsUndecidedError, NothingToSendError
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.refusals import NotForUsError
from tests.making import PERIOD, hear_feedback, log_activity, make_call, make_workspace


@pytest.fixture
def call(ministry: Workspace, own: Workspace) -> Call:
    return make_call(ministry, own)


def test_what_is_sent_is_what_was_reviewed(own: Workspace, call: Call) -> None:
    log_activity(own, exact_place="Rue 7, third door", reach_total=46, reach_method="counted_attendances")
    reviewed = reviewing.review(own, call).entries
    made = submissions.make(own, call)

    assert set(made.submission.entries) == set(reviewed)
    assert b"third door" not in made.bundle
    opened = read(made.bundle, purpose=Purpose.SUBMISSION)
    assert b"third door" not in b"".join(opened.lines())


def test_a_record_of_another_period_a_draft_and_what_nobody_agreed_to_stay(own: Workspace, call: Call) -> None:
    log_activity(own, title="In the period")
    log_activity(own, title="Long ago", start="2025-01")
    log_activity(own, title="Unfinished", summary="")
    hear_feedback(own, consent="C1", paraphrase="Stays here")
    submission = submissions.make(own, call).submission

    assert [one.title for one in submission.of(SharedActivity)] == ["In the period"]
    assert submission.disclosure.records_held_back == 2
    assert "Stays here" not in repr(submission)


def test_a_telephone_number_stops_the_submission_until_a_person_has_decided(own: Workspace, call: Call) -> None:
    record = log_activity(own, summary="Ring the desk on +212 661 234 567.")
    with pytest.raises(FindingsUndecidedError):
        submissions.make(own, call)
    finding = reviewing.review(own, call).undecided[0]
    assert (finding.record, finding.field, finding.kind) == (record, "summary", "phone")
    assert any(point.level == "blocking" and point.record == record for point in checklist.points(own, call))

    reviewing.decide(own, call, finding.id, release=False)

    activity = next(submissions.make(own, call).submission.of(SharedActivity))
    assert activity.summary == ""
    assert activity.title == "Legal aid desk at the bus station"


@pytest.mark.parametrize("name", ["partners", "joint_id", "type", "departments", "started_by", "sdg"])
def test_a_telephone_number_is_found_in_every_field_that_can_hold_words(own: Workspace, call: Call, name: str) -> None:
    telephone = "+254 712 345678"
    log_activity(own, **{name: (telephone,) if name in ("partners", "departments", "sdg") else telephone})
    with pytest.raises(FindingsUndecidedError):
        submissions.make(own, call)
    (finding,) = reviewing.review(own, call).undecided
    assert (finding.field, finding.matched) == (name, telephone)
    reviewing.decide(own, call, finding.id, release=False)

    assert telephone not in repr(submissions.make(own, call).submission)


def test_a_decision_ends_when_the_words_change(own: Workspace, call: Call) -> None:
    from dataclasses import replace

    from app.domain.records import Activity
    from app.services.records import recording

    record = log_activity(own, summary="Ring +212 661 234 567.")
    reviewing.decide(own, call, reviewing.review(own, call).undecided[0].id, release=True)
    assert reviewing.review(own, call).undecided == ()
    draft = recording.open_draft(own, Activity, record)
    recording.save(own, replace(draft, record=replace(draft.record, summary="Ring +212 661 999 999.")))

    assert len(reviewing.review(own, call).undecided) == 1


def test_the_same_content_again_is_the_same_submission_and_a_change_is_the_next_revision(
    own: Workspace, call: Call
) -> None:
    log_activity(own)
    first = submissions.make(own, call)
    again = submissions.make(own, call)
    log_activity(own, title="Second activity")
    second = submissions.make(own, call)

    assert (again.id, again.bundle, again.fresh) == (first.id, first.bundle, False)
    assert (second.submission.revision, second.submission.previous) == (2, first.id)
    assert [one.id for one in submissions.every(own)] == [second.id, first.id]


def test_ids_that_two_recipients_get_cannot_be_joined_and_tell_the_month_alone(
    tmp_path: Path, own: Workspace, call: Call
) -> None:
    other = make_workspace(tmp_path, "Network of cities", coordinator=True, seed=5)
    record = log_activity(own)
    other_call = make_call(other, own)
    ids = {next(submissions.make(own, one).submission.of(SharedActivity)).id for one in (call, other_call)}
    other.close()

    assert len(ids) == 2
    assert all(one.startswith("202610") and record[12:] not in one for one in ids)


def test_a_sealed_submission_opens_for_its_two_ends_alone(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    log_activity(own, title="Not for the post office")
    made = submissions.make(own, call, seal=True)
    stranger = make_workspace(tmp_path, "Stranger", seed=7)

    assert b"post office" not in made.bundle
    assert read(made.bundle, purpose=Purpose.SUBMISSION, keys=ministry.keys).header["call"] == call.id
    assert submissions.latest(own, call).submission == made.submission
    with pytest.raises(NotForUsError):
        read(made.bundle, purpose=Purpose.SUBMISSION, keys=stranger.keys)
    stranger.close()


def test_nothing_written_and_nothing_done_are_told_apart(own: Workspace, call: Call) -> None:
    objectives.choose(own, [20])
    assert any(point.code == "no-activity" for point in checklist.points(own, call))
    objectives.assess(own, 20, period=PERIOD, value="not_started", nothing_done=True)

    assert not any(point.code == "no-activity" for point in checklist.points(own, call))
    assert submissions.make(own, call).submission.entries


def test_an_empty_workspace_has_nothing_to_send_and_says_so(own: Workspace, call: Call) -> None:
    with pytest.raises(NothingToSendError):
        submissions.make(own, call)


def test_few_messages_are_withheld_and_many_are_counted(own: Workspace, call: Call) -> None:
    for _number in range(5):
        hear_feedback(own, consent="C1")
        hear_feedback(own, type="suggestion", consent="C0")
    hear_feedback(own, type="request", consent="C1")
    counts = {one.type: one.count for one in submissions.make(own, call).submission.of(FeedbackCount)}

    assert counts["question"].value == 5
    assert counts["request"].withheld
    assert "suggestion" not in counts, "who did not agree is in no number"


def test_a_call_asks_for_some_objectives_and_gets_no_others(own: Workspace, ministry: Workspace) -> None:
    narrow = make_call(ministry, own, objectives=(16,))
    log_activity(own, title="Legal aid", objectives="7")
    log_activity(own, title="Language course", objectives="16")

    assert [one.title for one in submissions.make(own, narrow).submission.of(SharedActivity)] == ["Language course"]


def test_an_organisation_without_a_coordinator_reports_all_the_same(own: Workspace) -> None:
    log_activity(own)
    made = submissions.make(own, calls.own(own, PERIOD))

    assert len(made.submission.entries) == 1
