"""Overview: counts of this quarter and the one before, and what waits for somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.shared import Call
from app.services.keeping import recovering
from app.services.opening.workspace import Origin, Workspace
from app.services.overview import overview
from app.services.records import recording
from app.services.submitting import calls, submissions
from tests.making import NOW, PERIOD, hear_feedback, log_activity, make_call, make_workspace


def test_activities_of_this_quarter_stand_beside_those_of_the_one_before(own: Workspace) -> None:
    for start in ("2026-10", "2026-11-30", "2026-09-30", "2026-06"):
        log_activity(own, start=start)
    recording.trash(own, log_activity(own, start="2026-10"))

    seen = overview(own)
    assert (seen.activities, seen.activities_before) == (2, 1)


def test_recovery_words_are_missed_until_they_are_made_and_again_after_a_year(own: Workspace) -> None:
    assert overview(own).recovery == "missing"
    recovering.keep(own, recovering.fresh(own))
    assert overview(own).recovery == ""
    own._origin = Origin.fixed(NOW + timedelta(days=366))  # noqa: SLF001
    assert overview(own).recovery == "old"
    own.profile = replace(own.profile, id="somebody else")
    assert overview(own).recovery == ""


def test_nobody_counted_is_not_zero(own: Workspace) -> None:
    log_activity(own)
    assert overview(own).people_reached is None

    log_activity(own, reach_total=0)
    assert overview(own).people_reached == 0

    log_activity(own, reach_total=12)
    assert overview(own).people_reached == 12


def test_messages_are_counted_by_month_and_answered_ones_do_not_wait(own: Workspace) -> None:
    for month, status in (("2026-10", "new"), ("2026-10", "closed"), ("2026-05", ""), ("2026-04", "")):
        hear_feedback(own, month=month, status=status)

    seen = overview(own)
    assert (seen.feedback, seen.feedback_this_month, seen.open_loops) == (4, 2, 3)
    assert dict(seen.feedback_by_month) == {
        "2026-05": 1,
        "2026-06": 0,
        "2026-07": 0,
        "2026-08": 0,
        "2026-09": 0,
        "2026-10": 2,
    }


def test_what_is_not_complete_is_listed_oldest_first(own: Workspace) -> None:
    log_activity(own)
    first, second = log_activity(own, summary=""), log_activity(own, type="")

    assert overview(own).drafts == tuple(sorted((first, second)))


def test_the_call_that_is_due_first_waits_until_it_is_answered(own: Workspace, ministry: Workspace) -> None:
    log_activity(own)
    late, data = calls.make(ministry, Call("", "", PERIOD, due="2026-12-01"))
    calls.take(own, data)
    soon = make_call(ministry, own)
    whenever, data = calls.make(ministry, Call("", "", PERIOD))
    calls.take(own, data)

    for expected in (soon, late, whenever):
        assert overview(own).call == expected
        submissions.make(own, expected)
    assert overview(own).call is None


def test_a_call_of_ones_own_is_for_others(ministry: Workspace) -> None:
    make_call(ministry)

    assert overview(ministry).call is None


@pytest.mark.parametrize("chosen", [False, True])
def test_the_checklist_is_summed_up_only_where_something_is_asked(
    tmp_path: Path, own: Workspace, ministry: Workspace, chosen: bool
) -> None:
    if chosen:
        make_call(ministry, own)
    log_activity(own)

    seen = overview(own)
    assert bool(seen.checks) is chosen
    assert seen.checks_done <= seen.checks


def test_a_new_workspace_has_an_overview_too(tmp_path: Path) -> None:
    fresh = make_workspace(tmp_path, "New", seed=4)
    seen = overview(fresh)
    fresh.close()

    assert (seen.activities, seen.feedback, seen.drafts, seen.call, seen.people_reached) == (0, 0, (), None, None)
    assert len(seen.objectives) == 23
