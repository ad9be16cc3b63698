from __future__ import annotations

from datetime import date

import pytest

from app.domain.terms import Period
from app.ui.calls.periods import HALF, QUARTER, YEAR, length_of, offered, usual

NOVEMBER = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("length", "last"),
    [(QUARTER, "2026-07..2026-09"), (HALF, "2026-01..2026-06"), (YEAR, "2025-01..2025-12")],
)
def test_the_usual_period_is_the_last_one_that_is_over(length: int, last: str) -> None:
    assert usual(length, NOVEMBER).iso == last


@pytest.mark.parametrize("length", [QUARTER, HALF, YEAR])
def test_offered_periods_follow_each_other_without_gap_and_hold_today(length: int) -> None:
    found = offered(length, NOVEMBER)
    months = [(one.start.year * 12 + one.start.month, one.end.year * 12 + one.end.month) for one in reversed(found)]
    assert all(before[1] + 1 == after[0] for before, after in zip(months, months[1:], strict=False))
    assert any(one.start.first_day <= NOVEMBER for one in found[1:2])
    assert {length_of(one) for one in found} == {length}


def test_a_period_of_another_length_counts_as_a_quarter() -> None:
    assert length_of(Period.parse("2026-01..2026-05")) == QUARTER
