"""Standing: what counts is a function of the set of files and decisions, of nothing else."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from app.sync.standing import Held, Outcome, Verdict, outcome, standing

HELD = st.builds(
    lambda organisation, call, revision, content, sender: Held(
        organisation, call, revision, f"{organisation}{call}{revision}{content}{sender}", sender
    ),
    st.sampled_from("AB"),
    st.sampled_from(["q1", "q2"]),
    st.integers(1, 3),
    st.sampled_from("xy"),
    st.sampled_from(["key", "stranger"]),
)
TRUSTED = {"A": "key", "B": "key"}
ACCEPTED = Verdict.ACCEPTED


@given(st.lists(HELD, max_size=8), st.data(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(held: list[Held], data: st.DataObject, chance: random.Random) -> None:
    verdicts = {one.id: data.draw(st.sampled_from(list(Verdict))) for one in held}
    mixed = held + chance.choices(held, k=len(held)) if held else []
    chance.shuffle(mixed)

    assert standing(mixed, verdicts, TRUSTED) == standing(held, verdicts, TRUSTED)


@given(st.lists(HELD, max_size=8, unique_by=lambda one: one.id), st.data())
def test_nothing_counts_that_is_not_accepted_or_whose_sender_is_not_trusted(
    held: list[Held], data: st.DataObject
) -> None:
    verdicts = {one.id: data.draw(st.sampled_from(list(Verdict))) for one in held}
    counted = standing(held, verdicts, TRUSTED).counted

    assert all(verdicts[one.id] is ACCEPTED and one.sender == "key" for one in counted)
    assert len({(one.organisation, one.call) for one in counted}) == len(counted)


@given(st.lists(HELD, max_size=8, unique_by=lambda one: one.id), st.data())
def test_every_file_has_exactly_one_place(held: list[Held], data: st.DataObject) -> None:
    verdicts = {one.id: data.draw(st.sampled_from(list(Verdict))) for one in held}
    found = standing(held, verdicts, TRUSTED)
    places = [*(one.id for one in (*found.counted, *found.replaced, *found.clashes)), *found.left_out]

    assert sorted(places) == sorted(one.id for one in held)


def test_a_returned_revision_lets_the_one_before_count_again() -> None:
    first, second = Held("A", "q1", 1, "one", "key"), Held("A", "q1", 2, "two", "key")

    assert standing([first, second], {"one": ACCEPTED, "two": ACCEPTED}, TRUSTED).counted == (second,)
    assert standing([first, second], {"one": ACCEPTED, "two": Verdict.RETURNED}, TRUSTED).counted == (first,)


def test_two_different_files_with_one_number_are_a_clash_and_neither_counts() -> None:
    one, other = Held("A", "q1", 1, "one", "key"), Held("A", "q1", 1, "other", "key")
    found = standing([one, other], {"one": ACCEPTED, "other": ACCEPTED}, TRUSTED)

    assert found.counted == ()
    assert found.clashes == (one, other)


def test_what_just_came_in_is_named() -> None:
    first, second = Held("A", "q1", 1, "one", "key"), Held("A", "q1", 2, "two", "key")
    stranger = Held("A", "q1", 3, "three", "stranger")

    assert outcome(first, [], TRUSTED) is Outcome.NEW
    assert outcome(first, [first], TRUSTED) is Outcome.SAME
    assert outcome(second, [first], TRUSTED) is Outcome.REPLACES
    assert outcome(first, [second], TRUSTED) is Outcome.OLDER
    assert outcome(Held("A", "q1", 1, "other", "key"), [first], TRUSTED) is Outcome.CLASH
    assert outcome(stranger, [first], TRUSTED) is Outcome.UNKNOWN_SENDER
    assert outcome(second, [stranger], TRUSTED) is Outcome.NEW, "a stranger's file is nobody's earlier version"
