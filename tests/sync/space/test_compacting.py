"""Law 11: many segments as one say the same, also to a laptop that holds some of them; and the wire changes nothing."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.fold import ERASED, Operation, fold
from app.domain.operation import full
from app.sync.space import compacting, segment
from app.sync.space.segment import Place, Segment
from app.vault.identity import OrganisationKeys
from tests.domain.laws import delivered, histories, said, seen_in, stamp, view

RECORD = "ab" * 16
DEVICE, EPOCH = OrganisationKeys.generate(), OrganisationKeys.generate()


def of_record(one: Operation) -> Operation:
    return Operation(RECORD, one.kind, one.stamp, one.fields, one.replaces, one.by)


@settings(max_examples=60)
@given(histories(), st.randoms(use_true_random=False))
def test_law_11_whoever_is_behind_and_gets_one_segment_for_many_sees_what_all_others_see(
    history: list[Operation], chance: Random
) -> None:
    held = [of_record(one) for one in history]
    cut = [Segment(tuple(part)) for part in delivered(held, chance)]
    before, behind = chance.randrange(len(cut) + 1), chance.randrange(len(cut) + 1)
    erased = frozenset({RECORD} if any(one.kind == ERASED for one in held) else ())
    one = compacting.merged(cut[:before], erased)
    again = compacting.merged([one, *cut[before:]], erased)
    assert len(again.operations) == len({said(each) for each in again.operations}), "each once"
    assert compacting.tells_of(again, erased) is False
    for arrived in (
        again.operations,
        [*(each for part in cut[:behind] for each in part.operations), *again.operations],
    ):
        assert seen_in(fold(arrived), held) == view(held)
    if not erased:
        assert {said(each) for each in again.operations} == {said(each) for each in held}


@settings(max_examples=30)
@given(histories())
def test_twins_travel_with_the_bare_stamp_and_are_the_same_two_after_it(history: list[Operation]) -> None:
    held = [of_record(one) for one in history]
    kept = [Operation(RECORD, one.kind, full(one), one.fields, one.replaces, one.by) for one in held]
    data = segment.seal(Segment(tuple(kept)), Place("space", "0a", 1, "", "2026-10-30T09:42:00Z"), DEVICE, EPOCH.public)
    found = segment.open_(data, EPOCH).segment.operations
    assert list(map(said, found)) == list(map(said, held))
    assert [one.stamp for one in found] == [one.stamp for one in held]
    assert seen_in(fold(found), held) == view(held)


def test_what_was_settled_between_twins_stays_settled_after_the_wire() -> None:
    same = stamp(1, 0, "a" * 16)
    twins = [Operation(RECORD, "activity", same, {"title": title}) for title in ("Here", "There")]
    names = tuple(map(full, twins))
    settled = Operation(RECORD, "activity", stamp(2, 0, "b" * 16), {"title": "Both"}, {"title": names})
    data = segment.seal(
        Segment((*twins, settled)), Place("space", "0a", 1, "", "2026-10-30T09:42:00Z"), DEVICE, EPOCH.public
    )
    found = segment.open_(data, EPOCH).segment.operations
    assert fold(found).fields == {"title": "Both"}
    assert fold(found).conflicts == ()
    assert fold(found[1:]).gaps == {names[0]}
