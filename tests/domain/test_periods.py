"""Periods are chosen: whole ones, around today, without gap."""

from __future__ import annotations

from datetime import date

import pytest

from app.compact import load
from app.domain.periods import HALF, QUARTER, YEAR, last_months, length_of, months, offered, reviews, usual
from app.domain.terms import Period

TODAY = date(2026, 10, 30)
LENGTHS = (QUARTER, HALF, YEAR)


@pytest.mark.parametrize(
    ("length", "current", "before"),
    [
        (QUARTER, "2026-10..2026-12", "2026-07..2026-09"),
        (HALF, "2026-07..2026-12", "2026-01..2026-06"),
        (YEAR, "2026-01..2026-12", "2025-01..2025-12"),
    ],
)
def test_the_current_period_comes_first_and_the_last_one_that_is_over_is_proposed(
    length: int, current: str, before: str
) -> None:
    assert offered(length, TODAY)[0].iso == current
    assert usual(length, TODAY).iso == before


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("ahead", [0, 1])
def test_offered_periods_follow_each_other_without_gap_and_one_holds_today(length: int, ahead: int) -> None:
    found = offered(length, TODAY, ahead=ahead)
    numbers = [(one.start.year * 12 + one.start.month, one.end.year * 12 + one.end.month) for one in reversed(found)]

    assert all(before[1] + 1 == after[0] for before, after in zip(numbers, numbers[1:], strict=False))
    assert found[ahead].start.first_day <= TODAY
    assert {length_of(one) for one in found} == {length}


def test_nothing_lies_ahead_unless_it_is_asked_for() -> None:
    assert all(one.start.first_day <= TODAY for length in LENGTHS for one in offered(length, TODAY))
    assert offered(QUARTER, TODAY, ahead=1)[0].start.first_day > TODAY


def test_a_period_of_another_length_counts_as_a_quarter() -> None:
    assert length_of(Period.parse("2026-01..2026-05")) == QUARTER


def test_months_run_over_the_turn_of_the_year() -> None:
    across = Period.parse("2025-11..2026-02")

    assert [one.iso for one in months(across)] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert [one.iso for one in last_months(3, date(2026, 1, 31))] == ["2025-11", "2025-12", "2026-01"]


def test_a_review_asks_about_the_months_since_the_last_one_of_its_region_until_just_before_it() -> None:
    cycle = load().review_cycle

    def told(today: date, region: str) -> list[tuple[str, str]]:
        return [(event.code, period.iso) for event, period in reviews(cycle, today, region)]

    assert told(date(2026, 11, 27), "ECA") == [("RR3", "2024-11..2027-12"), ("IMRF-2030", "2026-06..2029-12")]
    assert told(date(2024, 1, 5), "ECE") == [("RR2-ECE", "2020-12..2024-02"), ("IMRF-2026", "2022-06..2026-04")]
    assert told(date(2031, 1, 1), "ECA") == [], "of what comes after nothing is known"
