"""Stamps and ids: given once, in order, and no wrong clock spreads."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.stamps import LEARN_AHEAD_MS, Clock, moment_of, record_id, settled_id

WRITER = "0123456789abcdef"


@given(st.lists(st.integers(0, 4_000_000_000_000), min_size=1, max_size=50))
def test_a_clock_gives_every_stamp_once_and_in_order_however_the_wall_clock_jumps(times: list[int]) -> None:
    clock, stamps = Clock(WRITER), []
    for now in times:
        clock = clock.ticked(now)
        stamps.append(clock.stamp())

    assert stamps == sorted(set(stamps))


def test_a_stamp_is_greater_than_what_it_replaces_even_from_the_year_2060() -> None:
    future = Clock("f" * 16).ticked(2_840_000_000_000).stamp()
    clock = Clock(WRITER).ticked(1_760_000_000_000)

    assert clock.stamp(after=[future]) > future
    shown = moment_of(clock.ticked(1_760_000_000_001).stamp())
    assert shown == datetime.fromtimestamp(1_760_000_000.001, UTC), "the far future did not spread"


def test_a_clock_learns_from_a_clock_a_little_ahead_and_not_from_one_far_ahead() -> None:
    now = 1_760_000_000_000
    near = Clock("f" * 16).ticked(now + LEARN_AHEAD_MS - 1).stamp()
    far = Clock("f" * 16).ticked(now + LEARN_AHEAD_MS + 1).stamp()
    clock = Clock(WRITER).ticked(now)

    assert clock.learned(near, now).ticked(now).stamp() > near
    assert clock.learned(far, now) == clock


@given(st.integers(0, 2**48 - 2), st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_a_record_begun_later_has_a_greater_id(now: int, one: bytes, other: bytes) -> None:
    early, late = record_id(now, one), record_id(now + 1, other)

    assert early < late
    assert len(early) == 32
    assert early[12] == "7", "UUID version 7"


def test_one_objective_has_one_choice_on_all_devices_of_an_organisation_and_another_elsewhere() -> None:
    assert settled_id("org", "choice", "7") == settled_id("org", "choice", "7")
    assert settled_id("org", "choice", "7") != settled_id("other", "choice", "7")
