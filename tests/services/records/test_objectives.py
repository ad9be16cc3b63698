"""Objectives: one choice for each on every device, and an own view for each period."""

from __future__ import annotations

from app.domain.drafts import Draft
from app.domain.records import Activity, Assessment, ObjectiveChoice
from app.services.opening.workspace import Workspace
from app.services.records import objectives, recording, versions
from app.services.records.recording import Query
from tests.making import PERIOD, hear_feedback, log_activity


def chosen(own: Workspace) -> list[tuple[int | None, int | None]]:
    return [(one.objective, one.priority) for one in objectives.choices(own)]


def test_choosing_again_changes_nothing_and_taking_back_keeps_the_history(own: Workspace) -> None:
    objectives.choose(own, [15, 3])
    objectives.choose(own, [3])
    assert chosen(own) == [(3, None), (15, None)]

    identity = objectives.choices(own)[0].id
    assert len(versions.history(own, identity)) == 1
    objectives.choose(own, [3], chosen=False)
    assert chosen(own) == [(15, None)]
    assert len(versions.history(own, identity)) == 2


def test_a_priority_is_set_kept_and_taken_away(own: Workspace) -> None:
    objectives.choose(own, [7], priority=2)
    objectives.choose(own, [7])
    assert chosen(own) == [(7, 2)]

    objectives.choose(own, [7], priority=0)
    assert chosen(own) == [(7, None)]


def test_settling_makes_exactly_these_the_chosen_ones(own: Workspace) -> None:
    objectives.choose(own, [3, 7], priority=1)
    objectives.settle(own, {7: 0, 15: 1})

    assert chosen(own) == [(7, None), (15, 1)]


def test_what_was_written_beside_a_choice_stays_when_it_is_chosen_again(own: Workspace) -> None:
    objectives.choose(own, [7])
    identity = objectives.choices(own)[0].id
    draft = recording.open_draft(own, ObjectiveChoice, identity)
    recording.save(own, Draft(ObjectiveChoice(identity, 7, True, why="Many ask."), draft.before, draft.base))

    objectives.settle(own, {7: 1})
    assert [(one.priority, one.why) for one in objectives.choices(own)] == [(1, "Many ask.")]


def test_a_view_of_a_period_is_one_record_that_is_changed(own: Workspace) -> None:
    first = objectives.assess(own, 11, period=PERIOD, value="in_progress")
    second = objectives.assess(own, 11, period=PERIOD, nothing_done=True)

    assert first == second
    assert recording.count(own, Query("assessment")) == 1
    kept = recording.open_draft(own, Assessment, first).record
    assert (kept.value, kept.nothing_done, kept.period) == ("", True, PERIOD.iso)


def test_a_draft_is_settled_on_the_record_that_its_objective_has_already(own: Workspace) -> None:
    objectives.choose(own, [7], priority=2)
    begun = Draft(ObjectiveChoice(own.new_id(), objective=7))

    found = objectives.settled(own, begun)
    assert found.record.id == objectives.choices(own)[0].id
    assert found.record.priority == 2
    other = Draft(Activity(own.new_id(), title="Desk"))
    assert objectives.settled(own, other) == other
    unsaid = Draft(Assessment(own.new_id(), objective=7))
    assert objectives.settled(own, unsaid) == unsaid, "no period, so no view of one yet"


def test_a_line_for_each_objective_tells_what_was_done_and_heard(own: Workspace) -> None:
    objectives.choose(own, [7], priority=1)
    log_activity(own, objectives="4,7")
    recording.trash(own, log_activity(own, objectives="7"))
    hear_feedback(own, topics="7,9")

    lines = {line.number: line for line in objectives.lines(own)}
    assert len(lines) == 23
    assert (lines[7].chosen, lines[7].priority, lines[7].activities, lines[7].feedback) == (True, 1, 1, 1)
    assert (lines[4].chosen, lines[4].priority, lines[4].activities, lines[4].feedback) == (False, 0, 1, 0)
    assert lines[9].feedback == 1
