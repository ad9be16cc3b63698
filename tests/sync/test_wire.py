"""Shared records on the wire: what goes in comes out, what is foreign is refused or passed over."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared import (
    SHARED_KINDS,
    Audience,
    Call,
    Disclosure,
    FeedbackCount,
    PublicOrganisation,
    Question,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedFeedback,
    Submission,
    Unknown,
)
from app.domain.terms import AMOUNT_WITHHELD, NOT_ASKED, NOT_TOLD, WITHHELD, Amount, Count, Period, When
from app.sync import wire
from app.sync.refusals import BundleContentError

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
COUNTS = st.one_of(st.just(NOT_ASKED), st.just(WITHHELD), st.integers(0, 10**9).map(Count))
WHENS = st.none() | st.builds(When, st.integers(1970, 2099), st.integers(1, 12), st.integers(0, 28))
NUMBERS = st.sets(st.integers(1, 30), max_size=4).map(lambda found: tuple(sorted(found)))
VALUES = {
    "str": TEXTS,
    "int": st.integers(0, 23),
    "bool": st.booleans(),
    "Count": COUNTS,
    "Amount": st.sampled_from(
        [NOT_TOLD, AMOUNT_WITHHELD, Amount(Decimal("12.5")), Amount(Decimal(-3)), Amount(Decimal(0))]
    ),
    "When | None": WHENS,
    "tuple[int, ...]": NUMBERS,
    "tuple[str, ...]": st.lists(TEXTS, max_size=3).map(tuple),
}
ENTRIES = st.one_of(
    st.builds(SharedActivity, id=TEXTS, title=TEXTS, objectives=NUMBERS, start=WHENS, reach=COUNTS, reach_women=COUNTS),
    st.builds(SharedFeedback, id=TEXTS, topics=NUMBERS, month=WHENS, paraphrase=TEXTS),
    st.builds(FeedbackCount, id=TEXTS, type=TEXTS, objective=st.integers(1, 23), count=COUNTS),
    st.builds(SharedChoice, id=TEXTS, objective=st.integers(1, 23), why=TEXTS, target=WHENS),
    st.builds(SharedAssessment, id=TEXTS, objective=st.integers(1, 23), nothing_done=st.booleans(), note=TEXTS),
    *(st.builds(kind, **{one.name: VALUES[str(one.type)] for one in fields(kind)}) for kind in SHARED_KINDS.values()),
)


def submission(*entries) -> Submission:
    return Submission(
        PublicOrganisation("o", "شبكة طنجة", ("ST-CSO",), "MA", levels=("city",), web="https://o.example"),
        "call",
        Period.parse("2026-07..2026-09"),
        2,
        Disclosure(Audience.COORDINATOR, 5, 3),
        "1.0.0",
        languages=("ar",),
        previous="ab",
        made_on="2026-10",
        entries=entries,
    )


def again(given_one: Submission) -> Submission:
    header = json.loads(json.dumps(wire.submission_header(given_one)))
    return wire.read_submission(header, list(wire.entry_lines(given_one)))


@given(st.lists(ENTRIES, max_size=5, unique_by=lambda one: (one.KIND, one.id)))
def test_a_submission_comes_back_as_it_went_in(entries: list) -> None:
    ordered = sorted(entries, key=lambda one: (one.KIND, one.id))

    assert again(submission(*entries)) == submission(*ordered)


@given(st.lists(ENTRIES, max_size=5, unique_by=lambda one: (one.KIND, one.id)), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_no_byte(entries: list, chance) -> None:
    mixed = entries[:]
    chance.shuffle(mixed)

    assert list(wire.entry_lines(submission(*mixed))) == list(wire.entry_lines(submission(*entries)))


def test_zero_not_asked_and_withheld_stay_three_things() -> None:
    counts = (Count(0), NOT_ASKED, WITHHELD)
    sent = submission(*(SharedActivity(str(place), reach=count) for place, count in enumerate(counts)))

    assert tuple(entry.reach for entry in again(sent).entries) == counts


def test_fields_and_kinds_of_a_newer_program_are_named_and_the_rest_is_read() -> None:
    lines = [
        b'{"id":"1","t":"activity","f":{"title":"T","colour":"green"}}',
        b'{"id":"2","t":"something_of_tomorrow","f":{}}',
    ]
    read = wire.read_submission({**wire.submission_header(submission()), "mood": "good"}, lines)

    assert read.entries == (SharedActivity("1", title="T"),)
    assert read.unknown == (Unknown("activity", "1", ("colour",)), Unknown("something_of_tomorrow", "2"))


def test_what_a_newer_program_says_of_an_organisation_is_named_too() -> None:
    header = wire.submission_header(submission())
    header["organisation"] = {**header["organisation"], "founded": "1999", "region": "africa"}
    read = wire.read_submission(header, [])

    assert read.unknown == (Unknown(wire.ORGANISATION, "o", ("founded",)),)
    assert read.organisation.region == "africa"


@pytest.mark.parametrize(
    "line",
    [
        b'{"id":"1","t":"activity","f":{"reach":-4}}',
        b'{"id":"1","t":"activity","f":{"reach":"many"}}',
        b'{"id":"1","t":"activity","f":{"reach":90071992547409930}}',
        b'{"id":"1","t":"activity","f":{"start":"last spring"}}',
        b'{"id":"1","t":"activity","f":{"objectives":"7"}}',
        b'{"id":"1","t":"activity","f":{"title":7}}',
        b'{"id":"1","t":"activity","f":[]}',
        b'{"id":"1","t":"indicator_value","f":{"value":12.5}}',
        b'{"id":"1","t":"indicator_value","f":{"value":"many"}}',
        b'{"t":"activity","f":{}}',
        b'{"id":"1","t":"assessment","f":{"nothing_done":"yes"}}',
    ],
)
def test_a_value_of_another_shape_is_refused_not_guessed(line: bytes) -> None:
    with pytest.raises(BundleContentError):
        wire.read_submission(wire.submission_header(submission()), [line])


@pytest.mark.parametrize("missing", ["organisation", "call", "period", "revision", "disclosure", "reference"])
def test_a_header_that_does_not_say_what_it_must_is_refused(missing: str) -> None:
    header = wire.submission_header(submission())
    del header[missing]

    with pytest.raises(BundleContentError):
        wire.read_submission(header, [])


def test_a_call_comes_back_with_its_questions_and_the_key_that_signed_it() -> None:
    call = Call(
        "c",
        "Ministry",
        Period.parse("2026-07..2026-09"),
        "2026-11-08",
        (3, 7),
        (Question("4b", "How many desks?", 4),),
        ("fr", "ar"),
        Audience.PUBLIC,
        "Third quarter",
        b"k" * 32,
        "age1…",
        ("activity", "need_offer"),
        12,
    )

    assert wire.read_call(json.loads(json.dumps(wire.call_header(call))), b"k" * 32) == call
