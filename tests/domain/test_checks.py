"""Checks: every problem at once, the same everywhere, none of them an exception."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.compact import load
from app.domain.checks import check
from app.domain.problems import Level, blocking
from app.domain.records import (
    KINDS,
    Activity,
    Assessment,
    Commitment,
    Consultation,
    Feedback,
    IndicatorValue,
    ObjectiveChoice,
    Partner,
    PlanItem,
    PolicyLink,
    Practice,
    Proposal,
    Record,
    Resources,
    Shape,
    flat,
    rules,
    unflat,
)
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


def test_every_kind_has_a_quick_form_of_at_most_five_fields_beside_those_that_were_there_before() -> None:
    for kind in KINDS.values():
        light = [one.name for one in rules(kind) if one.light]
        assert len(light) <= (6 if kind is Feedback else 5), kind.KIND


def test_a_reference_says_which_kinds_it_may_point_at() -> None:
    found = [one for kind in KINDS.values() for one in rules(kind) if one.shape in (Shape.REFERENCE, Shape.REFERENCES)]

    assert found
    assert all(set(one.to) <= set(KINDS) for one in found)
    anything = {kind for kind, rule_of in KINDS.items() for one in rules(rule_of) if one in found and not one.to}
    assert anything == {"review", "comment"}


def test_every_code_list_that_a_field_names_is_in_the_pack() -> None:
    assert all(len(PACK.code_list(one.codes)) for kind in KINDS.values() for one in rules(kind) if one.codes)


def test_every_record_survives_its_flat_form_digit_by_digit() -> None:
    value = IndicatorValue("r", code="10.7.3", value=Decimal("1250.50"), objectives=(8,))

    assert flat(value)["value"] == "1250.5"
    assert unflat(IndicatorValue, "r", flat(value)) == value
    assert unflat(IndicatorValue, "r", {"value": "1e9"}).value is None


PROMISE = Commitment(
    "r",
    title="A help desk in every district",
    objectives=(3,),
    description="We open a desk. " * 20,
    due=When(2027, 12),
    status="preparing",
    form="individual",
    types=("process",),
    level="municipality",
    smart_what="a",
    smart_how_much="b",
    smart_who="c",
    smart_by_when="d",
    smart_check="e",
)


@pytest.mark.parametrize(
    ("record", "field", "code", "blocks"),
    [
        (replace(PROMISE, description="Too short."), "description", "too-short", True),
        (replace(PROMISE, description="x" * 3001), "description", "too-long", True),
        (replace(PROMISE, title="A home for refugees"), "description", "about-refugees", False),
        (replace(PROMISE, smart_check=""), "smart_check", "not-smart", False),
        (replace(PROMISE, start=When(2028, 1)), "due", "ends-before-start", True),
        (replace(PROMISE, form="matching"), "matched_title", "missing", True),
        (replace(PROMISE, form="common"), "partners", "no-partners", False),
        (PlanItem("r", start=When(2027, 5), due=When(2027, 4)), "due", "ends-before-start", True),
        (Practice("r", start=When(2017, 5)), "start", "began-early", False),
        (Practice("r", status="planned"), "status", "not-done-yet", False),
        (Practice("r", title="The IOM desk"), "title", "abbreviation", False),
        (Practice("r", contact="Amina"), "contact", "contact-stays", False),
        (Practice("r", links=("example",)), "links", "web-address", False),
        (IndicatorValue("r", value=Decimal(1)), "source", "missing", True),
        (IndicatorValue("r", period="this year"), "period", "period", True),
        (IndicatorValue("r", value=Decimal(101), unit="percent"), "value", "not-a-share", False),
        (IndicatorValue("r", value=Decimal("1.5"), unit="people"), "value", "not-whole", False),
        (Resources("r", budget=Decimal(-1)), "budget", "negative", True),
        (Resources("r", of="a"), "budget", "missing", True),
        (Resources("r", budget=Decimal(1)), "currency", "missing", True),
        (Resources("r", currency="shillings"), "currency", "currency", True),
        (Resources("r", budget=Decimal(1), spent=Decimal(2)), "spent", "over-budget", False),
        (Proposal("r", agree=("A",), differ=("A",)), "agree", "two-stances", True),
        (Proposal("r"), "evidence", "no-evidence", False),
        (Consultation("r"), "number", "not-counted", False),
        (PolicyLink("r", url="our wall"), "url", "web-address", False),
        (Partner("r", name="A"), "name", "stays", False),
    ],
)
def test_what_is_odd_in_a_record_is_told_at_its_field(record: Record, field: str, code: str, blocks: bool) -> None:
    found = [one for one in check(record, PACK) if (one.field, one.code) == (field, code)]

    assert [one.level is Level.BLOCKING for one in found] == [blocks]


def test_a_promise_that_says_all_that_is_asked_has_no_problem() -> None:
    assert check(PROMISE, PACK) == ()
    assert check(PolicyLink("r", "P", "B", "national", "2", "https://example.org/plan"), PACK) == ()
