"""The laws of the fold (sync.md, section 4), each a property, against a model of a few lines."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.fold import DELETED, ERASED, Operation, fold, remaining
from app.domain.operation import bare, digest, distinct, full
from tests.domain.laws import HUGE, WIDE, WRITERS, delivered, histories, said, seen_in, stamp, view

NEWEST = "f" * 32


@given(histories(), st.randoms(use_true_random=False))
def test_law_1_the_view_depends_on_the_set_alone_not_on_order_repetition_or_cutting(
    held: list[Operation], chance: random.Random
) -> None:
    arriving = [one for segment in delivered(held, chance) for one in segment]

    assert repr(fold(arriving)) == repr(fold(held))


@settings(max_examples=150)
@given(histories())
def test_law_1_and_3_the_view_is_that_of_the_model(held: list[Operation]) -> None:
    assert seen_in(fold(held), held) == view(held)


@given(histories())
def test_law_2_every_value_that_nothing_known_replaces_stays_in_view(held: list[Operation]) -> None:
    shown = {(name, leaf.stamp, repr(leaf.value)) for name, found in fold(held).leaves.items() for leaf in found}
    named = {(name, one) for each in held for name, stamps in each.replaces.items() for one in stamps}
    erased = any(one.kind == ERASED for one in held)

    for own, one in distinct(held).items():
        for name, value in one.fields.items():
            replaced = {(name, own), (name, full(one)), (name, bare(own))} & named
            assert replaced or erased or (name, own, repr(value)) in shown


@given(histories())
def test_law_5_settling_leaves_one_value_and_no_conflict(held: list[Operation]) -> None:
    before = fold(held)
    for name in before.conflicts:
        seen = tuple(leaf.stamp for leaf in before.leaves[name])
        settled = Operation("r", before.kind, NEWEST, {name: "settled"}, {name: seen})

        after = fold([*held, settled])

        assert [leaf.value for leaf in after.leaves[name]] == ["settled"]
        assert name not in after.conflicts


@given(histories())
def test_law_6_an_edit_the_deleter_did_not_see_keeps_the_record_visible(held: list[Operation]) -> None:
    held = [one for one in held if one.kind != ERASED] or [Operation("r", "activity", stamp(1, 0, WRITERS[0]), {})]
    state = fold(held)
    seen = [leaf.stamp for name, leaves in state.leaves.items() if name != DELETED for leaf in leaves]
    marks = tuple(leaf.stamp for leaf in state.leaves.get(DELETED, ()))
    deleted = Operation("r", "activity", NEWEST, {DELETED: seen}, {DELETED: marks} if marks else {})
    edit = Operation("r", "activity", "e" * 32, {"title": "meanwhile"})

    assert fold([*held, deleted]).deleted
    assert not fold([*held, deleted, edit]).deleted
    assert fold([*held, deleted, edit]).disputed


@given(histories())
def test_law_7_clocks_choose_what_is_shown_first_and_never_what_is_kept(held: list[Operation]) -> None:
    named = {one for each in held for stamps in each.replaces.values() for one in stamps}
    order = sorted({bare(one) for one in named} | {one.stamp for one in held})
    moved = {old: stamp(1_000 + 7 * place, 0, old[16:]) for place, old in enumerate(order)}
    retimed = {full(one): _moved(one, moved, {}) for one in sorted(held, key=lambda each: each.stamp)}
    for own, one in retimed.items():  # what a pointer to a twin names has another digest now
        retimed[own] = _moved(next(each for each in held if full(each) == own), moved, retimed)
        assert one.stamp == retimed[own].stamp

    def places(operations: list[Operation], names: dict[str, str]) -> dict[str, list[str]]:
        alone = distinct(remaining(operations))
        return {
            name: sorted(names[full(alone[leaf.stamp])] for leaf in found)
            for name, found in fold(operations).leaves.items()
        }

    before = places(held, {full(one): full(one) for one in held})
    assert places(list(retimed.values()), {full(one): own for own, one in retimed.items()}) == before


def _moved(one: Operation, moved: dict[str, str], retimed: dict[str, Operation]) -> Operation:
    def renamed(pointer: str) -> str:
        known = retimed.get(pointer)
        return full(known) if known else moved[bare(pointer)] + pointer[32:]

    replaces = {name: tuple(map(renamed, stamps)) for name, stamps in one.replaces.items()}
    return Operation(one.record, one.kind, moved[one.stamp], one.fields, replaces, one.by)


@given(histories())
def test_law_8_fields_and_kinds_of_a_newer_program_come_out_as_they_went_in(held: list[Operation]) -> None:
    state, alone = fold(held), distinct(remaining(held))
    assert state.kind == alone[state.stamp].kind
    for name, found in state.leaves.items():
        assert [repr(leaf.value) for leaf in found] == [repr(alone[leaf.stamp].fields[name]) for leaf in found]


def test_of_two_operations_with_one_stamp_both_are_kept_shown_and_settled_in_any_order() -> None:
    first = Operation("r", "activity", stamp(1, 0, WRITERS[0]), {"title": "kept", "summary": "same"})
    twin = Operation("r", "activity", first.stamp, {"title": "of the clone", "summary": "same"})
    edit = Operation("r", "activity", stamp(2, 0, WRITERS[0]), {"title": "edit"}, {"title": (first.stamp,)})

    for order in ([first, twin], [twin, first, twin]):
        state = fold(order)
        assert {leaf.value for leaf in state.leaves["title"]} == {"kept", "of the clone"}
        assert state.conflicts == ("title",)
    assert fold([first, edit]).fields["title"] == "edit"
    both = fold([first, twin, edit])
    assert {leaf.value for leaf in both.leaves["title"]} == {"kept", "of the clone", "edit"}, (
        "nothing tells which it saw"
    )
    assert both.gaps == frozenset()
    settled = Operation(
        "r", "activity", NEWEST, {"title": "all"}, {"title": tuple(leaf.stamp for leaf in both.leaves["title"])}
    )
    assert [leaf.value for leaf in fold([twin, settled, edit, first]).leaves["title"]] == ["all"]
    assert fold([settled, first, edit]).gaps == {full(twin)}, "of what is not here yet it is known that it was replaced"
    assert len({said(one) for one in (first, twin)}) == len({digest(one) for one in (first, twin)}) == 2


def test_five_hundred_fields_and_a_text_of_a_mebibyte_and_no_field_at_all_fold_alike() -> None:
    first = Operation("r", "activity", stamp(1, 0, WRITERS[0]), {**WIDE, "summary": HUGE})
    nothing = Operation("r", "activity", stamp(2, 0, WRITERS[0]), {})

    state = fold([nothing, first])

    assert (len(state.fields), state.fields["summary"] == HUGE, state.conflicts) == (501, True, ())
    assert fold([nothing]).fields == {}


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), "half \ud83c", ["\udfff"], {"x": float("-inf")}, {"\ud800": 1}]
)
def test_what_no_file_can_hold_is_no_operation(value: object) -> None:
    with pytest.raises(ValueError, match="kept"):
        Operation("r", "activity", stamp(1, 0, WRITERS[0]), {"title": value})  # type: ignore[dict-item]


def test_a_write_whose_predecessor_has_not_arrived_waits_and_is_no_conflict() -> None:
    missing = stamp(1, 0, WRITERS[0])
    late = Operation("r", "activity", stamp(2, 0, WRITERS[0]), {"title": "new"}, {"title": (missing,)})

    state = fold([late])

    assert state.gaps == {missing}
    assert state.conflicts == ()
    assert state.fields["title"] == "new"


def test_adding_an_element_beats_taking_it_out_at_the_same_time() -> None:
    first = Operation("r", "activity", stamp(1, 0, WRITERS[0]), {"objectives/7": True})
    out = Operation("r", "activity", stamp(3, 0, WRITERS[0]), {"objectives/7": False}, {"objectives/7": (first.stamp,)})
    again = Operation(
        "r", "activity", stamp(2, 0, WRITERS[1]), {"objectives/7": True}, {"objectives/7": (first.stamp,)}
    )

    assert fold([first, out, again]).fields["objectives/7"] is True
    assert fold([first, out]).fields["objectives/7"] is False


def test_two_people_who_wrote_the_same_are_not_in_conflict() -> None:
    one = Operation("r", "activity", stamp(1, 0, WRITERS[0]), {"title": "same"})
    two = Operation("r", "activity", stamp(2, 0, WRITERS[1]), {"title": "same"})

    assert fold([one, two]).conflicts == ()


def test_an_operation_that_replaces_something_newer_is_refused() -> None:
    with pytest.raises(ValueError, match="newer"):
        Operation("r", "activity", stamp(1, 0, WRITERS[0]), {"title": "x"}, {"title": (stamp(2, 0, WRITERS[0]),)})


def test_an_operation_that_replaces_what_it_does_not_write_is_refused() -> None:
    with pytest.raises(ValueError, match="writes"):
        Operation("r", "activity", stamp(2, 0, WRITERS[0]), {"title": "x"}, {"summary": (stamp(1, 0, WRITERS[0]),)})
