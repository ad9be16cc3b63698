"""What is left after a clean-up shows and keeps what everything showed, whatever comes late, twice or in pieces."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain import thinning
from app.domain.fold import Operation, fold
from app.domain.operation import bare, digest, full, fuller, without
from app.domain.thinning import spent, thinned
from tests.domain.laws import delivered, exact, histories, stamp

FIRST, SECOND, LATE = (stamp(number, 0, "a" * 16) for number in (1, 2, 3))
LONG = "What was said at the bus station. " * 4


def has_twins(history: list[Operation]) -> bool:
    return len({full(one) for one in history}) > len({bare(one.stamp) for one in history})


@settings(max_examples=400)
@given(histories(), histories(), st.randoms(use_true_random=False))
def test_law_11_a_clean_up_changes_nothing_that_anybody_sees_also_with_what_arrives_late(
    history: list[Operation], late: list[Operation], chance: Random
) -> None:
    thinning.WORTH, before = 0, thinning.WORTH
    try:
        settled = {full(one) for one in history if chance.random() < 0.8}
        gone = spent(history, lambda one: full(one) in settled)
    finally:
        thinning.WORTH = before
    left = [thinned(one, gone) for one in history]
    assert exact(fold(left)) == exact(fold(history))
    assert all(full(one) in settled for one, less in zip(history, left, strict=True) if less.cleaned)
    stamps = {bare(one.stamp) for one in history}
    arriving = [one for one in late if bare(one.stamp) not in stamps]
    arriving += [one for one in history if chance.random() < 0.3]  # old copies, from a stick
    everything = [one for part in delivered([*left, *arriving], chance) for one in part]
    assert exact(fold(everything)) == exact(fold([*history, *arriving]))
    again = [one for one in everything for _copy in range(2)]
    assert exact(fold(again[::-1])) == exact(fold(everything))


@settings(max_examples=100)
@given(histories(), st.randoms(use_true_random=False))
def test_forms_of_one_operation_come_together_to_all_that_is_known(history: list[Operation], chance: Random) -> None:
    one = chance.choice(history)
    assume(one.fields)
    names = sorted(one.fields)
    less = without(one, chance.sample(names, chance.randrange(1, len(names) + 1)))
    other = without(one, chance.sample(names, chance.randrange(len(names) + 1)))
    assert {full(one)} == {full(less), full(other)} and digest(less) == digest(one)
    assert fuller(less, one) == fuller(one, less) == one
    assert fuller(less, other).cleaned == less.cleaned & other.cleaned
    assert dict(fuller(less, other).fields) == dict(fuller(other, less).fields)
    assert exact(fold([less, one])) == exact(fold([one, less])) == exact(fold([one]))


def test_a_conflict_that_nobody_settled_and_what_a_twin_may_raise_again_stay() -> None:
    begun = Operation("r", "activity", FIRST, {"title": LONG})
    sides = [
        Operation("r", "activity", stamp(2, 0, writer * 16), {"title": LONG + writer}, {"title": (FIRST,)})
        for writer in "ab"
    ]
    gone = spent([begun, *sides], lambda one: True)
    assert gone == {full(begun): frozenset({"title"})}
    assert spent([begun, *sides], lambda one: one is not begun) == {}, "not everybody has it"
    assert spent([begun, *sides], lambda one: one is begun) == {}, "not everybody has what replaced it"
    settled = Operation("r", "activity", LATE, {"title": "Both"}, {"title": tuple(one.stamp for one in sides)})
    assert len(spent([begun, *sides, settled], lambda one: True)) == 3
    twin = replace(begun, fields={"title": "Written under the same name"})
    exactly = replace(sides[0], replaces={"title": (full(begun),)})
    assert spent([begun, twin, exactly], lambda one: True) == {}


def test_where_what_replaced_a_cleaned_value_is_on_its_way_the_record_says_that_something_is_missing() -> None:
    begun = Operation("r", "activity", FIRST, {"title": LONG, "summary": "short"})
    after = Operation("r", "activity", SECOND, {"title": "Course"}, {"title": (FIRST,)})
    less = thinned(begun, spent([begun, after], lambda one: True))
    assert less.cleaned == {"title"} and dict(less.fields) == {"summary": "short"}
    alone = fold([less])
    assert alone.gaps == {FIRST} and "title" not in alone.fields
    other = Operation("r", "activity", LATE, {"start": "2026"}, {"start": ()})
    assert fold([less, other]).gaps == {FIRST}
    assert fold([less, after]) == fold([begun, after])
    with pytest.raises(ValueError, match="cleaned up or there"):
        replace(less, fields={"title": "again"})
