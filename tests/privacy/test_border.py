"""The border: what may leave is written down field by field; everything else stays."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records import KINDS, Activity, Attachment, Feedback, ObjectiveChoice, SensitiveNote, rules
from app.domain.records.fields import Shape
from app.domain.shared import Audience
from app.domain.terms import Count, When
from app.places import load as load_places
from app.privacy import border
from app.privacy.border import ACTIVITY, TABLES, Leaves, Passage, share

_NO_WORDS = {
    *(Shape.WHEN, Shape.NUMBER, Shape.DECIMAL, Shape.FLAG),
    *(Shape.PLACE, Shape.OBJECTIVES, Shape.REFERENCE, Shape.REFERENCES),
}
CANARY = "canary-7f3a"
TO_COORDINATOR = Passage(Audience.COORDINATOR, lambda record: f"p-{record[::-1]}", load_places())
WHOLE = Activity("r", title="T", objectives=(7,), start=When(2026, 8, 12), type="monitoring", summary="S")


def test_every_field_that_may_leave_is_one_that_exists() -> None:
    for kind, table in TABLES.items():
        known = {rule.name for rule in rules(KINDS[kind])}
        assert set(table) <= known


@pytest.mark.parametrize("name", sorted({rule.name for rule in rules(Activity)} - set(ACTIVITY)))
def test_an_activity_field_that_is_not_on_the_list_never_leaves(name: str) -> None:
    kept = replace(WHOLE, **{name: True if name == "public_event" else CANARY})

    assert CANARY not in repr(share(kept, TO_COORDINATOR))


def test_the_list_keeps_back_the_exact_place_and_time() -> None:
    assert "exact_place" not in ACTIVITY
    assert "exact_time" not in ACTIVITY


@given(st.text(min_size=4), st.text(min_size=4))
def test_own_words_leave_only_with_consent_and_after_somebody_read_them(words: str, meaning: str) -> None:
    said = Feedback("r", type="question", topics=(4,), month=When(2026, 8, 3), own_words=words, paraphrase=meaning)
    read = replace(TO_COORDINATOR, released=frozenset({("r", "own_words")}))

    assert share(replace(said, consent=""), read) is None
    assert share(replace(said, consent="C1"), read) is None
    assert share(replace(said, consent="C2"), read).own_words == ""
    assert share(replace(said, consent="C3"), TO_COORDINATOR).own_words == ""
    assert share(replace(said, consent="C3"), read).own_words == words


@pytest.mark.parametrize("sensitivity", ["S3", "S4", "sensitive_sea_or_abuse", "urgent_danger"])
def test_sensitive_records_stay_whatever_else_is_said(sensitivity: str) -> None:
    assert share(replace(WHOLE, sensitivity=sensitivity), TO_COORDINATOR) is None
    assert share(Feedback("r", consent="C4", sensitivity=sensitivity), TO_COORDINATOR) is None
    assert share(SensitiveNote("r", type="urgent_danger"), TO_COORDINATOR) is None


def test_sensitive_reports_are_not_even_counted() -> None:
    said = [Feedback(str(n), type="sensitive_report", topics=(4,), consent="C1") for n in range(20)]
    said += [Feedback(f"s{n}", type="question", topics=(4,), sensitivity="S3", consent="C1") for n in range(20)]

    assert border.count_feedback(said, TO_COORDINATOR) == ()


def test_no_consent_keeps_even_the_number_inside_and_few_are_hidden() -> None:
    said = [
        Feedback(f"{level}{n}", type="question", topics=(4,), consent=level) for level in ("", "C0") for n in "1234567"
    ]
    assert border.count_feedback(said, TO_COORDINATOR) == ()

    said += [Feedback(str(n), type="question", topics=(4,), consent="C1") for n in range(5)]
    said += [Feedback("x", type="request", topics=(4,), consent="C2")]
    counted = {one.type: one.count for one in border.count_feedback(said, TO_COORDINATOR)}

    assert counted == {"question": Count(5), "request": Count(withheld=True)}


def test_a_day_leaves_as_its_month_unless_the_event_was_public() -> None:
    assert share(WHOLE, TO_COORDINATOR).start == When(2026, 8)
    assert share(replace(WHOLE, public_event=True), TO_COORDINATOR).start == When(2026, 8, 12)


def test_a_small_group_makes_the_place_larger_and_an_unknown_place_stays() -> None:
    gazetteer = load_places()
    district = next(one for one in gazetteer.find("Guéra", "TD") if one.level == 1)
    inner = gazetteer.children(district)[0]

    assert share(replace(WHOLE, place=inner.code, reach_total=50), TO_COORDINATOR).place == inner.code
    assert share(replace(WHOLE, place=inner.code, reach_total=6), TO_COORDINATOR).place == district.code
    assert share(replace(WHOLE, place="the blue house behind the mosque"), TO_COORDINATOR).place == ""


def test_few_people_are_withheld_and_the_public_is_told_less_than_the_coordinator() -> None:
    seven = replace(WHOLE, reach_total=7)
    public = replace(TO_COORDINATOR, audience=Audience.PUBLIC)

    assert share(seven, TO_COORDINATOR).reach == Count(7)
    assert share(seven, public).reach.withheld


def test_an_organisation_may_raise_the_threshold_and_never_lower_it() -> None:
    assert replace(TO_COORDINATOR, threshold=20).smallest == 20
    assert replace(TO_COORDINATOR, threshold=1).smallest == 5


def test_a_text_that_a_person_kept_back_leaves_empty() -> None:
    kept = replace(TO_COORDINATOR, held_back=frozenset({("r", "summary")}))

    assert share(WHOLE, kept).summary == ""
    assert share(WHOLE, kept).title == "T"


def test_whatever_may_leave_and_can_hold_words_is_looked_at() -> None:
    for kind, table in TABLES.items():
        told = {name for name, how in table.items() if how is not Leaves.OF_FILE}
        free = {rule.name for rule in rules(KINDS[kind]) if rule.name in told and rule.shape not in _NO_WORDS}
        consented = {"feedback": {"consent": "C4"}, "practice": {"contact_agreed": True}}.get(kind, {})
        assert set(border.text_fields(KINDS[kind](id="r", **consented))) == free


def test_names_that_a_person_kept_back_leave_as_none() -> None:
    kept = replace(TO_COORDINATOR, held_back=frozenset({("r", "partners")}))

    assert share(replace(WHOLE, partners=("Jane Doe",)), kept).partners == ()


def test_ids_are_those_made_for_the_recipient() -> None:
    assert share(replace(WHOLE, id="abc"), TO_COORDINATOR).id == "p-cba"


def test_an_objective_no_longer_chosen_is_not_told() -> None:
    assert share(ObjectiveChoice("r", objective=3, chosen=False), TO_COORDINATOR) is None
    assert share(ObjectiveChoice("r", objective=3, chosen=True), TO_COORDINATOR).objective == 3


def test_every_shared_value_comes_from_an_allowed_field_or_is_made_here() -> None:
    made_here = {"id", "reach"}
    shared = {one.name for one in fields(share(WHOLE, TO_COORDINATOR))}

    assert shared - made_here <= set(ACTIVITY)


def test_nothing_but_what_the_program_says_of_a_file_leaves_in_its_place() -> None:
    words = "Ring Fatouma on +212 661 234 567"
    file = Attachment("f", "The hall", about=("r",), goes_along=True, kind="picture", media="image/png", hash="0a" * 32)
    passage = replace(TO_COORDINATOR, crossing=frozenset({"r"}), released=frozenset({("f", "title")}))
    told = share(file, passage)
    assert (told.kind, told.media, told.hash) == ("picture", "image/png", "0a" * 32)

    for name in ("kind", "media", "hash"):
        assert getattr(share(replace(file, **{name: words}), passage), name) == ""
    assert share(file, replace(passage, released=frozenset())).hash == "", "nobody let it go"
    assert share(file, replace(passage, crossing=frozenset())) is None, "what it belongs to stays"
