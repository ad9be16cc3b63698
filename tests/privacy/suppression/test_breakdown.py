"""Small numbers: nothing that is printed tells of fewer people than the threshold, also by subtraction."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.terms import Count
from app.privacy.suppression import protect, rounded, single
from tests.privacy.suppression.attacker import Attacker, narrow

CELLS = st.dictionaries(st.sampled_from("abcd"), st.none() | st.integers(0, 14), min_size=1, max_size=4)


def possible(shown: Count, limit: int) -> range:
    return range(shown.value, shown.value + 1) if shown.value is not None else range(limit)


@given(CELLS, st.integers(0, 20) | st.none(), st.sampled_from([5, 10]))
def test_no_hidden_cell_can_be_worked_out_from_what_is_shown(
    cells: dict[str, int | None], more: int | None, smallest: int
) -> None:
    known = {name: value for name, value in cells.items() if value is not None}
    total = None if more is None or not known else sum(known.values()) + more
    shown = protect(total, cells, smallest)

    for name in known:
        if not shown.cells[name].withheld or shown.total.value is None:
            continue
        hidden = [one for one in known if shown.cells[one].withheld]
        visible = sum(shown.cells[one].value or 0 for one in known if not shown.cells[one].withheld)
        left = shown.total.value - visible
        rest = (total if total is not None else sum(known.values())) - sum(known.values())
        worlds = {
            values[hidden.index(name)]
            for values in product(range(left + 1), repeat=len(hidden))
            if sum(values) <= left and (rest or sum(values) == left)
        }
        assert len(worlds) > 1, "exactly one value is possible, so it is not hidden"


@given(CELLS, st.sampled_from([5, 10]))
def test_what_is_shown_is_true_and_small_cells_are_not_shown(cells: dict[str, int | None], smallest: int) -> None:
    shown = protect(None, cells, smallest)

    for name, value in cells.items():
        count = shown.cells[name]
        assert count.not_asked == (value is None)
        assert count.value in (value, None)
        assert not (value and count.value is not None and count.value < smallest)


@settings(deadline=None, max_examples=60)
@given(CELLS, st.integers(0, 20))
def test_rounding_to_fives_undoes_no_hiding(cells: dict[str, int | None], more: int) -> None:
    shown = protect(sum(value or 0 for value in cells.values()) + more, cells, 10)
    attacker, asked = Attacker(), []
    for name, count in {"total": shown.total, **shown.cells}.items():
        fives = rounded(count)
        if fives.value is not None:
            attacker.knows({name: 1, (name, "over"): -1}, fives.value - 2)
            attacker.knows({(name, "over"): 1, (name, "under"): 1}, 4)
        asked += [name] if count.withheld else []
        assert fives.withheld == count.withheld
    parts = {name: 1 for name, count in shown.cells.items() if not count.not_asked}
    attacker.knows({**parts, "rest": 1, "total": -1})

    assert not narrow(attacker.intervals(asked), 10)


def test_a_small_total_hides_itself_and_everything_in_it() -> None:
    shown = protect(3, {"women": 3, "men": None}, 5)

    assert shown.total.withheld
    assert shown.cells["women"].withheld
    assert shown.cells["men"].not_asked


def test_one_small_cell_takes_another_one_with_it() -> None:
    shown = protect(18, {"women": 14, "men": 4}, 5)

    assert shown.total == Count(18)
    assert shown.cells["women"].withheld
    assert shown.cells["men"].withheld


def test_a_rest_that_would_tell_of_a_few_people_hides_a_cell() -> None:
    assert protect(100, {"women": 50, "men": 47}, 5).withheld == 1


def test_nobody_counted_stays_nobody_counted_and_zero_stays_zero() -> None:
    assert protect(None, {"women": None}, 5).total.not_asked
    assert protect(0, {"women": 0}, 5).total == Count(0)
    assert single(0, 5) == Count(0)
    assert single(4, 5).withheld
    assert single(5, 5) == Count(5)
    assert single(None, 5).not_asked
