from __future__ import annotations

from datetime import date

import pytest

from app.domain.shared import Call
from app.domain.terms import Period
from app.services.overview import Overview
from app.ui.overview.next_steps import NextSteps, days_left, next_steps
from app.ui.widgets.buttons import Button

TODAY = date(2026, 10, 30)


def _seen(**changes: object) -> Overview:
    empty = {
        "activities": 0, "activities_before": 0, "people_reached": None, "feedback": 0, "feedback_this_month": 0,
        "objectives": (), "drafts": (), "open_loops": 0, "call": None, "checks_done": 0, "checks": 0,
        "feedback_by_month": (),
    }  # fmt: skip
    return Overview(**{**empty, **changes})


def test_each_thing_that_waits_is_told_with_its_page():
    call = Call("c1", "Ministry", Period.parse("2026-07..2026-09"), due="2026-11-08")
    found = next_steps(_seen(drafts=("a", "b"), open_loops=1, call=call, checks_done=8, checks=11), TODAY)
    assert [(step.page, step.argument) for step in found] == [
        ("activities", "a"),
        ("feedback", None),
        ("submissions", "c1"),
    ]
    assert found[0].title == "2 activities are not complete"
    assert found[1].title == "1 person waits for an answer"
    assert found[2].facts == "8 of 11 checks done, 9 days left"


@pytest.mark.parametrize(("kept", "action"), [("missing", "Make them"), ("old", "Try them")])
def test_recovery_words_that_were_put_off_or_not_tried_for_a_year_are_reminded_of(kept: str, action: str):
    (step,) = next_steps(_seen(recovery=kept), TODAY)
    assert (step.page, step.argument, step.action) == ("settings", "recovery", action)


@pytest.mark.parametrize(
    ("due", "words"),
    [("", ""), ("2026-10-30", "due today"), ("2026-10-31", "1 day left"), ("2026-10-28", "2 days late")],
)
def test_the_days_left_are_said_in_words(due, words):
    assert days_left(due, TODAY) == words


def test_a_step_is_pressed_and_tells_where_to_go(qtbot, in_front):
    card = in_front(NextSteps())
    card.show_steps(next_steps(_seen(open_loops=3), TODAY))
    with qtbot.waitSignal(card.asked) as asked:
        card.findChildren(Button)[0].click()
    assert asked.args == ["feedback", None]


def test_nothing_waiting_is_said_calmly(in_front):
    card = in_front(NextSteps())
    card.show_steps(())
    assert not card.findChildren(Button)


def test_questions_that_came_back_lead_to_the_submissions() -> None:
    (step,) = next_steps(_seen(asked=2), TODAY)
    assert (step.title, step.page) == ("2 questions came back about what you sent", "submissions")
