"""The laws of the fold that concern one device (sync.md, section 4), against a model of a few lines."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fold import DELETED, Operation, fold

WRITERS = ("a" * 16, "b" * 16, "c" * 16)
NAMES = ("title", "summary", "objectives/7", "from_a_newer_program", DELETED)
VALUES = st.one_of(st.none(), st.booleans(), st.integers(0, 9), st.sampled_from(["", "x", "y", "é\u0000", "\u202eabc"]))
EXTREME_TIMES = st.sampled_from([0, 1, 1_760_000_000_000, 2_840_000_000_000, (1 << 47)])


def stamp(ms: int, counter: int, writer: str) -> str:
    return f"{ms:012x}{counter:04x}{writer}"


@st.composite
def operations(draw: st.DrawFn) -> list[Operation]:
    """Any history of one record: concurrent writes, settling, deleting, clocks of 1970 and 2060."""
    made: list[Operation] = []
    for number in range(draw(st.integers(1, 7))):
        when = draw(EXTREME_TIMES) if draw(st.booleans()) else 1_760_000_000_000 + number
        fields, replaces = {}, {}
        for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)):
            earlier = [one.stamp for one in made if name in one.fields]
            replaces[name] = tuple(draw(st.lists(st.sampled_from(earlier), unique=True))) if earlier else ()
            seen = sorted({one.stamp for one in made})
            fields[name] = (
                draw(st.lists(st.sampled_from(seen), unique=True)) if name == DELETED and seen else draw(VALUES)
            )
        newest = max((one for stamps in replaces.values() for one in stamps), default="")
        fresh = stamp(when, number, draw(st.sampled_from(WRITERS)))
        if fresh <= newest or fresh in {one.stamp for one in made}:
            fresh = stamp(int(newest[:12] or "0", 16) + 1, 0xFF00 + number, WRITERS[0])
            if fresh <= newest:
                continue
        made.append(Operation("r", "activity", fresh, fields, {n: s for n, s in replaces.items() if s}))
    return made or [Operation("r", "activity", stamp(1, 0, WRITERS[0]), {"title": "x"})]


def model(held: list[Operation]) -> dict[str, set[str]]:
    """Per field the stamps of its leaves, in the plainest words."""
    unique = {one.stamp: one for one in held}.values()
    named = {(n, s) for one in unique for n, stamps in one.replaces.items() for s in stamps}
    leaves: dict[str, set[str]] = {}
    for one in unique:
        for name in one.fields:
            leaves.setdefault(name, set())
            if (name, one.stamp) not in named:
                leaves[name].add(one.stamp)
    return leaves


@given(operations(), st.randoms(use_true_random=False))
def test_state_depends_on_the_set_alone_not_on_order_or_repetition(
    held: list[Operation], chance: random.Random
) -> None:
    delivered = held + chance.choices(held, k=len(held))
    chance.shuffle(delivered)

    assert fold(delivered) == fold(held)


@given(operations())
def test_leaves_are_those_of_the_model(held: list[Operation]) -> None:
    found = {name: {leaf.stamp for leaf in leaves} for name, leaves in fold(held).leaves.items()}

    assert found == model(held)


@given(operations())
def test_every_value_that_no_known_write_replaces_stays_in_view(held: list[Operation]) -> None:
    view = {(name, leaf.stamp, repr(leaf.value)) for name, leaves in fold(held).leaves.items() for leaf in leaves}
    replaced = {(n, s) for one in held for n, stamps in one.replaces.items() for s in stamps}

    for one in held:
        for name, value in one.fields.items():
            assert (name, one.stamp) in replaced or (name, one.stamp, repr(value)) in view


@given(operations())
def test_settling_leaves_one_value_and_no_conflict(held: list[Operation]) -> None:
    before = fold(held)
    for name in before.conflicts:
        seen = tuple(leaf.stamp for leaf in before.leaves[name])
        settled = Operation("r", "activity", "f" * 32, {name: "settled"}, {name: seen})

        after = fold([*held, settled])

        assert [leaf.value for leaf in after.leaves[name]] == ["settled"]
        assert name not in after.conflicts


@given(operations())
def test_an_edit_the_deleter_did_not_see_keeps_the_record_visible(held: list[Operation]) -> None:
    state = fold(held)
    seen = [leaf.stamp for name, leaves in state.leaves.items() if name != DELETED for leaf in leaves]
    marks = tuple(leaf.stamp for leaf in state.leaves.get(DELETED, ()))
    deleted = Operation("r", "activity", "f" * 32, {DELETED: seen}, {DELETED: marks} if marks else {})
    edit = Operation("r", "activity", "e" * 32, {"title": "meanwhile"})

    assert fold([*held, deleted]).deleted
    assert not fold([*held, deleted, edit]).deleted


@given(operations())
def test_clocks_choose_what_is_shown_first_and_never_what_is_kept(held: list[Operation]) -> None:
    order = sorted({one.stamp for one in held})
    moved = {old: stamp(1_000 + place, 0, old[16:]) for place, old in enumerate(order)}
    retimed = [
        Operation(
            "r",
            "activity",
            moved[one.stamp],
            one.fields,
            {n: tuple(moved[s] for s in stamps) for n, stamps in one.replaces.items()},
        )
        for one in held
    ]

    before = {name: {moved[leaf.stamp] for leaf in leaves} for name, leaves in fold(held).leaves.items()}
    after = {name: {leaf.stamp for leaf in leaves} for name, leaves in fold(retimed).leaves.items()}

    assert before == after


@given(operations())
def test_fields_of_a_newer_program_come_out_as_they_went_in(held: list[Operation]) -> None:
    name = "from_a_newer_program"
    written = {one.stamp: one.fields[name] for one in held if name in one.fields}

    for leaf in fold(held).leaves.get(name, ()):
        assert leaf.value == written[leaf.stamp]


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
