"""A number told for a quarter, a half-year and a quarter again: what is left after subtracting is a number too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.terms import WITHHELD, Count, Period, When
from app.privacy.suppression import Told, in_periods, single
from tests.privacy.suppression.attacker import Attacker, narrow

MONTHS = range(1, 7)
SPANS = [(1, 3), (4, 6), (1, 6), (1, 1), (2, 3), (2, 4), (4, 5), (1, 2)]
HEARD = st.fixed_dictionaries({month: st.sampled_from([0, 0, 1, 2, 4, 6, 15]) for month in MONTHS})
LATE = st.dictionaries(st.sampled_from(list(MONTHS)), st.sampled_from([1, 3, 8]), max_size=2)


def told(first: int, last: int, count: int | None) -> Told:
    return Told(Period(When(2026, first), When(2026, last)), WITHHELD if count is None else Count(count))


@settings(deadline=None, max_examples=60)
@given(HEARD, st.lists(st.tuples(st.sampled_from(SPANS), LATE), min_size=1, max_size=5))
def test_no_period_gives_another_away(heard: dict[int, int], asked: list) -> None:
    numbers, printed, hidden = dict(heard), [], []
    attacker = Attacker()
    for turn, ((first, last), late) in enumerate(asked):
        numbers = {month: numbers[month] + late.get(month, 0) for month in MONTHS}
        months = range(first, last + 1)
        if not any(numbers[month] for month in months):
            continue
        one = told(first, last, single(sum(numbers[month] for month in months), 5).value)
        printed.append(Told(one.period, in_periods(one, printed, 5)))
        attacker.reads(turn, printed[-1].count)
        attacker.knows({turn: 1, **{(month, then): -1 for month in months for then in range(turn + 1)}})
        hidden += [turn] if printed[-1].count.withheld else []

    assert not narrow(attacker.intervals(hidden), 5)


def test_a_rest_of_few_is_withheld_and_a_rest_of_many_or_of_nobody_is_not() -> None:
    quarter = told(1, 3, 20)

    assert in_periods(told(1, 6, 23), [quarter], 5) == WITHHELD
    assert in_periods(told(1, 6, 25), [quarter], 5) == Count(25)
    assert in_periods(told(1, 6, 20), [quarter], 5) == Count(20)
    assert in_periods(told(1, 3, 22), [quarter], 5) == WITHHELD
    assert in_periods(told(1, 3, 26), [quarter], 5) == Count(26)
    assert in_periods(quarter, [quarter], 5) == Count(20)
    assert in_periods(told(4, 6, 8), [quarter, told(1, 6, 30)], 5) == WITHHELD, "the rest of two is few"


def test_what_was_withheld_is_not_given_away_by_a_longer_period() -> None:
    assert in_periods(told(1, 6, 27), [told(1, 3, 20), told(4, 6, None)], 5) == WITHHELD
    assert in_periods(told(1, 6, 27), [told(1, 3, None)], 5) == Count(27)
    assert in_periods(told(2, 4, 20), [told(1, 3, 20)], 5) == WITHHELD, "periods that overlap in part"
