"""A laptop with a wrong clock syncs like any other, and says so in words."""

from __future__ import annotations

from pathlib import Path

from app.services.syncing import clocks
from tests.laptops import alike, laptops, later, meet
from tests.making import log_activity


def test_a_laptop_that_is_three_hours_ahead_is_told_so_and_loses_nothing(tmp_path: Path) -> None:
    fast, *others = laptops(tmp_path, 3)
    place = tmp_path / "place"
    assert clocks.reading(fast) is None
    later(fast, hours=3)
    for laptop in (fast, *others):
        log_activity(laptop, title=str(laptop.path))
        meet(place, fast, *others)
    for number, laptop in enumerate(others):
        later(laptop, minutes=1 + number)
        log_activity(laptop, title=f"Again {number}")
    meet(place, fast, *others)
    assert alike(fast, *others)
    found = clocks.reading(fast)
    assert found is not None
    assert clocks.words(found) == "The clock of this laptop is at least 2 hours ahead of the others. Please set it."
    told = clocks.reading(others[0])
    assert told is not None
    assert "The clock of “\u2068Samira's laptop\u2069” is at least" in clocks.words(told)
    later(fast, days=-5)
    stepped = clocks.reading(fast)
    assert stepped is not None and "before the last change" in clocks.words(stepped)
