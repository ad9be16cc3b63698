"""Checks: every problem at once, the same everywhere, none of them an exception."""

from __future__ import annotations

from dataclasses import replace

from app.compact import load
from app.domain.checks import check
from app.domain.problems import Level, blocking
from app.domain.records import KINDS, Activity, Assessment, Feedback, ObjectiveChoice
from app.domain.terms import When

PACK = load()
WHOLE = Activity("r", title="T", objectives=(7,), start=When(2026, 8), type="monitoring", summary="S")


def codes(record, unread=None) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in check(record, PACK, unread)}


def test_an_empty_activity_names_every_field_of_the_quick_form_at_once() -> None:
    missing = {field for field, code in codes(Activity("r")) if code == "missing"}

    assert missing == {"title", "objectives", "start", "type", "summary"}


def test_a_complete_activity_has_no_problem() -> None:
    assert check(WHOLE, PACK) == ()


def test_every_problem_of_every_kind_of_record_has_a_sentence() -> None:
    for kind in KINDS.values():
        for problem in check(kind("r"), PACK):
            assert len(problem.sentence()) > 10


def test_groups_that_exceed_the_total_block_and_a_count_without_a_method_warns() -> None:
    wrong = replace(WHOLE, reach_total=10, reach_women=8, reach_men=7)
    found = {one.code: one.level for one in check(wrong, PACK)}

    assert found["groups-exceed-total"] is Level.BLOCKING
    assert found["no-method"] is Level.WARNING


def test_a_code_or_objective_of_tomorrow_warns_and_does_not_block() -> None:
    newer = replace(WHOLE, type="a_code_of_tomorrow", objectives=(24,))

    assert {("type", "unknown-code"), ("objectives", "unknown-objective")} <= codes(newer)
    assert not blocking(check(newer, PACK))


def test_it_cannot_end_before_it_starts() -> None:
    assert ("end", "ends-before-start") in codes(replace(WHOLE, end=When(2026, 7)))


def test_text_that_cannot_be_read_is_a_problem_of_its_field() -> None:
    problem = next(one for one in check(WHOLE, PACK, {"reach_women": "eleven"}) if one.code == "unreadable")

    assert problem.field == "reach_women"
    assert "eleven" in problem.sentence()


def test_a_sensitive_report_with_a_story_blocks() -> None:
    told = Feedback("r", type="sensitive_report", paraphrase="…")

    assert ("type", "sensitive") in codes(told)


def test_own_words_without_consent_are_said_to_stay() -> None:
    assert ("own_words", "own-words-stay") in codes(Feedback("r", own_words="x", consent="C1"))
    assert ("own_words", "own-words-stay") not in codes(Feedback("r", own_words="x", consent="C3"))


def test_a_priority_is_one_two_or_three() -> None:
    assert ("priority", "priority") in codes(ObjectiveChoice("r", objective=3, priority=4))


def test_nothing_done_is_an_answer_and_silence_is_none() -> None:
    silent = Assessment("r", objective=20, period="2026-07..2026-09")

    assert blocking(check(silent, PACK))
    assert check(replace(silent, nothing_done=True), PACK) == ()
    assert check(replace(silent, value="planned"), PACK) == ()
