"""Tables: whoever knows every printed number, every total and what was printed before, recovers nothing."""

from __future__ import annotations

import random
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.terms import NOT_ASKED, WITHHELD, Count
from app.privacy.suppression import TOTAL, Earlier, Table, guarded
from tests.privacy.suppression.attacker import Attacker, narrow, read_table

SIZES = ((4,), (5, 3), (4, 5), (2, 2, 2), (4, 5, 3), (1, 3, 2))


@st.composite
def tables(draw: st.DrawFn, sizes: tuple[tuple[int, ...], ...] = SIZES) -> Table:
    """Few people, many zeros, cells that nobody asked about."""
    sizes = draw(st.sampled_from(sizes))
    dimensions = tuple(tuple(f"{axis}{place}" for place in range(size)) for axis, size in enumerate(sizes))
    values = st.one_of(st.none(), st.just(0), st.integers(1, 4), st.integers(1, 9), st.integers(5, 60))
    keys = list(product(*dimensions))
    drawn = draw(st.lists(values, min_size=len(keys), max_size=len(keys)))
    counts = {key: value for key, value in zip(keys, drawn, strict=True) if value is not None}
    return Table(dimensions, counts, zeros_are_small=draw(st.booleans()))


def found_out(printed: dict[tuple[str, ...], Count], smallest: int, *, whole: bool = False) -> dict:
    """What the attacker learns of one printed table and may not."""
    attacker = Attacker()
    read_table(attacker, printed)
    hidden = [("", key) for key, count in printed.items() if count.withheld]
    return narrow(attacker.intervals(hidden, whole=whole), smallest)


@settings(deadline=None, max_examples=30)
@given(tables(), st.sampled_from([5, 10]))
def test_no_withheld_number_can_be_recovered_or_enclosed(table: Table, smallest: int) -> None:
    printed = guarded(table, smallest).cells

    assert not found_out(printed, smallest)
    for key, count in printed.items():
        assert count.value is None or count.value == 0 or count.value >= smallest
        assert count.not_asked or count.withheld or TOTAL in key or count.value == table.counts[key]


def test_whole_numbers_of_people_help_the_attacker_no_further() -> None:
    chance = random.Random(7)
    dimensions = (("a", "b", "c"), ("x", "y", "z"), ("w", "m"))
    counts = {key: chance.choice([0, 1, 3, 6, 12, 40]) for key in product(*dimensions)}

    assert not found_out(guarded(Table(dimensions, counts), 5).cells, 5, whole=True)


def test_the_attacker_recovers_small_numbers_where_only_they_are_withheld() -> None:
    """The planted bug: without the second step the first one is worth nothing, and the attack sees it."""
    table = Table((("a", "b"), ("x", "y")), {("a", "x"): 3, ("a", "y"): 30, ("b", "x"): 20, ("b", "y"): 9})
    printed = guarded(table, 5).cells
    totals = {key: sum(n for at, n in table.counts.items() if _in(at, key)) for key in printed}
    careless = {key: WITHHELD if 0 < value < 5 else Count(value) for key, value in totals.items()}

    assert found_out(careless, 5) == {("", ("a", "x")): (3.0, 3.0)}
    assert not found_out(printed, 5)
    assert sum(one.withheld for one in printed.values()) == 4


def _in(cell: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return all(asked in (TOTAL, own) for own, asked in zip(cell, key, strict=True))


@settings(deadline=None, max_examples=20)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_categories_and_counts_makes_no_difference(table: Table, chance: random.Random) -> None:
    shuffled = Table(
        tuple(tuple(chance.sample(one, len(one))) for one in table.dimensions),
        dict(chance.sample(list(table.counts.items()), len(table.counts))),
        table.zeros_are_small,
    )

    assert guarded(shuffled, 5) == guarded(table, 5)


def test_a_zero_is_small_where_the_group_is_known_and_silence_is_no_zero() -> None:
    counts = {("a", "w"): 0, ("a", "m"): 40, ("b", "w"): 0, ("b", "m"): 0, ("c", "w"): 50}
    printed = guarded(Table((("a", "b", "c"), ("w", "m")), counts), 5).cells

    assert printed["a", "w"].withheld
    assert (printed["b", "w"], printed["b", TOTAL]) == (Count(0), Count(0))
    assert printed["c", "m"] == NOT_ASKED


@settings(deadline=None, max_examples=30)
@given(tables(sizes=((4,), (3, 3), (2, 2, 2))), st.data())
def test_a_table_printed_before_gives_nothing_away_nor_does_it_tell_of_few_more_people(
    table: Table, data: st.DataObject
) -> None:
    before = guarded(table, 5).cells
    size = len(table.counts)
    more = data.draw(st.lists(st.sampled_from([0, 0, 0, 1, 3, 7, 20]), min_size=size, max_size=size))
    added = dict(zip(table.counts, more, strict=True))
    later = {key: value + added[key] for key, value in table.counts.items()}
    printed = guarded(Table(table.dimensions, later, table.zeros_are_small, (Earlier(table.counts, before),)), 5).cells
    attacker = Attacker()
    read_table(attacker, before, "before")
    read_table(attacker, printed, "now")
    for key in printed:
        if not printed[key].not_asked:
            attacker.knows({("now", key): 1, ("before", key): -1, ("change", key): -1})
    hidden = [(which, key) for which, one in (("before", before), ("now", printed)) for key in one if one[key].withheld]
    changes = {key: sum(n for at, n in added.items() if _in(at, key)) for key in printed}
    few = [("change", key) for key, change in changes.items() if 0 < change < 5]

    assert not narrow(attacker.intervals([*hidden, *few]), 5)


def test_the_same_table_again_is_withheld_in_the_same_places() -> None:
    table = Table((("a", "b", "c"), ("x", "y")), {("a", "x"): 3, ("a", "y"): 30, ("b", "x"): 20, ("c", "y"): 9})
    before = guarded(table, 5)

    assert (
        guarded(Table(table.dimensions, table.counts, before=(Earlier(table.counts, before.cells),)), 5).cells
        == before.cells
    )
    assert (before.cost.numbers, before.cost.withheld, before.small) == (10, 4, 1)
