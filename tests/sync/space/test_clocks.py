"""Clocks decide nothing; what is told of them is certain, and more laptops are believed rather than fewer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.sync.space.clocks import DAY_MS, Reading, Sighting, Verdict, reading

HOUR = 3_600_000
NOW = 500 * DAY_MS


def seen(laptop: str, ahead_ms: int, delay_ms: int = 60_000) -> Sighting:
    """A segment of a laptop whose clock is so far ahead of ours, taken a minute after it was sealed."""
    return Sighting(laptop, NOW - delay_ms + ahead_ms, NOW, NOW - 2 * delay_ms)


def test_a_laptop_that_is_three_hours_ahead_or_behind_the_others_is_told() -> None:
    ahead = reading([seen("a", -3 * HOUR), seen("b", -4 * HOUR)], NOW, 0)
    assert ahead is not None and ahead.verdict is Verdict.AHEAD and 2.9 * HOUR < ahead.by_ms <= 3 * HOUR
    behind = reading([seen("a", 3 * HOUR), seen("b", 3 * HOUR), seen("c", 0)], NOW, 0)
    assert behind is not None and behind.verdict is Verdict.BEHIND


def test_one_of_several_is_named_and_of_two_nobody_is_accused() -> None:
    found = reading([seen("a", 0), seen("b", 0), seen("c", 5 * HOUR)], NOW, 0)
    assert found is not None and (found.verdict, found.laptop) == (Verdict.OTHER_AHEAD, "c")
    found = reading([seen("a", 0), seen("b", -5 * HOUR)], NOW, 0)
    assert found is not None and (found.verdict, found.laptop) == (Verdict.OTHER_BEHIND, "b")
    found = reading([seen("a", -5 * HOUR)], NOW, 0)
    assert found is not None and (found.verdict, found.laptop) == (Verdict.EITHER, "a")


def test_what_took_weeks_to_arrive_accuses_nobody_and_a_clock_that_stepped_back_is_told_alone() -> None:
    assert reading([seen("a", 0, delay_ms=30 * DAY_MS), seen("b", 60_000)], NOW, NOW) is None
    assert reading([], NOW, NOW) is None
    assert reading([seen("a", 0)], NOW, NOW + 2 * DAY_MS) == Reading(Verdict.STEPPED_BACK, 2 * DAY_MS)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 30 * DAY_MS)), max_size=8))
def test_right_clocks_are_never_accused_however_late_files_arrive(delays: list[tuple[str, int]]) -> None:
    assert reading([seen(laptop, 0, delay_ms=delay) for laptop, delay in delays], NOW, NOW) is None
