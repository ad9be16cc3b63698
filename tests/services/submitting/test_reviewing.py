"""Reviewing: what is still missing before a call is answered, and who answered what was found."""

from __future__ import annotations

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.domain.shared import Question, SharedChoice
from app.services.opening.workspace import Workspace
from app.services.records import objectives, recording
from app.services.submitting import checklist, reviewing
from app.services.submitting.reviewing import FindingMissingError
from tests.making import hear_feedback, log_activity, make_call

NUMBER = "Call +212 661 234567 at any hour."


def codes(own: Workspace, call) -> list[str]:
    return [point.code for point in checklist.points(own, call)]


def test_what_blocks_comes_before_what_is_advised_and_what_is_done(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own, questions=(Question("q1", "What helped?"),))
    log_activity(own, title="Hotline", summary=NUMBER, reach_total=12, reach_method="estimated")
    log_activity(own, title="Half a thought", summary="")

    points = checklist.points(own, call)
    levels = [point.level for point in points]
    assert levels == sorted(levels, key=["blocking", "warning", "done"].index)
    assert [point.code for point in points if point.level == "blocking"] == ["finding:phone"]
    assert {"draft:missing", "question"} <= {point.code for point in points if point.level == "warning"}
    assert "counted" in {point.code for point in points if point.level == "done"}
    assert any("1 of 2" in point.sentence() for point in points)


def test_letters_that_the_pages_cannot_show_are_told_before_they_are_made(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, title="Legal aid", summary="They said 한국어 and ሰላም.")

    (told,) = [point for point in checklist.points(own, call) if point.code == "letters"]
    assert told.level == "warning"
    assert "Legal aid" in told.sentence() and "한 국 어" in told.sentence() and "ሰ" not in told.sentence()


def test_an_empty_period_blocks_and_a_view_of_an_objective_is_enough(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    assert "empty" in codes(own, call)

    objectives.assess(own, 11, period=call.period, nothing_done=True)
    assert "empty" not in codes(own, call)


def test_a_chosen_objective_with_nothing_about_it_is_named_once_and_no_longer_when_done(
    own: Workspace, ministry: Workspace
) -> None:
    call = make_call(ministry, own)
    objectives.choose(own, [7, 11])
    log_activity(own, objectives="7")

    silent = [point for point in checklist.points(own, call) if point.code == "no-activity"]
    assert [dict(point.values)["number"] for point in silent] == [11]
    objectives.assess(own, 11, period=call.period, nothing_done=True)
    assert "no-activity" not in codes(own, call)


def test_a_call_about_some_objectives_is_told_of_no_other_choice(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own, objectives=(7,))
    objectives.choose(own, [7, 11])

    entries = [entry for entry in reviewing.review(own, call).entries if isinstance(entry, SharedChoice)]
    assert [entry.objective for entry in entries] == [7]


def test_an_answer_is_kept_and_an_answer_to_nothing_is_refused(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, summary=NUMBER)
    [finding] = reviewing.review(own, call).undecided

    with pytest.raises(FindingMissingError):
        reviewing.decide(own, call, "nothing", release=True)
    reviewing.decide(own, call, finding.id, release=False)
    reviewing.decide(own, call, finding.id, release=True)

    seen = reviewing.review(own, call)
    assert seen.undecided == ()
    assert [one.answer for one in seen.items[0].findings] == ["release"]


def test_of_several_answers_all_are_kept_or_none(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, summary=NUMBER)
    log_activity(own, summary="Ring 0661\u202e765432")
    seen = reviewing.review(own, call)
    [open_one] = seen.undecided
    [unreadable] = [one for one in seen.findings if one.is_unreadable]

    with pytest.raises(FindingMissingError):
        reviewing.decide_all(own, seen, {open_one.id: (True, "public"), unreadable.id: (True, "")})
    assert reviewing.review(own, call).undecided == (open_one,)
    reviewing.decide_all(own, seen, {open_one.id: (True, "public")})
    assert reviewing.review(own, call).undecided == ()


def test_a_reason_is_kept_with_the_answer_until_the_words_change(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    record = log_activity(own, summary=NUMBER)
    [finding] = reviewing.review(own, call).undecided

    with pytest.raises(FindingMissingError):
        reviewing.decide(own, call, finding.id, release=True, reason="because")
    reviewing.decide(own, call, finding.id, release=True, reason="public")
    assert [one.reason for one in reviewing.review(own, call).items[0].findings] == ["public"]
    draft = recording.open_draft(own, Activity, record)
    recording.save(own, filled(draft, {"summary": NUMBER.replace("567", "568")}))
    assert [(one.answer, one.reason) for one in reviewing.review(own, call).items[0].findings] == [("", "")]


def test_a_text_that_cannot_be_scanned_stays_whatever_anybody_decides(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, summary="Ring 0661\u202e765432", result="All went well.")

    [item] = reviewing.review(own, call, accept_findings=True).items
    [finding] = item.findings
    assert (finding.kind, finding.answer, item.entry.summary) == ("unreadable", "keep", "")
    assert item.entry.result == "All went well."
    assert "cannot be checked" in finding.sentence()
    with pytest.raises(FindingMissingError):
        reviewing.decide(own, call, finding.id, release=True)
    assert reviewing.review(own, call).items[0].entry.summary == ""


def test_looking_changes_nothing(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, summary=NUMBER)

    assert reviewing.review(own, call, accept_findings=True).undecided == ()
    assert len(reviewing.review(own, call).undecided) == 1


def test_own_words_leave_with_consent_once_a_person_has_read_them_and_not_before(
    own: Workspace, ministry: Workspace
) -> None:
    call = make_call(ministry, own)
    hear_feedback(own, consent="C3", own_words="We waited for nine days.")

    [item] = reviewing.review(own, call).items
    assert [finding.matched for finding in item.findings] == ["We waited for nine days."]
    assert item.entry.own_words == ""
    reviewing.decide(own, call, item.findings[0].id, release=True)
    assert reviewing.review(own, call).items[0].entry.own_words == "We waited for nine days."
