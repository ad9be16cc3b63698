"""Exporting: what may be read by others, by the rules of a submission, and never more than that."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from app.domain.shared import Audience, FeedbackCount, SharedActivity, SharedFeedback, Submission
from app.domain.terms import NOT_ASKED, WITHHELD, Count, Period
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.picturing import exporting
from app.services.submitting import submissions
from tests.making import PERIOD, hear_feedback, log_activity, make_call

ONCE = "counted_each_person_once"


@pytest.fixture
def counted(tmp_path: Path, own: Workspace, ministry: Workspace) -> Workspace:
    """A coordinator with one submission that counts: 18 people, and eight messages that may be told."""
    log_activity(own, reach_women=12, reach_men=6, reach_method=ONCE)
    for _message in range(8):
        hear_feedback(own)
    hand_over(own, ministry, tmp_path)
    return ministry


def hand_over(own: Workspace, ministry: Workspace, folder: Path, *, decides: bool = True) -> None:
    path = folder / "sent.gwb"
    path.write_bytes(submissions.make(own, make_call(ministry, own)).bundle)
    receiving.receive(ministry, [path])
    triage.trust_all_waiting(ministry)
    if decides:
        triage.accept_all(ministry)


def titles(found: Submission) -> list[str]:
    return [one.title for one in found.of(SharedActivity)]


def only(found: tuple[Submission, ...], kind: type) -> list:
    return list(found[0].of(kind))


def test_a_record_with_a_finding_that_nobody_answered_stays_and_is_counted_as_held_back(own: Workspace) -> None:
    log_activity(own, title="Desk")
    log_activity(own, title="Hotline", summary="Call +212 661 234567 at any hour.")
    log_activity(own, title="Unfinished", summary="")

    found = exporting.shared(own, PERIOD, Audience.COORDINATOR)

    assert titles(found) == ["Desk"]
    assert found.disclosure.records_held_back == 2


def test_who_does_not_coordinate_exports_its_own_and_nothing_is_kept_as_sent(own: Workspace) -> None:
    log_activity(own, title="Desk")

    assert [titles(one) for one in exporting.shown(own, PERIOD, Audience.PUBLIC)] == [["Desk"]]
    assert submissions.every(own) == ()


def test_a_coordinator_exports_what_counts_and_only_of_the_period(counted: Workspace) -> None:
    assert [one.organisation.name for one in exporting.shown(counted, PERIOD, Audience.COORDINATOR)] == [
        "Tangier Network"
    ]
    assert exporting.shown(counted, Period.parse("2026-08..2026-09"), Audience.COORDINATOR) == ()


def test_what_nobody_accepted_is_not_exported(tmp_path: Path, own: Workspace, ministry: Workspace) -> None:
    log_activity(own)
    hand_over(own, ministry, tmp_path, decides=False)

    assert exporting.shown(ministry, PERIOD, Audience.COORDINATOR) == ()


def test_its_own_audience_reads_a_submission_as_it_came(counted: Workspace) -> None:
    found = exporting.shown(counted, PERIOD, Audience.COORDINATOR)
    activity = only(found, SharedActivity)[0]

    assert (activity.reach, activity.reach_women, activity.reach_men) == (Count(18), Count(12), Count(6))
    assert len(only(found, SharedFeedback)) == 8
    assert [one.count for one in only(found, FeedbackCount)] == [Count(8)]


def test_a_wider_audience_reads_no_breakdown_no_message_and_no_group_under_its_own_smallest(
    counted: Workspace,
) -> None:
    found = exporting.shown(counted, PERIOD, Audience.PUBLIC)
    activity = only(found, SharedActivity)[0]

    assert activity.reach == Count(20), "in fives"
    assert (activity.reach_women, activity.reach_men, activity.reach_girls) == (WITHHELD, WITHHELD, NOT_ASKED)
    assert only(found, SharedFeedback) == []
    assert [one.count for one in only(found, FeedbackCount)] == [WITHHELD], "eight are fewer than ten"
    assert found[0].disclosure.threshold == Audience.PUBLIC.smallest


def test_the_public_reads_the_numbers_of_an_own_export_in_fives(own: Workspace) -> None:
    log_activity(own, reach_women=31, reach_men=12, reach_method="counted_attendances")
    (found,) = exporting.shown(own, PERIOD, Audience.PUBLIC)
    activity = only((found,), SharedActivity)[0]

    assert (activity.reach, activity.reach_women, activity.reach_men) == (Count(45), Count(30), Count(10))


def test_a_table_has_a_row_for_each_activity_in_the_language_asked_for(own: Workspace) -> None:
    log_activity(own, title="=Desk")
    shown = exporting.shown(own, PERIOD, Audience.COORDINATOR)

    english, french = (
        list(csv.reader(io.StringIO(exporting.as_csv(own, shown, one).decode("utf-8-sig")))) for one in ("", "fr")
    )
    assert english[1][english[0].index("Activity")] == "'=Desk", "no spreadsheet runs it as a formula"
    assert len(english) == len(french) == 2
    assert english[0] != french[0]
